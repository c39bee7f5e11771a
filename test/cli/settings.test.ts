import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { productNode, repository, testFolder } from '../helpers/workspace.ts';

/** What the settings of a project do on the command line. */
function check(files: Record<string, string>, ...args: string[]) {
  const folder = testFolder(files);
  const cli = join(repository, 'dist/cli.cjs');
  const options = { cwd: folder.path, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1' } } as const;
  try {
    const { status, stdout, stderr } = spawnSync(productNode, [cli, ...args], options);
    const texts = Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(folder.at(name), 'utf8')]));
    return { status, stdout, stderr, texts };
  } finally {
    folder.remove();
  }
}

const settings = JSON.stringify({
  words: ['豆瓣FM'],
  ignore: ['CHANGELOG.md', 'vendor'],
  overrides: [{ files: 'blog/**', rules: { 'space-han-latin': 'off' } }],
});
const files = {
  '.yijiao.jsonc': settings,
  'a.md': '在豆瓣FM上听\n',
  'blog/a.md': '用A的\n',
  'CHANGELOG.md': '用A的\n',
  'vendor/x/a.md': '用A的\n',
};

describe('settings on the command line', () => {
  test('words, ignored pages and overrides hold', () => {
    const { status, stdout } = check(files, 'check', '.', '--format', 'json');
    const report = JSON.parse(stdout);
    assert.equal(status, 1);
    assert.equal(report.summary.files, 2);
    assert.deepEqual(
      report.files.map(({ path, problems }: { path: string; problems: { column: number }[] }) => [
        path,
        problems.map(({ column }) => column),
      ]),
      [['a.md', [5]]],
    );
  });

  test('fixing keeps words, and leaves ignored pages alone even when they are named', () => {
    const { status, texts } = check(files, 'check', '--fix', 'a.md', 'CHANGELOG.md', 'blog/a.md');
    assert.equal(status, 0);
    assert.equal(texts['a.md'], '在豆瓣FM 上听\n');
    assert.equal(texts['CHANGELOG.md'], files['CHANGELOG.md']);
    assert.equal(texts['blog/a.md'], files['blog/a.md']);
  });

  test('a comment that silences nothing is a hint, one that names no rule counts', () => {
    const idle = check({ 'a.md': '<!-- yijiao-disable-next-line -->\n好\n' }, 'check', '.');
    assert.equal(idle.status, 0);
    assert.match(idle.stdout, /1:1 +hint +The comment silences nothing here.*unused-suppression/);
    const unknown = check({ 'a.md': '<!-- yijiao-disable-file space-han-latn -->\n' }, 'check', '.');
    assert.equal(unknown.status, 1);
    assert.match(unknown.stdout, /Did you mean “space-han-latin”\?/);
  });

  test('a comment for a rule that needs the segmenter is not called idle', () => {
    const page = '<!-- yijiao-disable-next-line forbidden-term -->\n每个类都有名字\n';
    const glossary = { '.yijiao.jsonc': '{ "glossary": ["g.csv"] }', 'g.csv': 'en,zh,forbidden\nclass,类别,类\n' };
    assert.match(check({ ...glossary, 'a.md': page }, 'check', '.').stdout, /no problems/);
  });

  test('a glob that means nothing is told at its place', () => {
    const { status, stdout } = check({ '.yijiao.jsonc': '{\n "ignore": ["../x"] }', 'a.md': '好\n' }, 'check', '.');
    assert.equal(status, 1);
    assert.match(stdout, /\.yijiao\.jsonc\n\s+2:13\s+error/);
  });
});

describe('explain', () => {
  const parts: [rule: string, said: RegExp[]][] = [
    ['space-han-latin', [/Space between Chinese/, /`kubernetes`/, /where `hanLatin` is `none`/, /"hanLatin": "space"/]],
    ['halfwidth-symbol', [/`allow` \| list of texts \| `\["％"\]`/]],
    ['forbidden-term', [/self-attention,自注意力机制/]],
  ];
  for (const [rule, said] of parts) {
    test(`${rule}: what its page says`, () => {
      const { stdout, status } = check({}, 'explain', rule);
      assert.equal(status, 0);
      for (const words of said) assert.match(stdout, words);
      const page = readFileSync(join(repository, `docs/rules/${rule}.md`), 'utf8');
      const [, english] = stdout.split(/\n\n(?=## )/);
      assert.ok(page.includes(english!.trim()), 'the page holds the same text');
    });
  }

  test('a rule that does not exist: which was meant', () => {
    assert.match(check({}, 'explain', 'space-han-latn').stderr, /Did you mean “space-han-latin”\?/);
  });
});
