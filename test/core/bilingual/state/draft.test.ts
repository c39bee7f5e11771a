import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compare } from '../../../../server/core/bilingual/state/compare.ts';
import { type DraftOptions, draftOf } from '../../../../server/core/bilingual/state/draft.ts';
import { isTranslation, textsOf } from '../../../../server/core/bilingual/state/marks.ts';
import { progressOf } from '../../../../server/core/bilingual/state/progress.ts';
import { blocksOf } from '../../../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../../../server/core/markdown/parse.ts';
import { randomDialect } from '../../../helpers/markdown.ts';

const mark = '<!-- TODO: 翻译 -->\n\n';
const braces = { form: 'braces', first: true } as const;
const plain = { form: 'marked', mdx: false } as const;
const comments = { form: 'comments', mdx: false } as const;

/** [what, English, options, the new page]. */
const drafts: [what: string, english: string, options: DraftOptions, expected: string][] = [
  [
    'a mark stands above each block, and keeps its distance from text',
    '# Title\nSome text.\n\n> A quotation.\n',
    plain,
    `${mark}# Title\n\n${mark}Some text.\n\n${mark}> A quotation.\n`,
  ],
  [
    'a list and a table have one mark',
    '- One thing\n- Another\n\n| Name |\n| --- |\n| Value |\n',
    plain,
    `${mark}- One thing\n- Another\n\n${mark}| Name |\n| --- |\n| Value |\n`,
  ],
  [
    'code, pictures, tags, definitions and comments are there as they are',
    '```js\nconst a = "some words";\n```\n\n![a](a.png)\n\n<br>\n\n<!-- a comment -->\n\n`npm`\n\n[a]: https://example.com\n',
    plain,
    '```js\nconst a = "some words";\n```\n\n![a](a.png)\n\n<br>\n\n<!-- a comment -->\n\n`npm`\n\n[a]: https://example.com\n',
  ],
  ['ids of headings are kept', '## Setup {#set-up}\n', { ...plain, ids: braces }, `${mark}## Setup {#set-up}\n`],
  [
    'headings get ids as a generator makes them, each its own',
    '# The `API` of it\n\n## Setup ##\n\n## Setup\n',
    { ...plain, ids: braces },
    `${mark}# The \`API\` of it {#the-api-of-it}\n\n${mark}## Setup {#setup} ##\n\n${mark}## Setup {#setup-1}\n`,
  ],
  [
    'headings of the first level stay without an id',
    '# Title\n\n## Setup\n',
    { ...plain, ids: { form: 'braces', first: false } },
    `${mark}# Title\n\n${mark}## Setup {#setup}\n`,
  ],
  [
    'ids stand in anchors above',
    '## Setup\n',
    { ...plain, ids: { form: 'anchor', first: true } },
    `<a id="setup"></a>\n\n${mark}## Setup\n`,
  ],
  [
    'ids and marks are comments of MDX',
    '## Setup\n\nSome *text*.\n',
    { form: 'marked', mdx: true, ids: { form: 'comment', first: true } },
    '{/* TODO: 翻译 */}\n\n## Setup {/*setup*/}\n\n{/* TODO: 翻译 */}\n\nSome *text*.\n',
  ],
  [
    'another front matter takes the place of that of the source, and a line stands below',
    '---\ntitle: A\n---\n\nSome text.\n',
    { ...plain, frontMatter: '---\ntitle: A\nlang: zh\n---', above: '> A link' },
    `---\ntitle: A\nlang: zh\n---\n\n> A link\n\n${mark}Some text.\n`,
  ],
  [
    'line ends are those of the source',
    'One text.\r\n\r\nMore text.\r\n',
    plain,
    `${mark}One text.\n\n${mark}More text.\n`.replaceAll('\n', '\r\n'),
  ],
  [
    'the English stands in comments, with room for the Chinese below',
    'Some text.\n\n- One\n- Two\n\n```sh\nls\n```\n',
    comments,
    '<!--\nSome text.\n-->\n\n\n<!--\n- One\n- Two\n-->\n\n\n```sh\nls\n```\n',
  ],
  [
    'below a heading in a comment its id is there',
    '## Setup\n\n### More {#more}\n',
    { ...comments, ids: braces },
    '<!--\n## Setup\n-->\n##  {#setup}\n\n<!--\n### More {#more}\n-->\n###  {#more}\n',
  ],
  ['nothing ends a comment before its end', 'An arrow --> here.\n', comments, '<!--\nAn arrow --&gt; here.\n-->\n\n'],
  [
    'nothing ends a comment of MDX before its end',
    'A glob a/*/b here, and --> there.\n',
    { form: 'comments', mdx: true },
    '{/*\nA glob a/* /b here, and --> there.\n*/}\n\n',
  ],
  [
    'what opens a container stays outside of comments',
    ':::note Some Title\n\nText here.\n\n:::\n',
    comments,
    `${mark}:::note Some Title\n\n<!--\nText here.\n-->\n\n\n:::\n`,
  ],
];

describe('a new translation', () => {
  for (const [what, english, options, expected] of drafts) {
    test(what, () => {
      const page = parseMarkdown(english, undefined, undefined, options.mdx ? 'mdx' : 'md');
      assert.equal(draftOf(page, options), expected);
    });
  }

  for (const form of ['marked', 'comments'] as const) {
    test(`of ${form} English is one, and nothing of it is translated`, () => {
      const text =
        '---\ntitle: A\n---\n\n# Title\n\nSome text, and more of it.\n\n- One thing\n- Another thing\n\n## End\n';
      const english = parseMarkdown(text);
      const draft = draftOf(english, { form, mdx: false });
      const page = parseMarkdown(draft);
      assert.ok(isTranslation(draft));
      const { blocks, open } = progressOf(page, compare(page, english));
      // The front matter has nothing to say.
      assert.deepEqual([blocks, open.length], [6, 5]);
    });
  }

  test('under marks says what its source says, whatever that is', () => {
    fc.assert(
      fc.property(randomDialect, (text) => {
        const english = parseMarkdown(text);
        const draft = parseMarkdown(draftOf(english, plain));
        assert.deepEqual(textsOf(blocksOf(draft)), textsOf(blocksOf(english)));
      }),
      { numRuns: 150 },
    );
  });
});
