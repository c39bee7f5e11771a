import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type History, MAX_REVISIONS, REVISION_NAME, type Revision } from './history.ts';
import { pathOf } from './node-files.ts';

/** The History port over the `git` of the machine; `file:` URIs only. To be used in trusted workspaces alone. */
export const nodeGit: History = {
  async read(uri, revision) {
    if (!REVISION_NAME.test(revision)) return undefined;
    return run(uri, ['cat-file', 'blob', `${revision}:./${basename(pathOf(uri))}`]);
  },
  async last(uri, revision = 'HEAD') {
    return (await log(uri, ['-1', revision]))[0];
  },
  since: (uri, revision) => log(uri, [`--max-count=${MAX_REVISIONS}`, `${revision}..HEAD`]),
  async resolve(uri, name) {
    if (!REVISION_NAME.test(name)) return undefined;
    return lineOf(await run(uri, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]));
  },
  async mergeBase(uri, a, b) {
    if (!REVISION_NAME.test(a) || !REVISION_NAME.test(b)) return undefined;
    return lineOf(await run(uri, ['merge-base', a, b]));
  },
};

async function log(uri: string, range: readonly string[]): Promise<Revision[]> {
  if (range.some((name) => !name.startsWith('-') && !REVISION_NAME.test(name))) return [];
  const arguments_ = ['log', '--format=%H%x09%ct%x09%s', '--no-show-signature', ...range, '--', basename(pathOf(uri))];
  const output = (await run(uri, arguments_))?.toString('utf8') ?? '';
  return output.split('\n').flatMap((line) => {
    const [id, time, ...subject] = line.split('\t');
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

function run(uri: string, args: readonly string[]): Promise<Buffer | undefined> {
  const folder = dirname(pathOf(uri));
  // A file that is in the checkout no longer may have been the only one of its folder.
  if (!uri.startsWith('file:') || !existsSync(folder)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    execFile(
      'git',
      [...SAFE, ...args],
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

function lineOf(output: Buffer | undefined): string | undefined {
  return output?.toString('utf8').trim() || undefined;
}
