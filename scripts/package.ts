import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import packageJson from '../package.json' with { type: 'json' };

/** Builds for production and writes the .vsix that users install. */
process.argv.push('--production');
const { buildAll } = await import('../build.mjs');
await buildAll();

const root = join(import.meta.dirname, '..');
const packagePath = join(root, 'dist', `yijiao-${packageJson.version}.vsix`);
await createVSIX({ cwd: root, packagePath, dependencies: false });
console.log(packagePath);
