import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Runs before anything is installed, on any Node ≥ 20 of the machine. `npm ci` brings the Node for everything else.
const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules', '.yijiao-setup');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (read(stamp) !== wanted) {
  console.log('Installing the dependencies (once)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const shell = process.platform === 'win32';
  // Retry if the registry is slow or fails.
  const patiently = ['--fetch-retries=4', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=20000'];
  const args = ['ci', '--no-audit', '--no-fund', ...patiently];
  const install = () => spawnSync(npm, args, { cwd: root, stdio: 'inherit', shell }).status;
  const status = install() && install();
  if (status !== 0) {
    console.error('“npm ci” failed twice; see above. Check the network, then run the command again.');
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
