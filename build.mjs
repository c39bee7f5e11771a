import { rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

/** Bundles everything that is shipped into dist/. `--watch` is not needed: a build takes a fraction of a second. */
const shared = {
  bundle: true,
  minify: process.argv.includes('--production'),
  sourcemap: process.argv.includes('--production') ? false : 'linked',
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
  legalComments: 'none',
};

// The module builds: some packages' main files load their parts in ways that no bundler can follow.
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const browser = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
};

// What is seldom needed is asked for by a dynamic import alone, and stays a bundle of its own: the segmenter with its
// dictionary, and the server, which only one command of the command line starts.
const seldomNeeded = {
  name: 'seldom-needed',
  setup({ onResolve }) {
    const apart = (path) => (args) => (args.kind === 'dynamic-import' ? { path, external: true } : undefined);
    onResolve({ filter: /segmentit\.ts$/ }, apart('./segmenter.cjs'));
    onResolve({ filter: /^\.\/node\.ts$/ }, apart('./server.cjs'));
  },
};
const segmenter = { entryPoints: ['server/core/glossary/segmentit.ts'] };

export async function buildAll() {
  await rm('dist', { recursive: true, force: true });
  const bundles = await Promise.all([
    build({ ...node, entryPoints: ['client/node.ts'], outfile: 'dist/client.cjs', external: ['vscode'] }),
    build({
      ...browser,
      format: 'cjs',
      entryPoints: ['client/browser.ts'],
      outfile: 'dist/client.browser.cjs',
      external: ['vscode'],
    }),
    build({ ...node, entryPoints: ['server/node.ts'], outfile: 'dist/server.cjs', plugins: [seldomNeeded] }),
    build({
      ...browser,
      format: 'iife',
      entryPoints: ['server/browser.ts'],
      outfile: 'dist/server.browser.js',
      // Wanted by a method of a parser that is never called.
      external: ['fs'],
      // A dependency would make its base address of the worker's, which VS Code starts from a `blob:` address: with a
      // port there that is no URL, and the server would end where it begins. Without one it takes an address of its own.
      define: { 'self.location': 'undefined' },
    }),
    build({
      ...node,
      entryPoints: ['server/cli.ts'],
      outfile: 'dist/cli.cjs',
      plugins: [seldomNeeded],
      banner: { js: '#!/usr/bin/env node' },
    }),
    build({ ...node, ...segmenter, outfile: 'dist/segmenter.cjs' }),
    build({
      ...browser,
      ...segmenter,
      format: 'iife',
      globalName: 'yijiaoSegmenter',
      outfile: 'dist/segmenter.browser.js',
    }),
  ]);
  // Which file reached which bundle: the tests of the boundaries and the notices read it.
  const metafiles = bundles.map((bundle) => bundle.metafile);
  await writeFile('dist/meta.json', JSON.stringify(metafiles));
  return metafiles;
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) await buildAll();
