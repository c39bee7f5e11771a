import { rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Task = { now: () => void; gently: () => Promise<void> };

const tasks = new Set<Task>();
let armed = false;
let ending = false;
let cleaning: Promise<void> | undefined;

/**
 * Runs `gently` when the returned function is called or the user presses Ctrl-C, and `now` if the process just ends.
 */
export function onEnd(task: Task): () => Promise<void> {
  arm();
  tasks.add(task);
  return async () => {
    if (tasks.has(task)) await end(task);
  };
}

/** Runs a script to its end. A failure prints one clear line, and nothing is left behind. */
export async function runMain(main: () => Promise<number>): Promise<void> {
  let status = 1;
  try {
    status = await main();
  } catch (error) {
    if (!ending) console.error(error instanceof Error ? error.message : error);
  }
  await cleanUp();
  // After a signal, its handler ends the process with the status of the signal.
  if (!ending) process.exit(status);
}

/** In reverse order of registration: a browser before its server, a server before its folder. */
export function cleanUp(): Promise<void> {
  cleaning ??= endAll().finally(() => (cleaning = undefined));
  return cleaning;
}

/** Whether a signal has arrived, so that everything is expected to end. */
export function isEnding(): boolean {
  return ending;
}

export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'yijiao-')));
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 200 };
  return { path, remove: onEnd({ now: () => rmSync(path, options), gently: () => rm(path, options) }) };
}

async function endAll(): Promise<void> {
  for (const task of [...tasks].reverse()) await end(task);
}

async function end(task: Task): Promise<void> {
  try {
    await task.gently();
  } catch {
    task.now();
  }
  tasks.delete(task);
}

function arm(): void {
  if (armed) return;
  armed = true;
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      // The second signal ends everything at once, in 'exit' below.
      if (ending) process.exit(status);
      ending = true;
      void cleanUp().finally(() => process.exit(status));
    });
  }
  process.on('exit', () => {
    for (const task of [...tasks].reverse()) {
      try {
        task.now();
      } catch {
        // Nothing more can be done while the process ends.
      }
    }
  });
}
