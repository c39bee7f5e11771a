import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { repository } from '../helpers/workspace.ts';

const read = (file: string) => readFileSync(join(repository, file), 'utf8');
const text = read('CONTRIBUTING.md');
const scripts = Object.keys(JSON.parse(read('package.json')).scripts);

/** Parts of other scripts, which nobody runs alone. */
const inner = ['open', 'check:static', 'test:unit', 'coverage', 'bundle:vscode-tests', 'package'];

describe('CONTRIBUTING.md', () => {
  test('names only files and folders that are there', () => {
    const ignored = /^(?:dist|docs\/zh|\.test-out)\//;
    const named = [...text.matchAll(/`([\w@.-]+(?:\/[\w@.-]+)*\/?)`/g)].map((match) => match[1]!);
    const paths = named.filter((one) => one.includes('/') && !ignored.test(one));
    assert.ok(paths.length > 60, String(paths.length));
    const isThere = (path: string) =>
      existsSync(join(repository, path)) || globSync(`server/**/${path}`, { cwd: repository }).length > 0;
    assert.deepEqual(
      paths.filter((path) => !isThere(path)),
      [],
    );
  });

  test('names only scripts that are there, and every one that a person runs', () => {
    const named = [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, script, own]) => script ?? own!);
    assert.deepEqual(
      named.filter((one) => !scripts.includes(one)),
      [],
    );
    for (const script of scripts.filter((one) => !inner.includes(one))) {
      assert.ok(named.includes(script), `Say what “npm run ${script}” is for.`);
    }
  });

  test('says what each folder of tests is for', () => {
    const folders = readdirSync(join(repository, 'test'), { withFileTypes: true }).filter((one) => one.isDirectory());
    for (const { name } of folders) assert.ok(text.includes(`\`test/${name}/\``), name);
  });

  test('leads to its own sections', () => {
    const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map((match) => match[1]!.toLowerCase().replaceAll(' ', '-'));
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]!);
    assert.ok(links.length > 10);
    assert.deepEqual(
      links.filter((link) => !anchors.includes(link)),
      [],
    );
  });

  test('has lines that fit into an editor, except for tables', () => {
    const long = text.split('\n').filter((line) => line.length > 120 && !/^\s*\|/.test(line));
    assert.deepEqual(long, []);
  });
});

test('every dialect of Markdown is in use', () => {
  const folder = 'server/core/markdown/dialects';
  const index = read(`${folder}/index.ts`);
  for (const file of readdirSync(join(repository, folder))) {
    if (['dialect.ts', 'index.ts'].includes(file)) continue;
    assert.ok(index.includes(`'./${file}'`), `Enter ${file} in ${folder}/index.ts.`);
  }
});
