import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { createFollower, type Follower } from '../../client/translations/follower.ts';

const PAUSE = 1000;

describe('work that follows changes', () => {
  let isSeen: boolean;
  /** Whether work ends as soon as it is stopped. */
  let windsUp: boolean;
  let works: { signal: AbortSignal; end: (isDone: boolean) => void }[];
  let follower: Follower;
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const seen = (now: boolean) => {
    isSeen = now;
    follower.seen(now);
  };

  afterEach(() => mock.timers.reset());
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    isSeen = true;
    windsUp = true;
    works = [];
    follower = createFollower(
      () => isSeen,
      (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => windsUp && resolve(false));
          works.push({ signal, end: resolve });
        }),
      PAUSE,
    );
  });
  const wait = async (milliseconds = PAUSE) => {
    mock.timers.tick(milliseconds);
    await settled();
  };

  test('many changes make one look, when they pause', async () => {
    follower.changed();
    await wait(PAUSE - 1);
    follower.changed();
    await wait(PAUSE - 1);
    assert.equal(works.length, 0);
    await wait(1);
    assert.equal(works.length, 1);
    works[0]!.end(true);
    await settled();
    await wait();
    assert.equal(works.length, 1);
  });

  test('what is hidden costs nothing, and is made up for when it is seen', async () => {
    seen(false);
    follower.changed();
    await wait(10 * PAUSE);
    assert.equal(works.length, 0);
    seen(true);
    await wait();
    assert.equal(works.length, 1);
  });

  test('hiding stops the work, which is done when it is seen again', async () => {
    follower.changed();
    await wait();
    seen(false);
    assert.equal(works[0]!.signal.aborted, true);
    await wait();
    seen(true);
    await wait();
    assert.equal(works.length, 2);
  });

  test('work that is seen again before it has stopped is done anew', async () => {
    windsUp = false;
    follower.changed();
    await wait();
    seen(false);
    seen(true);
    await wait();
    assert.equal(works.length, 1);
    works[0]!.end(false);
    await settled();
    await wait();
    assert.equal(works.length, 2);
  });

  test('a change during the work is looked at after it, never beside it', async () => {
    follower.changed();
    await wait();
    follower.changed();
    await wait(5 * PAUSE);
    assert.equal(works.length, 1);
    works[0]!.end(true);
    await settled();
    await wait();
    assert.equal(works.length, 2);
  });

  test('what a person stops waits for the next change', async () => {
    follower.changed();
    await wait();
    follower.stop();
    await wait(5 * PAUSE);
    assert.equal(works.length, 1);
    follower.changed();
    await wait();
    assert.equal(works.length, 2);
  });

  test('a look that a person asks for takes its place', async () => {
    follower.changed();
    await wait();
    const answer = await follower.instead(async () => 'looked');
    assert.equal(answer, 'looked');
    assert.equal(works[0]!.signal.aborted, true);
    await wait(5 * PAUSE);
    assert.equal(works.length, 1);
  });
});
