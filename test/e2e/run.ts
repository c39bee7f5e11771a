import { existsSync } from 'node:fs';
import { copyFile, readdir, rm, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../../scripts/vscode-host/chromium.ts';
import { runMain, temporaryFolder } from '../../scripts/vscode-host/cleanup.ts';
import { ensureVSCodeServer } from '../../scripts/vscode-host/install.ts';
import { repoRoot } from '../../scripts/vscode-host/paths.ts';
import { run, withThisNode } from '../../scripts/vscode-host/processes.ts';
import { screenshots } from './window.ts';

/**
 * node test/e2e/run.ts [--vsix FILE] [--pictures] [FILE.e2e.ts …]
 *
 * Packages the extension (or takes FILE), installs it in a real VS Code as a person would, and plays test/e2e/*.e2e.ts.
 * With --pictures the screenshots for the documentation are put into docs/images/.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { vsix: { type: 'string' }, pictures: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const files = positionals.length > 0 ? positionals.map((path) => resolve(path)) : await allFiles();
  if (files.length === 0) throw new Error('There is no test/e2e/*.e2e.ts to play: write one.');
  const vsix = values.vsix ? resolve(values.vsix) : await packageExtension();
  if (!existsSync(vsix)) throw new Error(`${vsix} does not exist: name a .vsix after --vsix.`);
  // A copy, since a build that runs meanwhile empties dist/.
  const installed = join((await temporaryFolder()).path, basename(vsix));
  await copyFile(vsix, installed);
  await ensureVSCodeServer();
  await ensureChromium();
  await rm(screenshots, { recursive: true, force: true });

  // One after the other: two browsers and two servers on two cores only wait for each other.
  const args = ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files];
  const env = { ...withThisNode(), YIJIAO_VSIX: installed, ...(values.pictures ? { YIJIAO_PICTURES: '1' } : {}) };
  return (await run(process.execPath, args, { env, show: true, timeoutMs: 3_600_000 })).status;
}

async function allFiles(): Promise<string[]> {
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.e2e.ts'));
  return names.sort().map((name) => join(import.meta.dirname, name));
}

async function packageExtension(): Promise<string> {
  console.log('Packaging the extension …');
  const result = await run('npm', ['run', 'package'], { cwd: repoRoot, env: withThisNode() });
  if (result.status !== 0) throw new Error(`\`npm run package\` failed: mend what it says.\n${result.output.trim()}`);
  const folder = join(repoRoot, 'dist');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.vsix'));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(folder, name))).mtimeMs })),
  );
  const newest = dated.sort((a, b) => b.time - a.time)[0];
  if (!newest) throw new Error('`npm run package` left no .vsix in dist/: make it write there, or pass --vsix FILE.');
  return join(folder, newest.name);
}

await runMain(main);
