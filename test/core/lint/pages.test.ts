import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';
import { fixAll } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { structureOf } from '../../helpers/oracle.ts';
import { defaults } from '../../helpers/settings.ts';

/**
 * Real pages of eleven projects: the licensed ones that the repository carries and, where a corpus of
 * `<project>/zh/<page>` folders is at hand (YIJIAO_CORPUS), all of its pages.
 */
const root = join(import.meta.dirname, '../../..');
const corpus = process.env.YIJIAO_CORPUS ?? join(root, '../shared/corpus/pairs');
const pages = [
  ...globSync(join(root, 'test/fixtures/pages/*.{md,mdx}')).map((path) => ({
    path,
    project: basename(path).split('.')[0]!,
  })),
  ...(existsSync(corpus) ? globSync(join(corpus, '*/zh/*')) : []).map((path) => ({
    path,
    project: path.split(/[\\/]/).at(-3)!,
  })),
].filter(({ path }) => !path.endsWith('LICENSES.md'));

interface Row {
  pages: number;
  changed: number;
  fixes: number;
  damaged: number;
  unstable: number;
}

const table: Record<string, Row> = {};
const lint = createLinter(defaults);

for (const { path, project } of pages) {
  test(`${project}: ${basename(path)} is fixed without damage, and once for all`, () => {
    table[project] ??= { pages: 0, changed: 0, fixes: 0, damaged: 0, unstable: 0 };
    const row = table[project];
    const text = readFileSync(path, 'utf8');
    const once = fixAll(parseMarkdown(text), lint);
    const twice = fixAll(parseMarkdown(once.text), createLinter(defaults));
    row.pages++;
    row.fixes += once.count;
    if (once.text !== text) row.changed++;
    if (twice.text !== once.text) row.unstable++;
    if (structureOf(once.text) !== structureOf(text)) row.damaged++;
    assert.equal(structureOf(once.text), structureOf(text));
    assert.equal(twice.text, once.text);
  });
}

after(() => console.table(table));
