import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of these scripts, with the lock files of the packaged VS Code. */
export const hostScripts = dirname(fileURLToPath(import.meta.url));

export const repoRoot = dirname(dirname(hostScripts));

/** Where the packaged VS Code is installed. Ignored by git, safe to delete. */
export const hostFolder = join(repoRoot, '.vscode-host');

/** Output of tests: bundles, screenshots, logs. Ignored by git, safe to delete. */
export const testOutput = join(repoRoot, '.test-out');
