import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixAll, isHarmless } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { skeletonOf } from '../../../server/core/markdown/skeleton.ts';
import { randomDialect, randomMarkdown } from '../../helpers/markdown.ts';
import { structureOf } from '../../helpers/oracle.ts';
import { defaults } from '../../helpers/settings.ts';

const lint = createLinter(defaults);
const fixed = (text: string) => fixAll(parseMarkdown(text), lint).text;

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
  ['', ''],
];

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
];

for (const [text, from, to, insert] of harms) {
  test(`refuses an edit of ${JSON.stringify(text)} that would damage it`, () =>
    assert.equal(isHarmless(parseMarkdown(text), [{ from, to, insert }]), false));
}

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
  const bones = (text: string) => skeletonOf(parseMarkdown(text)).map(({ key }) => key);
  fc.assert(
    fc.property(randomDialect, (text) => {
      const once = fixed(text);
      assert.deepEqual(bones(once), bones(text));
      assert.equal(fixed(once), once);
    }),
    { numRuns: 1000 },
  );
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
