import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../helpers/workspace.ts';

const files = ['package.json', 'package-lock.json'];

/** The folder in which the other programs are installed, at the versions of the lock file; npm brings them once. */
export function ensurePeers(): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(import.meta.dirname, file)));
  const folder = join(repository, '.test-out', `peers-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  console.log('Installing the programs to compare with (once) …');
  const staging = `${folder}.installing`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  for (const file of files) copyFileSync(join(import.meta.dirname, file), join(staging, file));
  const shell = process.platform === 'win32';
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: staging, stdio: 'inherit', shell });
  if (status !== 0) throw new Error('“npm ci” failed; see above. Check the network, then run the command again.');
  // Only a complete folder has the name that is looked for.
  renameSync(staging, folder);
  return folder;
}
