import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixAll, harmlessOnes, isHarmless } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown, parsePage } from '../../../server/core/markdown/parse.ts';
import { skeletonOf } from '../../../server/core/markdown/skeleton.ts';
import { applyEdits } from '../../../server/core/text/span.ts';
import { randomDialect, randomMarkdown } from '../../helpers/markdown.ts';
import { structureOf } from '../../helpers/oracle.ts';
import { defaults } from '../../helpers/settings.ts';

const lint = createLinter(defaults);
const fixed = (text: string) => {
  const result = fixAll(parseMarkdown(text), lint);
  assert.equal(applyEdits(text, result.edits), result.text);
  return result.text;
};

const bones = (text: string) => skeletonOf(parseMarkdown(text)).map(({ key }) => key);

const cases: [text: string, fixed: string][] = [
  ['用**CLIP**的模型', '用 **CLIP** 的模型'],
  ['在[Discord](u)里', '在 [Discord](u) 里'],
  ['# 单元3：Stable Diffusion', '# 单元 3：Stable Diffusion'],
  ['> 用CLIP\n> 的模型', '> 用 CLIP\n> 的模型'],
  ['| 用CLIP | 的 |\n|-|-|\n| 第3层 | b |', '| 用 CLIP | 的 |\n|-|-|\n| 第 3 层 | b |'],
  ['用CLIP \r\n的模型\r\n', '用 CLIP\r\n的模型\r\n'],
  ['用CLIP  \r\n的模型\r\n', '用 CLIP  \r\n的模型\r\n'],
  ['他说,好...', '他说，好……'],
  // The blank behind emphasis that ends in punctuation keeps it emphasis.
  ['**试试看！** 选择', '**试试看！** 选择'],
  ['见[文档a]和[说明][文档a]\n\n[文档a]: https://a.com', '见[文档a]和[说明][文档a]\n\n[文档a]: https://a.com'],
  ['    中a文,代码', '    中a文,代码'],
  ['---\ntags: [a, 中文a, b]\n---\n中文a', '---\ntags: [a, 中文a, b]\n---\n中文 a'],
  // Who knows no MDX reads code up to the next fence: what stands there is not touched.
  [
    '<Tab>\n```sh\n# 注释a\n\nnpm\n```\n</Tab>\n\n用CLIP的。\n\n```sh\nnpm\n```\n\n用CLIP的。',
    '<Tab>\n```sh\n# 注释a\n\nnpm\n```\n</Tab>\n\n用CLIP的。\n\n```sh\nnpm\n```\n\n用 CLIP 的。',
  ],
  // Some parsers read a formula until a `$$` on a line of its own.
  ['用CLIP\n\n$$a\n= b$$\n\n用CLIP', '用 CLIP\n\n$$a\n= b$$\n\n用CLIP'],
  ['用CLIP\n\n$$\na\n$$\n\n用CLIP', '用 CLIP\n\n$$\na\n$$\n\n用 CLIP'],
  ['用CLIP\r\n\r\n$$\r\na\r\n$$\r\n\r\n用CLIP', '用 CLIP\r\n\r\n$$\r\na\r\n$$\r\n\r\n用 CLIP'],
  ['文$$\na\n$$\n\n用CLIP', '文$$\na\n$$\n\n用CLIP'],
  // What closes a heading is a mark of it, with the blank before it.
  ['## 介绍 ##', '## 介绍 ##'],
  ['## 用CLIP介绍 ##  ', '## 用 CLIP 介绍 ##  '],
  // Nested brackets are no labels, so that the link around them is one.
  ['[[[]]](题a)', '[[[]]](题a)'],
  ['[[[甲a]乙]丙b](题a)', '[[[甲 a]乙]丙 b](题a)'],
  // Indented code, and a tag alone on its line, end a table; no underline goes on with one.
  ['| a | b |\n|-|-|\n| 中c | d |\n    中a代码', '| a | b |\n|-|-|\n| 中 c | d |\n    中a代码'],
  ['| a |\n|-|\n<x>\n中a,b', '| a |\n|-|\n<x>\n中a,b'],
  ['| a |\n|-|\n中a\n===', '| a |\n|-|\n中 a\n==='],
  ['文本|b\n--|  \n文a', '文本|b\n--|  \n文 a'],
  // What this parser takes for a template, tag, formula or address may be code and emphasis to others.
  ['用 {`} 与  `{` 的a', '用 {`} 与  `{` 的 a'],
  ['http://机**t n**贡<b>**', 'http://机**t n**贡<b>**'],
  ['<Q\n```\n\n处a,', '<Q\n```\n\n处a,'],
  ['中a  \n:::', '中 a  \n:::'],
  ['中a  \n$$\nx\n$$', '中 a  \n$$\nx\n$$'],
  // A footnote holds blocks of any kind.
  ['[^f]:```\n\n    中 a', '[^f]:```\n\n    中 a'],
  ['[^f]: - 中a\n\n          中b\n\n      中c', '[^f]: - 中 a\n\n          中b\n\n      中 c'],
  ['[^f]:\n\n    中a', '[^f]:\n\n    中 a'],
  ['+++\r题a\r+++\r中a', '+++\r题a\r+++\r中 a'],
  ['---\r题: 中a\r---\r\r中a\r  中b', '---\r题: 中a\r---\r\r中 a\r  中 b'],
  // The mark of a definition list has blanks of its own.
  ['术语\n:   定义a', '术语\n:   定义 a'],
  ['术语\n\n:   定义a\n\n~   定义  b', '术语\n\n:   定义 a\n\n~   定义 b'],
  // CommonMark: where containers end, and what begins in them.
  ['-  \n\n    中a', '-  \n\n    中a'],
  ['1. \n   甲\n\n   #\n<i l="">\n中a', '1. \n   甲\n\n   #\n<i l="">\n中a'],
  ['>\n\t>中a', '>\n\t>中a'],
  ['>-\n>\t\t中a', '>-\n>\t\t中a'],
  ['>\t- 中a\n>\n>     中b\n>\n>         中c', '>\t- 中 a\n>\n>     中 b\n>\n>         中c'],
  ['[http://i.](h可', '[http://i.](h可'],
  ['>（甲\n0)', '>（甲\n0)'],
  ['1. 中a  \n   2.', '1. 中 a  \n   2.'],
  ['<i t="" c=""/>\n如c', '<i t="" c=""/>\n如c'],
  ['<!a码', '<!a码'],
  ['中a\n<!a码\n\n中b>\n中a', '中 a\n<!a码\n\n中b>\n中 a'],
  ['<T.B>\n<!--\n\n中a', '<T.B>\n<!--\n\n中a'],
  ['<search>\n中a\n\n中a', '<search>\n中a\n\n中 a'],
  // GFM: what begins and ends a table.
  ['|控\n|-\n    中a', '|控\n|-\n    中a'],
  ['文,a\n-|\n\t中a', '文，a\n-|\n\t中a'],
  ['称|||\n    -|-|-\n`|面a  `', '称|||\n    -|-|-\n`|面a  `'],
  ['>|中a|\n>|-|\n中a\n>\n>     中a', '>|中 a|\n>|-|\n中 a\n>\n>     中a'],
  ['件||\n\t-|-|  \n中a', '件||\n\t-|-|  \n中 a'],
  ['- | 中a |\n  | - | \n  | b |', '- | 中 a |\n  | - | \n  | b |'],
  ['\n--|  \n中a', '\n--|  \n中 a'],
  ['    |甲|乙\n-|-|  \n中a', '    |甲|乙\n-|-|  \n中 a'],
  ['>`\n>中a||\n:-|-\n`', '>`\n>中a||\n:-|-\n`'],
  ['中`\n甲a|乙\n    -|-\n`', '中 `\n甲a|乙\n    -|-\n`'],
  ['> `\n> 中a|`乙\n>-|-\n> `丙a`', '> `\n> 中 a|`乙\n>-|-\n> `丙a`'],
  ['甲`\n:-:\n`中a`', '甲`\n:-:\n`中a`'],
  ['甲|乙\n-|-\n2. `中\n甲a`', '甲|乙\n-|-\n2. `中\n甲a`'],
  ['>`甲|乙\n-|-\n`c`的`', '>`甲|乙\n-|-\n`c`的`'],
  // CommonMark: what may stand in an address between `<` and `>`.
  ['<ps:中\u00a0>', '<ps:中\u00a0>'],
  ['用a<ab:>的a', '用 a<ab:> 的 a'],
  ['<ab:c<b>中a', '<ab:c<b>中 a'],
  // A place that would become an address, a task, or emphasis that crosses brackets.
  ['是www.', '是www.'],
  ['用[签a][r](/n)的a', '用[签a][r](/n)的 a'],
  ['用[签a][r](/n)的a\n\n[r]: /u', '用[签a][r](/n)的 a\n\n[r]: /u'],
  ['- [ \n] 中a', '- [ \n] 中 a'],
  ['建  \n。\n- |', '建  \n。\n- |'],
  ['- [  ]\n中a', '- [  ]\n中 a'],
  ['[签][*]: *', '[签][*]: *'],
  ['[签][*]a中*\n\n[*]: /u', '[签][*] a 中*\n\n[*]: /u'],
  // Footnotes end where blocks begin, and at none that is four columns in.
  ['[^1]:注a\n#\n    中a', '[^1]:注 a\n#\n    中a'],
  ['[^1]:中a  \n        #', '[^1]:中 a  \n        #'],
  ['[^1]:中a  \n*\u3000', '[^1]:中 a  \n*\u3000'],
  ['[^1]:`\n\u3000\u3000\u3000\u3000\n    ~~~用:', '[^1]:`\n\u3000\u3000\u3000\u3000\n    ~~~用:'],
  ['[^1]:中a  \n|', '[^1]:中 a  \n|'],
  ['[^1]:中a  \n<b>中b</b>', '[^1]:中 a  \n<b>中 b</b>'],
  ['[^1]:中a  \n[中]: b', '[^1]:中 a  \n[中]: b'],
  ['[^1]:中a\n\n    中b\n[^2]: 中c', '[^1]:中 a\n\n    中 b\n[^2]: 中 c'],
  ['[^1]:中a  \n:::', '[^1]:中 a  \n:::'],
  ['', ''],
];

// A line that begins a module of MDX is text to readers of `.md`, and no part of what stands below it: a fix is disputed.
const modules: [text: string, fixed: string][] = [
  ['export const x\n```js\nconst 中a\n```\n\n用a', 'export const x\n```js\nconst 中a\n```\n\n用 a'],
  ["import '\n<!--\n\n中b -->\n\n中c", "import '\n<!--\n\n中b -->\n\n中 c"],
  ["import A from './中a'\n\n用a", "import A from './中a'\n\n用 a"],
  ['export default 的用法a\n\n用a', 'export default 的用法a\n\n用 a'],
  ['export const a = {\n\n  b: "中a",\n};\n\n用a', 'export const a = {\n\n  b: "中a",\n};\n\n用 a'],
  ['import 用来导入a', 'import 用来导入 a'],
];

for (const [text, expected] of modules) {
  for (const reading of ['md', 'mdx'] as const) {
    test(`fixes ${JSON.stringify(text)} in .${reading}`, () =>
      assert.equal(fixAll(parseMarkdown(text, undefined, undefined, reading), lint).text, expected));
  }
}

const inModules: [text: string, md: number, mdx: number][] = [
  ["import A from './中a'\nexport const b = '中c'", 0, 0],
  ['export default 的用法a', 1, 0],
  ['export const x = 1\n## 题a', 1, 0],
];

for (const [text, md, mdx] of inModules) {
  test(`finds what is prose in ${JSON.stringify(text)}`, () => {
    const found = (name: string) => lint(parsePage(text, name)).findings.length;
    assert.deepEqual([found('a.md'), found('a.mdx'), found('file:///A.MDX')], [md, mdx, mdx]);
  });
}

for (const [text, expected] of cases) {
  test(`fixes ${JSON.stringify(text)}`, () => assert.equal(fixed(text), expected));
}

const harms: [text: string, from: number, to: number, insert: string][] = [
  ['**看！** 选', 5 + 1, 5 + 2, ''],
  ['见 [a](u)', 6, 7, ' u v'],
  ['`a` 文', 1, 2, 'b'],
  ['# 标题', 1, 2, ''],
  ['- 项', 1, 2, ''],
  ['文\n\n字', 1, 3, ''],
  ['第 1. 项', 0, 2, ''],
  // What would show, or not show any more.
  ['## 介绍 ##', 5, 6, ''],
  ['# 题\t#', 3, 4, '。'],
  ['题\n===', 2, 3, '中='],
  ['- [ ] 任务', 3, 4, ''],
  ['甲&nbsp;乙', 6, 6, ' '],
  ['甲\\*乙', 1, 2, ''],
  ['甲\\*乙', 2, 2, ' '],
  ['甲  \n乙', 1, 2, ''],
  ['甲\\\n乙', 2, 2, ' '],
  ['[甲]: u', 4, 4, ' 乙'],
  ['甲 [乙]: u', 0, 2, ''],
  ['| 甲 | 乙 |\n|-|-|', 4, 5, '｜'],
  ['见 https://a.b/c 。', 15, 16, ''],
  ['[^1]: 甲', 4, 5, '：'],
  ['*甲* 乙', 1, 1, ' '],
  ['<b>甲</b>', 1, 1, ' '],
  ['$a$ 元', 3, 4, '5'],
  ['::: 提示', 3, 3, '。'],
  ['{{< 甲 >}}', 1, 2, ''],
  ['## 题 {#甲}', 5, 6, ''],
  ['好 :tada: 的', 3, 3, ' '],
];

for (const [text, from, to, insert] of harms) {
  test(`refuses an edit of ${JSON.stringify(text)} that would damage it`, () =>
    assert.equal(isHarmless(parseMarkdown(text), [{ from, to, insert }]), false));
}

test('of many edits those that do no harm are made, and few trials find the others', () => {
  const text = `${'甲和乙。\n\n'.repeat(400)}# 甲\n`;
  const markdown = parseMarkdown(text);
  const good = [...text.matchAll(/甲和/g)].map(({ index }) => ({ from: index, to: index + 1, insert: '丙' }));
  const bad = { from: text.length - 4, to: text.length - 3, insert: '丙' };
  assert.deepEqual(harmlessOnes(markdown, [...good, bad]), good);
  assert.deepEqual(harmlessOnes(markdown, [bad]), []);
  assert.deepEqual(harmlessOnes(markdown, []), []);
});

test('no random page is damaged, by the judgement of another parser, and fixing is stable', () => {
  fc.assert(
    fc.property(randomMarkdown, (text) => {
      // Behind a front matter fence that is never closed, the oracle reads footnotes as link definitions.
      // A byte order mark takes part in the columns of the first line; files are read without it.
      fc.pre(!text.startsWith('\uFEFF') && !(/^(---|\+\+\+)/.test(text) && text.includes('[^1]:')));
      const once = fixed(text);
      assert.equal(structureOf(once), structureOf(text));
      assert.equal(fixed(once), once);
    }),
    { numRuns: 3000 },
  );
});

test('no random page of a dialect is damaged by our own judgement, and fixing is stable', () => {
  fc.assert(
    fc.property(randomDialect, (text) => {
      const once = fixed(text);
      assert.deepEqual(bones(once), bones(text));
      assert.equal(fixed(once), once);
    }),
    { numRuns: 1000 },
  );
});

test('fixing within a part of a page changes nothing outside of it, damages nothing, and is stable', () => {
  let changed = 0;
  fc.assert(
    fc.property(randomDialect, fc.nat(6), fc.nat(6), (text, before, after) => {
      const from = Math.min(before, text.length);
      const to = Math.max(from, text.length - after);
      const markdown = parseMarkdown(text);
      const result = fixAll(markdown, lint, undefined, { from, to });
      if (result.count > 0) changed++;
      const end = result.text.length - (text.length - to);
      assert.ok(result.text.startsWith(text.slice(0, from)) && result.text.endsWith(text.slice(to)));
      assert.deepEqual(bones(result.text), bones(text));
      assert.equal(applyEdits(text, result.edits), result.text);
      assert.equal(fixAll(parseMarkdown(result.text), lint, undefined, { from, to: end }).text, result.text);
    }),
    { numRuns: 2000 },
  );
  assert.ok(changed > 50, String(changed));
});

test('a page is fixed in the same way with CRLF as with LF', () => {
  fc.assert(
    fc.property(randomDialect, (text) => {
      fc.pre(!text.includes('\r'));
      assert.equal(fixed(text.replaceAll('\n', '\r\n')).replaceAll('\r\n', '\n'), fixed(text));
    }),
    { numRuns: 1000 },
  );
});

test('any string at all is linted without an error, the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const first = lint(parseMarkdown(text)).findings;
      assert.deepEqual(createLinter(defaults)(parseMarkdown(text)).findings, first);
      for (const { from, to } of first) assert.ok(0 <= from && from < to && to <= text.length);
    }),
    { numRuns: 1000 },
  );
});
