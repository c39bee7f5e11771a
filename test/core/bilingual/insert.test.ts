import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compare } from '../../../server/core/bilingual/compare.ts';
import { insertion, missingRun } from '../../../server/core/bilingual/insert.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { applyEdits } from '../../../server/core/text/span.ts';

const mark = '<!-- TODO: 翻译 -->\n\n';
const one = 'The first paragraph has `one()` in it.';
const two = 'Nothing of this second paragraph was translated.';
const three = 'The third paragraph has `three()` in it.';

/** [what, Chinese, English, the Chinese page when the first run of missing blocks is inserted]. */
const cases: [what: string, chinese: string, english: string, expected: string | undefined][] = [
  [
    'between two paragraphs',
    '第一段有 `one()`。\n\n第三段有 `three()`。\n',
    `${one}\n\n${two}\n\n${three}\n`,
    `第一段有 \`one()\`。\n\n${mark}${two}\n\n第三段有 \`three()\`。\n`,
  ],
  ['at the beginning', '第一段有 `one()`。\n', `${two}\n\n${one}\n`, `${mark}${two}\n\n第一段有 \`one()\`。\n`],
  ['at the end', '第一段有 `one()`。', `${one}\n\n${two}\n`, `第一段有 \`one()\`。\n\n${mark}${two}`],
  [
    'in a tight list',
    '- 甲 `one()`\n- 丙 `three()`\n',
    '- First `one()`\n- Second is missing here, `two()`\n- Third `three()`\n',
    '- 甲 `one()`\n- Second is missing here, `two()`\n- 丙 `three()`\n',
  ],
  [
    'a row of a table',
    '| 甲 | 乙 |\n| --- | --- |\n| 一 `one()` | 1 |\n| 三 `three()` | 3 |\n',
    '| A | B |\n| --- | --- |\n| first `one()` | 1 |\n| second row `two()` | 2 |\n| third `three()` | 3 |\n',
    '| 甲 | 乙 |\n| --- | --- |\n| 一 `one()` | 1 |\n| second row `two()` | 2 |\n| 三 `three()` | 3 |\n',
  ],
  [
    'with the line ends of the page',
    '第一段有 `one()`。\r\n\r\n第三段有 `three()`。\r\n',
    `${one}\n\n${two}\n\n${three}\n`,
    `第一段有 \`one()\`。\r\n\r\n${mark.replaceAll('\n', '\r\n')}${two}\r\n\r\n第三段有 \`three()\`。\r\n`,
  ],
];

describe('a missing block is inserted', () => {
  for (const [what, chinese, english, expected] of cases) {
    test(what, () => {
      const [zh, en] = [parseMarkdown(chinese), parseMarkdown(english)];
      const comparison = compare(zh, en);
      const index = comparison.pairs.findIndex(({ state }) => state === 'missing');
      const run = missingRun(comparison, index);
      assert.ok(run, JSON.stringify(comparison.pairs.map(({ state }) => state)));
      const edit = insertion(zh, en, comparison, run, false);
      assert.equal(edit && applyEdits(chinese, [edit]), expected);
    });
  }

  test('in MDX with a comment of MDX', () => {
    const [zh, en] = [parseMarkdown('第一段有 `one()`。\n'), parseMarkdown(`${one}\n\n${two}\n`)];
    const comparison = compare(zh, en);
    const edit = insertion(zh, en, comparison, { from: 1, to: 2 }, true);
    assert.match(edit!.insert, /\{\/\* TODO: 翻译 \*\/\}/);
  });
});
