import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { repoRoot, testOutput } from '../../scripts/vscode-host/paths.ts';

const suite = join(import.meta.dirname, 'suite');

/** Bundles the suite, mocha included, to a CommonJS file that the extension host loads; returns its path. */
export async function bundleSuite(outdir: string): Promise<string> {
  const files = (await readdir(suite)).filter((name) => name.endsWith('.test.ts')).sort();
  const loaders = files.map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)}),`);
  const outfile = join(outdir, 'index.js');
  await rm(outdir, { recursive: true, force: true });
  await mkdir(outdir, { recursive: true });
  await writeFile(join(outdir, 'package.json'), '{ "type": "commonjs" }\n');
  await build({
    stdin: {
      contents: `import { runSuite } from './index.ts';\nexport const run = () => runSuite({\n${loaders.join('\n')}\n});\n`,
      resolveDir: suite,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    charset: 'utf8',
    sourcemap: 'linked',
    external: ['vscode'],
    logLevel: 'error',
  });
  return outfile;
}

// For F5 (.vscode/launch.json): the suite, and a copy of the sample project to change, as a checkout of its own.
if (import.meta.main) {
  const outdir = join(testOutput, 'vscode');
  await bundleSuite(outdir);
  await cp(join(repoRoot, 'sample'), join(outdir, 'sample'), { recursive: true });
  await mkdir(join(outdir, 'sample', '.git'));
}
