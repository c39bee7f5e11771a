import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parser as commonMark, GFM, InlineContext, type MarkdownParser, Table } from '@lezer/markdown';
import fc from 'fast-check';
import { blocksOf } from '../../../server/core/markdown/blocks.ts';
import { extensionOf } from '../../../server/core/markdown/dialects/index.ts';
import { withFastInline } from '../../../server/core/markdown/inline.ts';
import { type Markdown, parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { skeletonOf } from '../../../server/core/markdown/skeleton.ts';
import { applyEdits, type Edit, editsCollide } from '../../../server/core/text/span.ts';
import { toTheEnd } from '../../helpers/hang.ts';
import { randomDialect, randomMarkdown } from '../../helpers/markdown.ts';

const kindsOf = (text: string) => blocksOf(parseMarkdown(text)).map((block) => block.leaf.kind);

const cases: [name: string, text: string, kinds: string[]][] = [
  ['YAML front matter', '---\ntitle: a,中\n---\n正文', ['frontMatter', 'paragraph']],
  ['TOML front matter', '+++\ntitle = "标题a"\n+++\n\n正文', ['frontMatter', 'paragraph']],
  ['front matter that is never closed', '---\ntitle: a\n\n正文', ['rule', 'paragraph', 'paragraph']],
  ['front matter behind a byte order mark', '\uFEFF---\na: 中\n---\n正文', ['frontMatter', 'paragraph']],
  ['front matter with CRLF', '---\r\na: 中\r\n---\r\n\r\n正文', ['frontMatter', 'paragraph']],
  ['a block of mathematics', '前\n$$\n中a文 = x\n$$\n后', ['paragraph', 'math', 'paragraph']],
  [
    'a component over blank lines',
    '<Question\n choices={[\n\n { text: "正确,因为" },\n\n]} />\n\n后',
    ['html', 'paragraph'],
  ],
  ['a component that is never closed', '<Question\n choices={[\n\n正文', ['html', 'paragraph']],
  [
    'code with blank lines inside of components',
    '<Tabs>\n  <Tab label="甲">\n  ```sh\n  # 注释a\n  npm a\n\n  # 注释b\n  ```\n  </Tab>\n</Tabs>\n\n## 题\n\n后',
    ['html', 'heading', 'paragraph'],
  ],
  ['a component up to a blank line', '<Tip>\n正文a\n\n```\n甲\n\n乙\n```\n</Tip>', ['html', 'code', 'html']],
  ['an import of MDX', "import A from './中a.js'\n\n正文", ['esm', 'paragraph']],
  ['prose that starts with import', 'import 语句用来导入模块', ['paragraph']],
  ['a directive', ':::warning 注意a\n正文\n:::', ['directive', 'paragraph', 'directive']],
  [
    'an admonition',
    '???+ note "标题"\n    正文\n\n        代码\n\n后',
    ['directive', 'paragraph', 'code', 'paragraph'],
  ],
  ['content tabs in a list', '- 项\n\n    === "甲"\n\n        正文', ['paragraph', 'directive', 'paragraph']],
  ['code of a template', '{% highlight js %}\n中a\n\n中b\n{% endhighlight %}\n\n后', ['code', 'paragraph']],
  ['a directive inside of code that lines share', '`a\n:::\nb`', ['paragraph']],
  ['exclamation marks', '!!! 好\n    正文', ['paragraph']],
  ['a footnote', '[^注1]: 说明a\n\n正文', ['footnote', 'paragraph']],
  ['a definition', '[文档a]: https://a.com', ['definition']],
  ['a table', '| 甲 | 乙 |\n| --- | --- |\n| a | b |', ['row', 'row']],
  ['a table with a row of dashes', '| 甲 | 乙 |\n|-|-|\n|-|-|\n| a | b |', ['row', 'row', 'row']],
  ['a table of one column without a pipe', '甲\n:-:\n乙', ['row', 'row']],
  ['an item below a table', '| 甲 | 乙 |\n|-|-|\n2. a\n3. b', ['row', 'paragraph', 'paragraph']],
  ['HTML that ends at a blank line with CRLF', '<div>\r\n\r\n正文', ['html', 'paragraph']],
  ['table with CRLF', '| a | b |\r\n| - | -: |\r\n| 甲 | 乙 |', ['row', 'row']],
  ['an item that is but a pipe, with CRLF', '- |\r\n\r\n      a', ['paragraph', 'code']],
  ['table with blanks behind the line under its head', '说明\n| a |\n|:- | \t\n| 甲 |', ['paragraph', 'row', 'row']],
];

for (const [name, text, kinds] of cases) test(`reads ${name}`, () => assert.deepEqual(kindsOf(text), kinds));

test('lists nest as deep as anyone writes, and no deeper than is cheap', () => {
  const depthOf = (text: string) => blocksOf(parseMarkdown(text)).map(({ listDepth }) => listDepth);
  assert.deepEqual(depthOf(`${'- '.repeat(60)}中`), [60]);
  assert.deepEqual(depthOf(`${'1. '.repeat(90)}中\n\n后`), [90, 0]);
  for (const mark of ['- ', '1. ', '> ', '> - ']) {
    const text = `${mark.repeat(100_000)}中\n${'\n'.repeat(20_000)}后`;
    assert.deepEqual(toTheEnd(() => depthOf(text)).at(-1), 0);
  }
});

test('a long line in a formula that is not closed comes to an end', () => {
  for (const line of ['a'.repeat(800_000), 'ab '.repeat(200_000)]) {
    const blocks = toTheEnd(() => blocksOf(parseMarkdown(`$$\n\n${line}\n$$\n`)));
    assert.equal(blocks.at(-1)?.leaf.kind, 'math');
  }
});

test('inline text is read as the parser would read it by itself', () => {
  const pieces = fc.constantFrom(
    ...'中a1_ *`[]()<>!$\\@.+-:/&~{}\n',
    'www.a.cn',
    'http://',
    'a@b.cn',
    'mailto:',
    '中www.b.cn',
    '](u)',
  );
  fc.assert(
    fc.property(fc.string({ unit: pieces, maxLength: 30 }), (text) => {
      assert.deepEqual(treeOf(parser.parseInline(text, 3)), treeOf(slowParser.parseInline(text, 3)));
    }),
    { numRuns: 3000 },
  );
});

test('parsing again after an edit gives what parsing from scratch gives', () => {
  fc.assert(
    fc.property(randomDialect, randomDialect, fc.nat(), fc.nat(8), (text, inserted, at, length) => {
      const from = at % (text.length + 1);
      const edited = text.slice(0, from) + inserted + text.slice(from + length);
      const again = parseMarkdown(edited, parseMarkdown(text));
      assert.equal(again.tree.toString(), parseMarkdown(edited).tree.toString());
      assert.deepEqual(skeletonOf(again), skeletonOf(parseMarkdown(edited)));
    }),
    { numRuns: 3000 },
  );
});

test('blocks of unchanged text are the same objects after an edit elsewhere', () => {
  const text = Array.from(
    { length: 50 },
    (_, i) => `第 ${i} 段的文字，说明第 ${i} 件事情，长短和别的段落差不多。`,
  ).join('\n\n');
  const before = parseMarkdown(text);
  const leaves = new Set(blocksOf(before).map((block) => block.leaf));
  const after = blocksOf(parseMarkdown(`${text.slice(0, 500)}新${text.slice(500)}`, before));
  assert.ok(after.filter((block) => leaves.has(block.leaf)).length >= 40);
});

test('parsing again with several edits that are known gives what parsing from scratch gives', () => {
  const edits = fc.array(
    fc.record({ at: fc.nat(), length: fc.nat(4), insert: fc.constantFrom('', ' ', '中', '\n', '*', '- ') }),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(randomMarkdown, edits, (text, wanted) => {
      const made: Edit[] = [];
      for (const { at, length, insert } of wanted) {
        const from = at % (text.length + 1);
        const edit = { from, to: Math.min(text.length, from + length), insert };
        if (!made.some((other) => editsCollide(other, edit))) made.push(edit);
      }
      const edited = applyEdits(text, made);
      const before = parseMarkdown(text);
      skeletonOf(before);
      const again = parseMarkdown(edited, before, made);
      assert.equal(again.tree.toString(), parseMarkdown(edited).tree.toString());
      assert.deepEqual(skeletonOf(again), skeletonOf(parseMarkdown(edited)));
      assert.deepEqual(placesOf(again), placesOf(parseMarkdown(edited)));
    }),
    { numRuns: 2000 },
  );
});

const standard = { commonMark, linkStart: InlineContext.linkStart, table: Table };
const { extension, beginnings } = extensionOf(standard, 'mdx');
const makeParser = () => commonMark.configure([GFM, extension]) as MarkdownParser;
const slowParser = makeParser();
const parser = withFastInline(makeParser(), InlineContext, beginnings);

function treeOf(elements: ReturnType<MarkdownParser['parseInline']>): unknown {
  return JSON.parse(JSON.stringify(elements));
}

// Where the blocks are must not depend on how the tree is balanced.
function placesOf(markdown: Markdown) {
  return blocksOf(markdown).map(({ from, to, listDepth, itemStart, leaf }) => [
    from,
    to,
    listDepth,
    itemStart,
    leaf.kind,
  ]);
}
