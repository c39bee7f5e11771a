import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { URI } from 'vscode-uri';
import { type Seen, standInForVSCode } from '../helpers/vscode.ts';
import { repository, testFolder } from '../helpers/workspace.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
}

/** How a server behaves that is asked to begin. Node runs the very text of `answer`, too. */
type Behaviour =
  | 'cannot be started'
  | 'ends before its first answer'
  | 'refuses to begin'
  | 'ends again and again'
  | 'runs';

/** What it answers; undefined when it ends instead. */
function answer(behaviour: Behaviour, { id, method }: Message): object | 'nothing' | undefined {
  if (behaviour === 'ends before its first answer') return undefined;
  if (method === 'initialized') return behaviour === 'ends again and again' ? undefined : 'nothing';
  if (id === undefined) return 'nothing';
  if (behaviour === 'refuses to begin') return { id, error: { code: -32603, message: 'I would rather not' } };
  return { id, result: method === 'initialize' ? { capabilities: {} } : null };
}

interface Started {
  seen: Seen;
  run(command: string): Promise<unknown>;
  /** What has come of the servers so far: `.` is a start, `!` that the client has begun to work with it. */
  lives(): string;
  end(): void;
}

/** Starts the bundled client where its server behaves like this, and another way once `behave` is called. */
type Host = (behaviour: Behaviour) => Started & { behave(behaviour: Behaviour): void };

const inBrowser: Host = (first) => {
  let behaviour = first;
  let lives = '';
  class FakeWorker extends EventTarget {
    onmessage?: (event: { data: object }) => void;
    isOver = false;
    constructor(url: string) {
      super();
      lives += '.';
      assert.match(url, /\/dist\/server\.browser\.js$/);
      if (behaviour === 'cannot be started') throw new Error('Creating workers is not supported here');
    }
    postMessage(message: Message) {
      if (message.method === 'initialized') lives += '!';
      const given = answer(behaviour, message);
      queueMicrotask(() => {
        if (this.isOver || given === 'nothing') return;
        if (given) this.onmessage?.({ data: { jsonrpc: '2.0', ...given } });
        else this.dispatchEvent(Object.assign(new Event('error'), { message: 'Uncaught Error: it broke' }));
      });
    }
    terminate() {
      this.isOver = true;
    }
  }
  const started = activate('client.browser.cjs', URI.parse('https://extensions.example/yijiao'), FakeWorker);
  return { ...started, lives: () => lives, behave: (next) => (behaviour = next) };
};

const onDesktop: Host = (first) => {
  const folder = testFolder({ 'dist/lives': '' });
  const behave = (behaviour: Behaviour) =>
    behaviour === 'cannot be started'
      ? folder.write('dist/other.cjs', '')
      : folder.write(
          'dist/server.cjs',
          `const note = (life) => require('node:fs').appendFileSync(${JSON.stringify(folder.at('dist/lives'))}, life);
          ${answer};
          note('.');
          process.on('message', (message) => {
            if (message.method === 'initialized') note('!');
            const given = answer(${JSON.stringify(behaviour)}, message);
            if (given === undefined || message.method === 'exit') process.exit(1);
            if (given !== 'nothing') process.send({ jsonrpc: '2.0', ...given });
          });
          process.on('disconnect', () => process.exit());`,
        );
  behave(first);
  const started = activate('client.cjs', URI.file(folder.path), undefined);
  const end = () => {
    started.end();
    folder.remove();
  };
  return { ...started, lives: () => readFileSync(folder.at('dist/lives'), 'utf8'), behave, end };
};

function activate(bundle: string, extensionUri: URI, Worker: unknown): Omit<Started, 'lives'> {
  const { vscode, seen, run } = standInForVSCode();
  const file = join(repository, 'dist', bundle);
  const load = createRequire(file);
  const require = (name: string) => (name === 'vscode' ? vscode : load(name));
  const module: { exports: { activate(context: object): Promise<void> } } = { exports: { activate: async () => {} } };
  new Function('require', 'module', 'exports', 'Worker', readFileSync(file, 'utf8'))(
    require,
    module,
    module.exports,
    Worker,
  );
  const subscriptions: { dispose(): void }[] = [];
  const workspaceState = { get: () => undefined, keys: () => [] };
  void module.exports.activate({ subscriptions, extensionUri, workspaceState });
  const end = () => {
    for (const one of subscriptions.reverse()) one.dispose();
  };
  return { seen, run, end };
}

const until = async (what: string, isSo: () => boolean) => {
  for (let tries = 0; !isSo(); tries++) {
    assert.ok(tries < 3000, what);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const failures: [Behaviour, Record<'inBrowser' | 'onDesktop', [lives: string, logged: RegExp]>][] = [
  [
    'cannot be started',
    {
      inBrowser: ['.', /is not running: Creating workers is not supported here/],
      onDesktop: ['', /Cannot find module/],
    },
  ],
  [
    'ends before its first answer',
    { inBrowser: ['.', /it broke/], onDesktop: ['.', /is not running: .*(closed|disposed)/] },
  ],
  ['refuses to begin', { inBrowser: ['.', /I would rather not/], onDesktop: ['.', /I would rather not/] }],
  ['ends again and again', { inBrowser: ['.!.!.!.!.!', /it broke/], onDesktop: ['.!.!.!.!.!', /crashed 5 times/] }],
];

describe('a server that is not there is told, once and with a way on', () => {
  for (const [name, host] of Object.entries({ inBrowser, onDesktop }) as ['inBrowser' | 'onDesktop', Host][]) {
    for (const [behaviour, expected] of failures) {
      test(`${name}, it ${behaviour}`, { timeout: 120_000 }, async (context) => {
        const { seen, behave, lives, run, end } = host(behaviour);
        context.after(end);
        const [each, logged] = expected[name];
        await until('it is told', () => seen.messages.length > 0);
        const [first] = seen.messages;
        assert.match(first!.text, /is not running/);
        assert.deepEqual(first!.buttons, ['Restart', 'Show log']);
        assert.deepEqual([seen.status.text, seen.status.severity], ['Yijiao: not running', 'Error']);
        await until('the log has the reason', () => seen.log.some((line) => logged.test(line)));
        assert.equal(lives(), each);

        first!.press('Restart');
        await until('it is told again', () => seen.messages.length > 1);
        assert.equal(lives(), each.repeat(2));

        behave('runs');
        seen.messages[1]!.press('Restart');
        await until('it runs', () => lives() === `${each.repeat(2)}.!`);
        await run('yijiao.restartServer');
        await until('it runs anew', () => lives() === `${each.repeat(2)}.!.!`);
        assert.equal(seen.status.text, 'Yijiao');
        assert.deepEqual(
          seen.messages.map(({ text }) => text),
          [first!.text, first!.text],
        );
      });
    }
  }
});
