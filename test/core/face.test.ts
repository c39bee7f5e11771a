import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, compare, fix, type LintOptions, learnStyle, lint, readGlossary } from '../../server/core/index.ts';
import { touchingThings } from '../helpers/touching.ts';

const glossary = readGlossary('en,zh,forbidden\nprompt,提示词,提示语\n', 'terms.csv').terms;

const rows: [text: string, options: LintOptions, fixed: string, rules: string[]][] = [
  ['用CLIP的', {}, '用 CLIP 的', ['space-han-latin', 'space-han-latin']],
  ['用 CLIP 的', { style: { hanLatin: 'none' } }, '用CLIP的', ['space-han-latin', 'space-han-latin']],
  ['用 CLIP 的', { style: 'd2l' }, '用CLIP的', ['space-han-latin', 'space-han-latin']],
  ['用CLIP的', { rules: { 'space-han-latin': 'off' } }, '用CLIP的', []],
  ['豆瓣FM的', { words: ['豆瓣FM'] }, '豆瓣FM 的', ['space-han-latin']],
  ['写一段“提示语”。', { glossary }, '写一段“提示语”。', ['forbidden-term']],
  ['共 13 层。\n', { english: 'It has 12 layers.\n' }, '共 13 层。\n', ['number-differs']],
  [
    "import A from '中a'\n\n用CLIP的",
    { file: 'page.mdx' },
    "import A from '中a'\n\n用 CLIP 的",
    ['space-han-latin', 'space-han-latin'],
  ],
];

describe('the face of the core', () => {
  for (const [text, options, fixed, rules] of rows) {
    test(`${JSON.stringify(text)} with ${Object.keys(options).join() || 'nothing'}`, () => {
      assert.deepEqual(
        lint(text, options).map(({ rule }) => rule),
        rules,
      );
      assert.equal(fix(text, options).text, fixed);
    });
  }

  test('a finding is plain data', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(lint('用CLIP的')[0])), {
      rule: 'space-han-latin',
      level: 'warning',
      message: { en: 'Add a space between “用” and “C”.', zh: '“用”与“C”之间应加空格。' },
      from: 0,
      to: 2,
      fixable: true,
      fixes: [{ edits: [{ from: 1, to: 1, insert: ' ' }] }],
    });
  });

  test('pages tell the style of the next one', () => {
    const style = learnStyle(Array.from({ length: 6 }, () => '使用`a`命令和`b`命令。'));
    assert.equal(style.inlineCode, 'none');
    assert.equal(fix('使用 `c` 命令', { style }).text, '使用`c`命令');
  });

  test('what pages are divided on can be said', () => {
    const style = learnStyle(Array.from({ length: 6 }, () => '使用`a`命令和 `b` 命令。'));
    assert.equal(style.inlineCode, 'mixed');
    assert.deepEqual(lint('使用`c`命令', { style }), []);
  });

  test('both sides of what is aligned', () => {
    assert.deepEqual(compare('# 题\n\n文字。\n', '# Title\n\nText.\n\nMore text.\n'), [
      { state: 'aligned', chinese: { from: 0, to: 3 }, english: { from: 0, to: 7 } },
      { state: 'aligned', chinese: { from: 5, to: 8 }, english: { from: 9, to: 14 } },
      { state: 'missing', english: { from: 16, to: 26 } },
    ]);
  });

  for (const [options, told] of [
    [{ rules: { 'no-such-rule': 'off' } }, /no-such-rule/],
    [{ rules: { 'space-link': 'loud' } }, /space-link|loud/],
    [{ style: 'nobody' }, /huggingface/],
    [{ words: [1] }, /words/],
  ] as const) {
    test(`refuses ${JSON.stringify(options)}`, () => {
      assert.throws(() => lint('中', options as never), told);
    });
  }

  test('edits lead to the fixed text, and nothing is fixable in it', () => {
    fc.assert(
      fc.property(touchingThings, (text) => {
        const fixed = fix(text);
        assert.equal(applyEdits(text, fixed.edits), fixed.text);
        assert.ok(lint(fixed.text).every(({ fixable }) => !fixable));
      }),
      { numRuns: 200 },
    );
  });
});
