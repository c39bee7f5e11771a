import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compare } from '../../../../server/core/bilingual/state/compare.ts';
import { insertion, missingRun } from '../../../../server/core/bilingual/state/insert.ts';
import { parseMarkdown } from '../../../../server/core/markdown/parse.ts';
import { applyEdits } from '../../../../server/core/text/span.ts';

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

/** [what, English, Chinese, the Chinese page with the missing block, its mark taken off]. */
const structures: [what: string, english: string, chinese: string, expected: string][] = [
  [
    'a paragraph',
    '# `One`\n\nThe first text.\n\nAnd this is missing.\n\n## `Two`\n',
    '# `One`\n\n第一段。\n\n## `Two`\n',
    '# `One`\n\n第一段。\n\nAnd this is missing.\n\n## `Two`\n',
  ],
  [
    'an item of a tight list',
    '# List\n\n- first `a`\n- second `b`\n- third `c`\n',
    '# 列表\n\n- 一 `a`\n- 三 `c`\n',
    '# 列表\n\n- 一 `a`\n- second `b`\n- 三 `c`\n',
  ],
  [
    'an item inside of an item',
    '# List\n\n- first `a`\n  - second `b`\n- third `c`\n',
    '# 列表\n\n- 一 `a`\n- 三 `c`\n',
    '# 列表\n\n- 一 `a`\n  - second `b`\n- 三 `c`\n',
  ],
  [
    'a row',
    '| Name | Use |\n| --- | --- |\n| `a` | one |\n| `b` | two |\n| `c` | three |\n',
    '| 名称 | 用途 |\n|--|--|\n| `a` | 一 |\n| `c` | 三 |\n',
    '| 名称 | 用途 |\n|--|--|\n| `a` | 一 |\n| `b` | two |\n| `c` | 三 |\n',
  ],
  [
    'the first row',
    '| Name `x` | Use |\n| --- | --- |\n| `a` | one |\n| `c` | three |\n',
    '| 名称 `x` | 用途 |\n|--|--|\n| `c` | 三 |\n',
    '| 名称 `x` | 用途 |\n|--|--|\n| `a` | one |\n| `c` | 三 |\n',
  ],
  [
    'a paragraph of a quotation',
    '# Note\n\n> First `a`.\n>\n> Second `b`, missing.\n\nThe `end`.\n',
    '# 注\n\n> 一 `a`。\n\n`end`。\n',
    '# 注\n\n> 一 `a`。\n>\n> Second `b`, missing.\n\n`end`。\n',
  ],
  [
    'code inside of MDX',
    '# Steps\n\n<Steps>\n\nRun `it`:\n\n```sh\nnpm start\n```\n\n</Steps>\n\nThe `end`.\n',
    '# 步骤\n\n<Steps>\n\n运行 `it`：\n\n</Steps>\n\n`end`。\n',
    '# 步骤\n\n<Steps>\n\n运行 `it`：\n\n```sh\nnpm start\n```\n\n</Steps>\n\n`end`。\n',
  ],
  [
    'lines that end as the page has them',
    '# `One`\n\nThe first text.\n\nAnd this\nis missing.\n\n## `Two`\n',
    '# `One`\r\n\r\n第一段。\r\n\r\n## `Two`\r\n',
    '# `One`\r\n\r\n第一段。\r\n\r\nAnd this\r\nis missing.\r\n\r\n## `Two`\r\n',
  ],
  [
    'the first block',
    'An introduction that is missing.\n\n# `One`\n\nThe first `text`.\n',
    '# `One`\n\n第一段 `text`。\n',
    'An introduction that is missing.\n\n# `One`\n\n第一段 `text`。\n',
  ],
];

describe('a missing block is inserted', () => {
  for (const [what, chinese, english, expected] of cases) {
    test(what, () => {
      assert.equal(inserted(chinese, english), expected);
    });
  }

  for (const [what, english, chinese, expected] of structures) {
    test(`${what}, in the structure of the source`, () => {
      const fixed = inserted(chinese, english)?.replace(/<!-- TODO: 翻译 -->\s+/, '');
      assert.equal(fixed, expected);
      const { pairs } = compare(parseMarkdown(expected), parseMarkdown(english));
      assert.ok(pairs.every(({ state }) => state !== 'missing'));
    });
  }

  test('in MDX with a comment of MDX', () => {
    const [zh, en] = [parseMarkdown('第一段有 `one()`。\n'), parseMarkdown(`${one}\n\n${two}\n`)];
    const comparison = compare(zh, en);
    const edit = insertion(zh, en, comparison, { from: 1, to: 2 }, true);
    assert.match(edit!.insert, /\{\/\* TODO: 翻译 \*\/\}/);
  });
});

function inserted(chinese: string, english: string): string | undefined {
  const [zh, en] = [parseMarkdown(chinese), parseMarkdown(english)];
  const comparison = compare(zh, en);
  const index = comparison.pairs.findIndex(({ state }) => state === 'missing');
  const run = missingRun(comparison, index);
  assert.ok(run, JSON.stringify(comparison.pairs.map(({ state }) => state)));
  const edit = insertion(zh, en, comparison, run, false);
  return edit && applyEdits(chinese, [edit]);
}
