import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type History, MAX_REVISIONS, REVISION_NAME, type Revision } from './history.ts';
import { pathOf } from './node-files.ts';

/** The History port over the `git` of the machine; `file:` URIs only. To be used in trusted workspaces alone. */
export const nodeGit: History = {
  async read(uri, revision) {
    if (!REVISION_NAME.test(revision)) return undefined;
    return run(uri, (path) => ['cat-file', 'blob', `${revision}:./${path}`]);
  },
  async last(uri, revision = 'HEAD') {
    return (await log(uri, ['-1', revision]))[0];
  },
  since: (uri, revision) => log(uri, [`--max-count=${MAX_REVISIONS}`, `${revision}..HEAD`]),
  async resolve(uri, name) {
    if (!REVISION_NAME.test(name)) return undefined;
    return lineOf(await run(uri, () => ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]));
  },
  async mergeBase(uri, a, b) {
    if (!REVISION_NAME.test(a) || !REVISION_NAME.test(b)) return undefined;
    return lineOf(await run(uri, () => ['merge-base', a, b]));
  },
};

async function log(uri: string, range: readonly string[]): Promise<Revision[]> {
  if (range.some((name) => !name.startsWith('-') && !REVISION_NAME.test(name))) return [];
  const format = ['log', '--format=%H%x09%ct%x09%D%x09%s', '--decorate=short', '--no-show-signature'];
  const output = (await run(uri, (path) => [...format, ...range, '--', path]))?.toString('utf8') ?? '';
  return output.split('\n').flatMap((line) => {
    const [id, time, names, ...subject] = line.split('\t');
    // Where a shallow history begins, every file seems to have been made.
    if (names?.split(', ').includes('grafted')) return [];
    return id && time ? [{ id, time: Number(time), subject: subject.join('\t') }] : [];
  });
}

// What a checkout's own configuration could make git run or fetch is switched off.
const SAFE = [
  '--no-optional-locks',
  '--no-pager',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'protocol.allow=never',
];
const SAFE_ENVIRONMENT = { GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
const TIMEOUT = 10_000;
const MAX_OUTPUT = 32 * 1024 * 1024;

/** `args` are given the file's path relative to the folder in which git runs. */
function run(uri: string, args: (path: string) => readonly string[]): Promise<Buffer | undefined> {
  if (!uri.startsWith('file:')) return Promise.resolve(undefined);
  const file = pathOf(uri);
  const folder = existingFolder(file);
  if (!process.env.GIT_DIR && !isInCheckout(folder)) return Promise.resolve(undefined);
  const path = relative(folder, file).split(sep).join('/');
  return new Promise((resolve) => {
    execFile(
      'git',
      [...SAFE, ...args(path)],
      {
        cwd: folder,
        encoding: 'buffer',
        timeout: TIMEOUT,
        maxBuffer: MAX_OUTPUT,
        windowsHide: true,
        env: { ...process.env, ...SAFE_ENVIRONMENT },
      },
      (error, stdout) => resolve(error ? undefined : stdout),
    );
  });
}

// To start git only to hear that there is none costs more than to look.
function isInCheckout(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (at === dirname(at)) return false;
  }
}

// A file that is in the checkout no longer may have been the only one of its folder.
function existingFolder(file: string): string {
  let folder = dirname(file);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

function lineOf(output: Buffer | undefined): string | undefined {
  return output?.toString('utf8').trim() || undefined;
}
