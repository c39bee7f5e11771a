import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixAll } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import type { Finding } from '../../../server/core/lint/rule.ts';
import { rules } from '../../../server/core/lint/rules/index.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import type { Style } from '../../../server/core/style/style.ts';
import { defaults } from '../../helpers/settings.ts';
import { anyStyle, touchingThings } from '../../helpers/touching.ts';

const linterFor = (style: Partial<Style>) => createLinter({ ...defaults, style: { ...defaults.style, ...style } });

// Opposed styles: one of the kinds that meet decides.
const cases: [text: string, style: Partial<Style>, fixed: string][] = [
  ['用[**内容**](u)的。', { link: 'none', strong: 'space' }, '用[**内容**](u)的。'],
  ['用 [**内容**](u) 的。', { link: 'none', strong: 'space' }, '用[**内容**](u)的。'],
  ['用[**内容**](u)的。', { link: 'space', strong: 'none' }, '用 [**内容**](u) 的。'],
  ['用 **[内容](u)** 的。', { link: 'space', strong: 'none' }, '用 **[内容](u)** 的。'],
  ['用[*内容*](u)的。', { link: 'none', emphasis: 'space' }, '用[*内容*](u)的。'],
  ['用***内容***的。', { strong: 'space', emphasis: 'none' }, '用 ***内容*** 的。'],
  ['用**参考**[指南](u)的。', { strong: 'none', link: 'space' }, '用**参考** [指南](u) 的。'],
  ['用**参考** [指南](u)的。', { strong: 'space', link: 'none' }, '用 **参考**[指南](u)的。'],
  ['用**参考***指南*的。', { strong: 'space', emphasis: 'none' }, '用 **参考** *指南*的。'],
  // The pages are divided on what decides: nothing is done.
  ['用[**内容**](u) 的。', { link: 'mixed', strong: 'space' }, '用[**内容**](u) 的。'],
  // What is not of Chinese on both sides has an owner of its own.
  ['用[**API**](u)的。', { hanLatin: 'space', link: 'none', strong: 'none' }, '用 [**API**](u) 的。'],
  ['用[**`a`**](u)的。', { inlineCode: 'none', link: 'space', strong: 'space' }, '用[**`a`**](u)的。'],
  // Without its blank the mark would close nothing (CommonMark §6.2): nobody asks for that.
  ['使用 **`code`** 函数', { inlineCode: 'none' }, '使用 **`code`** 函数'],
  ['阅读 **[指南](u)** 来', { link: 'none' }, '阅读 **[指南](u)** 来'],
  ['它们是 **“额外”** 发生', { quoteSpace: 'none' }, '它们是 **“额外”** 发生'],
  ['然后 _永远_ 等于', { emphasis: 'none' }, '然后 _永远_ 等于'],
  ['**试试看！** 选择', {}, '**试试看！** 选择'],
  ['宽 *（米）* 高 *（米）', {}, '宽 *（米）* 高 *（米）'],
  // Doubled blanks go with what decides, or become one.
  ['用  [内容](u)的。', { link: 'none' }, '用[内容](u)的。'],
  ['用  [内容](u)的。', { link: 'space' }, '用 [内容](u) 的。'],
  ['用  [内容](u)  的。', { link: 'mixed' }, '用 [内容](u) 的。'],
];

for (const [text, style, expected] of cases) {
  test(`${JSON.stringify(text)} under ${JSON.stringify(style)}`, () => {
    const lint = linterFor(style);
    const { text: fixed } = fixAll(parseMarkdown(text), lint);
    assert.equal(fixed, expected);
    const left = lint(parseMarkdown(fixed)).findings.filter(({ rule }) => rule.group === 'spacing');
    assert.deepEqual(
      left.map(({ rule }) => rule.id),
      [],
    );
  });
}

test('every rule on blanks names the boundaries of which it speaks, or yields', () => {
  const others = rules.filter(({ group, boundary, yields }) => group === 'spacing' && !boundary && !yields);
  // It takes the blanks out together with the slash between them.
  assert.deepEqual(
    others.map(({ id }) => id),
    ['slash-spacing'],
  );
});

test('whatever touches and whatever the style, fixing comes to rest', () => {
  fc.assert(
    fc.property(touchingThings, anyStyle, (text, style) => {
      const lint = linterFor(style);
      const once = fixAll(parseMarkdown(text), lint).text;
      assert.equal(fixAll(parseMarkdown(once), lint).text, once);
    }),
    { numRuns: 1500 },
  );
});

test('no gap is asked to be there and not to be there', () => {
  fc.assert(
    fc.property(touchingThings, anyStyle, (text, style) => {
      const wanted = new Map<number, string>();
      for (const [gap, blanks] of blanksAskedFor(text, linterFor(style)(parseMarkdown(text)).findings)) {
        assert.equal(wanted.get(gap) ?? blanks, blanks, `at ${gap}`);
        wanted.set(gap, blanks);
      }
    }),
    { numRuns: 1500 },
  );
});

/** The gaps of a text by where they begin, with what the first fixes of findings would leave there. */
function* blanksAskedFor(text: string, findings: readonly Finding[]): Generator<[gap: number, blanks: string]> {
  for (const { fixes } of findings) {
    const [fix] = fixes;
    // What makes markup of plain text asks for more than a blank.
    if (!fix || fix.changesMarkup) continue;
    for (const { from, to, insert } of fix.edits) {
      if (!/^ *$/.test(text.slice(from, to) + insert)) continue;
      let [start, end] = [from, to];
      while (text[start - 1] === ' ') start--;
      while (text[end] === ' ') end++;
      yield [start, text.slice(start, from) + insert + text.slice(to, end)];
    }
  }
}
