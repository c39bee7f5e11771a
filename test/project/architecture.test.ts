import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { rules } from '../../server/core/lint/rules/index.ts';
import { boundaryKinds } from '../../server/core/style/boundary.ts';
import { repository } from '../helpers/workspace.ts';

const page = readFileSync(join(repository, 'ARCHITECTURE.md'), 'utf8');
const files = globSync('{client,server,scripts,test,docs}/**/*.*', { cwd: repository }).map((file) =>
  file.replaceAll('\\', '/'),
);
const named = (path: string) => files.filter((file) => file === path || file.endsWith(`/${path}`));
const textOf = (file: string) => readFileSync(join(repository, file), 'utf8').replace(/\s+/g, ' ');

/** A paragraph or an item of a list from its “Held by” on, on one line. */
const promises = page
  .split(/\n(?=\n|- |\d+\. )/)
  .flatMap((part) => (part.includes('*Held by*') ? [part.split('*Held by*')[1]!.replace(/\s+/g, ' ')] : []));

describe('ARCHITECTURE.md names files and functions that exist', () => {
  const spans = [...new Set(Array.from(page.matchAll(/`([^`\n]+)`/g), ([, span]) => span!))];
  const code = files
    .filter((file) => /^(?:client|server)\/.*\.ts$/.test(file))
    .map(textOf)
    .join('\n');
  for (const span of spans) {
    if (/^[\w./-]+\.(?:ts|mjs|txt)$/.test(span)) {
      test(span, () => assert.ok(existsSync(join(repository, span)) || named(span).length > 0));
    } else if (/^[a-z]+[A-Z]\w*$/.test(span)) test(span, () => assert.match(code, new RegExp(`\\b${span}\\b`)));
  }
});

describe('the tests that ARCHITECTURE.md names exist', () => {
  for (const promise of promises) {
    let titles: string[] = [];
    for (const [found, title, file] of promise.matchAll(/“([^”]+)”|`([\w./-]+\.test\.ts)`/g)) {
      if (title) titles.push(title);
      if (!file) continue;
      const expected = titles;
      titles = [];
      test(`${found} ${expected.join(', ')}`, () => {
        const [only, ...others] = named(file);
        assert.ok(only, 'the file exists');
        assert.deepEqual(others, [], 'no other file has this name');
        for (const one of expected) assert.ok(textOf(only).includes(one), `${only} has no “${one}”`);
      });
    }
    test(`every title has its file: ${promise}`, () => assert.deepEqual(titles, []));
  }
});

test('ARCHITECTURE.md lists the kinds of boundaries in order of precedence, with the rules that name them', () => {
  const rows = Array.from(page.matchAll(/^\| `(\w+)` \|.*\| ([^|]*) \|$/gm), ([, kind, cell]) => ({
    kind,
    rules: Array.from(cell!.matchAll(/`([\w-]+)`/g), ([, id]) => id!).sort(),
  }));
  const expected = boundaryKinds.map((kind) => ({
    kind,
    rules: rules
      .filter(({ boundary }) => boundary === kind)
      .map(({ id }) => id)
      .sort(),
  }));
  assert.deepEqual(rows, expected);
});
