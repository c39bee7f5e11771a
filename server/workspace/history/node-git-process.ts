import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { HistoryFault } from './history.ts';

/**
 * The folder of the checkout that contains a file, found by its `.git` without running git; undefined if there is none.
 */
export function checkoutOf(file: string): string | undefined {
  for (let at = dirname(file); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) break;
  }
  // With GIT_DIR the repository is elsewhere, and the environment says where its files are.
  if (!process.env.GIT_DIR) return undefined;
  return resolve(process.env.GIT_WORK_TREE ?? '.');
}

// Switches off everything that a checkout's settings could make git run or fetch. Filters, textconv, hooks and editors
// play no part, because no command used here shows a patch, touches the index or writes.
const SAFE = [
  '--no-optional-locks',
  '--no-pager',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'protocol.allow=never',
    'log.showSignature=false',
    'log.showRoot=true',
    // A folder in the checkout that looks like a bare repository must not be used as one.
    'safe.bareRepository=explicit',
  ].flatMap((setting) => ['-c', setting]),
];

const SAFE_ENVIRONMENT = {
  // A git that does not know GIT_NO_LAZY_FETCH would fetch missing objects. With no protocol allowed, it cannot.
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_LAZY_FETCH: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  LC_ALL: 'C',
};

/** Starts git in a checkout, limited to reading. */
export function startGit(checkout: string, args: readonly string[]): ChildProcessByStdio<Writable, Readable, Readable> {
  return spawn('git', [...SAFE, '-C', checkout, ...args], {
    // The working folder must not be the checkout: some systems look for programs there
    // first, and it might contain a `git`.
    cwd: elsewhere(),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    env: environmentIn(checkout),
  });
}

function elsewhere(): string {
  const folder = dirname(process.execPath);
  return existsSync(folder) ? folder : homedir();
}

function environmentIn(checkout: string): NodeJS.ProcessEnv {
  // Do not search for a checkout in the folders above.
  const around = { GIT_CEILING_DIRECTORIES: dirname(checkout) };
  const environment: NodeJS.ProcessEnv = { ...process.env, ...SAFE_ENVIRONMENT, ...around };
  if (existsSync(join(checkout, '.git'))) {
    // Inside a git hook, these refer to the repository of the hook.
    for (const name of OF_A_HOOK) delete environment[name];
  } else if (environment.GIT_DIR) environment.GIT_DIR = resolve(environment.GIT_DIR);
  return environment;
}

const OF_A_HOOK = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/** Why git gave no answer, derived from its output. */
export function faultOf(stderr: string, error?: NodeJS.ErrnoException): HistoryFault {
  if (error) return new HistoryFault(error.code === 'ENOENT' || error.code === 'EACCES' ? 'noGit' : 'failed');
  if (/dubious ownership|unsafe repository/.test(stderr)) return new HistoryFault('notOwned');
  return new HistoryFault(/not a git repository/.test(stderr) ? 'noHistory' : 'failed');
}

/**
 * Runs git and passes its output to `take`, in chunks. False if the exit status is not 0.
 *
 * @throws HistoryFault if git cannot be run, refuses the checkout, or takes longer than `timeout` milliseconds.
 */
export function readGit(
  checkout: string,
  args: readonly string[],
  take: (piece: Buffer) => void,
  timeout = TIMEOUT,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = startGit(checkout, args);
    let stderr = '';
    const timer = setTimeout(() => {
      child.kill();
      reject(new HistoryFault('timeout'));
    }, timeout);
    child.stdin.on('error', () => {}).end();
    child.stdout.on('data', take);
    child.stderr.on('data', (piece: Buffer) => {
      if (stderr.length < MAX_STDERR) stderr += piece.toString('utf8');
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(faultOf('', error));
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      const fault = faultOf(stderr);
      if (status !== 0 && fault.reason !== 'failed') reject(fault);
      else resolve(status === 0);
    });
  });
}

/** Runs git and returns all of its output; undefined if the exit status is not 0. */
export async function runGit(checkout: string, args: readonly string[]): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  const isDone = await readGit(checkout, args, (piece) => pieces.push(piece));
  return isDone ? Buffer.concat(pieces).toString('utf8').trim() : undefined;
}

/** Milliseconds that a request about one file may take. */
export const TIMEOUT = 10_000;
const MAX_STDERR = 10_000;
