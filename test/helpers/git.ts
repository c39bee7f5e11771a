import { execFileSync } from 'node:child_process';
import type { TestFolder } from './workspace.ts';

// Keep line ends as written, on Windows too.
const settings = ['user.name=Test', 'user.email=test@example.com', 'core.autocrlf=false'].flatMap((one) => ['-c', one]);

/** Runs git in a test folder with a fixed author. Returns its output. */
export function git(folder: TestFolder, ...args: string[]): string {
  return execFileSync('git', [...settings, ...args], {
    cwd: folder.path,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** Turns the folder into a checkout with all of its files committed. */
export function commitAll(folder: TestFolder, message: string): string {
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', message);
  return git(folder, 'rev-parse', 'HEAD');
}
