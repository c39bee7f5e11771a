import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compare } from '../../../../server/core/bilingual/state/compare.ts';
import { allInsertions } from '../../../../server/core/bilingual/state/insert.ts';
import { isTranslation } from '../../../../server/core/bilingual/state/marks.ts';
import { progressOf } from '../../../../server/core/bilingual/state/progress.ts';
import { parseMarkdown } from '../../../../server/core/markdown/parse.ts';
import { applyEdits } from '../../../../server/core/text/span.ts';

const mark = '<!-- TODO: 翻译 -->\n\n';
const english = `# Overview

The model learns to remove noise from an image.

- It is trained with \`fit()\` first.
- It is tried with \`run()\` then.

| Name | What it is |
| --- | --- |
| \`a\` | The first of **all** |
`;
const title = '# 概述\n\n';
const text = '模型学习去除图像中的噪声。\n\n';
const list = '- 先用 `fit()` 训练。\n- 再用 `run()` 试用。\n\n';
const table = '| 名称 | 说明 |\n| --- | --- |\n| `a` | **所有**之首 |\n';

/** [what, Chinese page, blocks that are translated of all six, what is to be written over: `why: text`]. */
const pages: [what: string, chinese: string, translated: number, stops: string[]][] = [
  ['is finished', title + text + list + table, 6, []],
  [
    'is open where the English prose stands',
    `${title}The model learns to remove noise from an image.\n\n${list}${table}`,
    5,
    ['untranslated: The model learns to remove noise from an image.'],
  ],
  ['is open where a block is missing, behind the one before', title + list + table, 5, ['missing: ']],
  [
    'is open under a mark, which goes before what stands there',
    `${mark}# Overview\n\n${mark}${text}${list}${table}`,
    4,
    ['marked: Overview', `done: ${mark}`],
  ],
  [
    'is open in a list under a mark, item by item',
    `${title + text}${mark}- 先用 \`fit()\` 训练。\n- It is tried with \`run()\` then.\n\n${table}`,
    4,
    ['marked: It is tried with `run()` then.'],
  ],
  [
    'is open in a table under a mark, cell by cell',
    `${title + text + list}${mark}| Name | 说明 |\n| --- | --- |\n| \`a\` | The first of **all** |\n`,
    4,
    ['marked: Name', 'marked: The first of **all**'],
  ],
  [
    'counts a block as translated when its mark is gone, whatever a heading says',
    `# Overview\n\n${text}${list}${table}`,
    6,
    [],
  ],
  [
    'is open where a heading has no words yet, before its id',
    `#  {#overview}\n\n${text}${list}${table}`,
    5,
    ['empty: '],
  ],
  [
    'is open below the English in a comment',
    `${title}<!--\nThe model learns to remove noise from an image.\n-->\n\n\n${list}${table}`,
    5,
    ['empty: '],
  ],
];

describe('the progress of a translation', () => {
  for (const [what, chinese, translated, expected] of pages) {
    test(`it ${what}`, () => {
      const page = parseMarkdown(chinese);
      const { blocks, open, done } = progressOf(page, compare(page, parseMarkdown(english)));
      const stops = [
        ...open.flatMap(({ why, stops }) => stops.map(({ from, to }) => `${why}: ${chinese.slice(from, to)}`)),
        ...done.map(({ mark: { from }, unit }) => `done: ${chinese.slice(from, unit.from)}`),
      ];
      assert.equal(blocks, 6);
      assert.equal(blocks - open.length, translated);
      assert.deepEqual(stops, expected);
    });
  }

  for (const id of [' {#over-view}', ' {/*over-view*/}', ' { #over-view }', '[[over-view]]'])
    test(`the id ${id} of a heading is not written over`, () => {
      const chinese = `${mark}# **Overview** of it${id}\n`;
      const page = parseMarkdown(chinese);
      const [open] = progressOf(page, compare(page, parseMarkdown('# **Overview** of it\n'))).open;
      assert.deepEqual(
        open!.stops.map(({ from, to }) => chinese.slice(from, to)),
        ['**Overview** of it'],
      );
    });

  test('a place below a comment is the empty line', () => {
    const chinese = `${title}<!--\nThe model learns to remove noise from an image.\n-->\n\n\n${list}${table}`;
    const page = parseMarkdown(chinese);
    const [open] = progressOf(page, compare(page, parseMarkdown(english))).open;
    assert.deepEqual(open!.stops, [{ from: chinese.indexOf('-->') + 4, to: chinese.indexOf('-->') + 4 }]);
  });
});

/** [what, the text, whether it is a translation]. */
const kinds: [what: string, text: string, expected: boolean][] = [
  ['a Chinese page', '# 概述\n\n模型学习去除噪声。\n', true],
  ['an English page', english, false],
  ['an English page with comments', `<!-- This page is made by hand. -->\n\n${english}`, false],
  ['a page of English under marks', `${mark}# Overview\n\n${mark}Some English text.\n`, true],
  [
    'a page of English in comments',
    '---\ntitle: A\n---\n\n<!--\n# Some Overview\n-->\n\n```sh\nnpm install\n```\n',
    true,
  ],
  [
    'a page of English in comments, with all that is no prose',
    `---\ntitle: A long title of many words\n---\n\n<!--\nSome English text.\n-->\n\n\n![An image of some more words](a.png)\n\n<img alt="An image of some more words">\n\n[a]: https://example.com/with/some/long/way\n\n    npm install all of it\n`,
    true,
  ],
  [
    'a page of English in comments of which a little is translated',
    `<!--\n${'The English text is long. '.repeat(40)}\n-->\n\n很短的一段。\n`,
    true,
  ],
  ['a page of code', '```sh\nnpm install it all\n```\n', false],
];

describe('a page that is a translation, or will be', () => {
  for (const [what, page, expected] of kinds) {
    test(`${what} ${expected ? 'is one' : 'is none'}`, () => assert.equal(isTranslation(page), expected));
  }
});

describe('all that is missing is inserted', () => {
  const inserted = (chinese: string) => {
    const [zh, en] = [parseMarkdown(chinese), parseMarkdown(english)];
    const { edits, ...counts } = allInsertions(zh, en, compare(zh, en), false);
    return { page: applyEdits(chinese, edits), ...counts };
  };

  test('each at its place, with a mark above each paragraph, list and table', () => {
    const { page, inserted: count, left } = inserted(`${title}${list}`);
    assert.deepEqual([count, left], [3, 0]);
    assert.equal(
      page,
      `${title}${mark}The model learns to remove noise from an image.\n\n${list.trimEnd()}\n\n${mark}${english.slice(english.indexOf('| Name')).trimEnd()}\n\n`,
    );
  });

  test('an item of a list among the others', () => {
    const { page, inserted: count } = inserted(title + text + list.replace(/.*\n/, '') + table);
    assert.equal(count, 1);
    assert.match(page, /- It is trained with `fit\(\)` first\.\n- 再用/);
  });

  test('nothing where nothing is missing', () => {
    const page = title + text + list + table;
    assert.deepEqual(inserted(page), { page, inserted: 0, left: 0 });
  });
});
