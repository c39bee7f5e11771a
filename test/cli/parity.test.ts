import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { inProcess } from '../helpers/lsp.ts';
import { productNode, repository, testFolder } from '../helpers/workspace.ts';

test('editor and command line give the same findings', async () => {
  const pages = globSync('test/fixtures/{pages,seed}/*.{md,mdx}', { cwd: repository }).filter(
    (page) => !page.includes('LICENSES'),
  );
  const texts = Object.fromEntries(pages.map((page) => [basename(page), readFileSync(join(repository, page), 'utf8')]));
  const settings = '{ "glossary": ["g.csv"], "rules": { "dash-spacing": "error" } }';
  const glossary = 'en,zh,forbidden\ntext prompt,文本提示,文字提示\nmodel,模型,样式\n';
  const folder = testFolder({ ...texts, '.yijiao.jsonc': settings, 'g.csv': glossary });
  try {
    const args = [join(repository, 'dist/cli.cjs'), 'check', '.', '--format', 'json'];
    const { stdout } = spawnSync(productNode, args, { cwd: folder.path, encoding: 'utf8', maxBuffer: 1 << 28 });
    const told = new Map<string, string[]>();
    for (const file of JSON.parse(stdout).files) {
      const lines = file.problems.map(
        (one: Record<string, unknown>) => `${one.line}:${one.column}-${one.endLine}:${one.endColumn} ${one.rule}`,
      );
      told.set(file.path, lines);
    }
    const client = await inProcess({ folders: [folder.uri('')] });
    for (const [name, text] of Object.entries(texts)) {
      const expected = told.get(name) ?? [];
      const opened = await client.open(folder.uri(name), text, name.endsWith('.mdx') ? 'mdx' : 'markdown');
      // What needs the segmenter comes a moment later.
      const complete = (all: unknown[]) => all.length === expected.length;
      const diagnostics = complete(opened) ? opened : await client.diagnostics(folder.uri(name), complete);
      const shown = diagnostics.map(
        ({ range: { start, end }, code }) =>
          `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${code}`,
      );
      assert.deepEqual(shown, expected, name);
    }
    await client.stop();
  } finally {
    folder.remove();
  }
});
