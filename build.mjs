import { rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

/**
 * Bundles everything that is shipped into dist/. There is no `--watch`, because a build takes a fraction of a second.
 */
const shared = {
  bundle: true,
  minify: process.argv.includes('--production'),
  sourcemap: process.argv.includes('--production') ? false : 'linked',
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
  legalComments: 'none',
};

// Prefer ES modules. The main files of some packages load their parts in ways that a bundler cannot follow.
const node = { ...shared, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const browser = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync' },
};

// Code that is seldom needed is imported dynamically and gets a bundle of its own: the segmenter with its dictionary,
// and the server, which only one command starts.
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
      // Imported by a method of a parser that is never called.
      external: ['fs'],
      // A dependency would derive a base URL from `self.location`. VS Code starts workers from `blob:`
      // URLs, and with a port those are not valid URLs, so the server would crash at start. Without
      // `location` the dependency uses a default.
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
  // Which file went into which bundle. The boundary tests and the notices read it.
  const metafiles = bundles.map((bundle) => bundle.metafile);
  await writeFile('dist/meta.json', JSON.stringify(metafiles));
  return metafiles;
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) await buildAll();
