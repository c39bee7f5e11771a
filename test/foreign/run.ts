import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { repoRoot, testOutput } from '../../scripts/vscode-host/paths.ts';
import { differences, type Figures, figuresOf, type Snapshot } from './snapshot.ts';

/**
 * npm run foreign -- [--fetch] [--write] [--list FILE] [--snapshot FILE] [FOLDER]
 *
 * Checks the pages of other projects, at pinned commits, with the bundled command line, and compares the counts with those of
 * the snapshot: what a change of a rule does to people who never saw it. FOLDER holds a checkout for each `name` of the list;
 * `--fetch` brings those that are missing. `--write` makes the counts the new snapshot.
 * Ends with 1 when a count differs, with 2 when a checkout is missing.
 */
interface Repository {
  readonly name: string;
  readonly url: string;
  /** All 40 digits: no server gives a shorter one. */
  readonly commit: string;
  /** What is checked out: the translations and, where it is there, their English. */
  readonly folders: readonly string[];
  readonly check: readonly string[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fetch: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    list: { type: 'string', default: join(import.meta.dirname, 'repositories.json') },
    snapshot: { type: 'string', default: join(import.meta.dirname, 'snapshot.json') },
  },
});
const folder = resolve(positionals[0] ?? join(testOutput, 'foreign'));
const counted = join(testOutput, 'foreign.json');

const now: Record<string, Figures> = {};
for (const repository of readJson<Repository[]>(values.list)) {
  const checkout = join(folder, repository.name);
  if (!existsSync(checkout) && values.fetch) fetch(repository, checkout);
  if (!existsSync(checkout)) fail(`${checkout} is missing: add --fetch, or name the folder that holds it.`);
  now[repository.name] = check(repository, checkout);
}
write(counted, now);

if (values.write) write(values.snapshot, now);
const changed = differences(existsSync(values.snapshot) ? readJson<Snapshot>(values.snapshot) : {}, now);
for (const line of changed) console.log(line);
console.log(
  changed.length === 0
    ? `The findings in ${Object.keys(now).length} projects are those of the snapshot.`
    : `${changed.length} figures differ from the snapshot. Look at the pages; where the new ones are right, run “npm run foreign -- --write” (they are in ${counted}).`,
);
process.exitCode = changed.length === 0 ? 0 : 1;

/** The pinned commit alone, and of it the folders that are looked at; a link in it becomes a file that holds its target. */
function fetch({ name, url, commit, folders }: Repository, checkout: string): void {
  console.log(`Fetching ${name} …`);
  mkdirSync(checkout, { recursive: true });
  git(checkout, 'init', '-q');
  git(checkout, 'config', 'core.symlinks', 'false');
  git(checkout, 'config', 'core.autocrlf', 'false');
  git(checkout, 'remote', 'add', 'origin', url);
  git(checkout, 'sparse-checkout', 'set', ...folders);
  git(checkout, 'fetch', '-q', '--depth', '1', '--filter=blob:none', 'origin', commit);
  git(checkout, 'checkout', '-q', 'FETCH_HEAD');
}

function git(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  if (status !== 0) fail(`git ${args.join(' ')} failed in ${cwd}:\n${stderr}`);
}

function check(repository: Repository, cwd: string): Figures {
  const args = [join(repoRoot, 'dist', 'cli.cjs'), 'check', ...repository.check, '--format', 'json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (!stdout.trim() || status === null || status > 1) fail(`yijiao check failed in ${cwd}:\n${stderr}`);
  return figuresOf(repository.commit, JSON.parse(stdout));
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function write(path: string, snapshot: Snapshot): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(snapshot, null, 1)}\n`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
