import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf } from '../../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { type BoundaryKind, boundaryAt, boundaryKinds, gapAround } from '../../../server/core/style/boundary.ts';

// ¦ stands in the prose, where the boundary is asked for; it is taken out before the text is read.
const rows: [text: string, kind: BoundaryKind][] = [
  ['中文 ¦\n中文', 'line'],
  ['中文¦', 'line'],
  ['中文¦[^1]来\n\n[^1]: 注', 'footnote'],
  ['中文。 ¦[^1]\n\n[^1]: 注', 'footnote'],
  ['## 标题¦{#id}', 'headingId'],
  ['## 标题？ ¦{#id}', 'headingId'],
  ['中 `a` ¦- 说明', 'hyphen'],
  ['中（默认值）¦- 说明', 'hyphen'],
  ['**类型：** ¦`number`', 'label'],
  ['**类型：**¦[数组](u)', 'label'],
  ['[**类型：**](u) ¦[数组](v)', 'label'],
  ['**类型：** ¦number', 'fullWidth'],
  ['中。¦`code`', 'fullWidth'],
  ['中。¦[链接](u)', 'fullWidth'],
  ['（¦**粗**', 'fullWidth'],
  ['中，¦——文', 'fullWidth'],
  ['中，¦“文”', 'fullWidth'],
  ['中 ¦—— 文', 'dash'],
  ['`code`¦——中', 'dash'],
  ['“中”¦——文', 'dash'],
  ['中¦“文”', 'quote'],
  ['中 ¦**“文”**', 'quote'],
  ['“文”¦API', 'quote'],
  ['`code`¦”中', 'quote'],
  ['中 (¦文)', 'bracket'],
  ['中 (`code`¦)', 'bracket'],
  ['中¦`code`', 'code'],
  ['中¦[`code`](u)', 'code'],
  ['中 ¦**`code`** 文', 'code'],
  ['中¦<kbd>A</kbd>', 'code'],
  ['`a`¦$x$', 'code'],
  ['中¦$x$', 'math'],
  ['$x$¦<https://a.com>', 'math'],
  ['中¦<https://a.com>', 'url'],
  ['<https://a.com> ¦![图](a.png)', 'url'],
  ['中¦![图](a.png)', 'image'],
  ['中¦<br>文', 'opaque'],
  ['中¦{{ x }}文', 'opaque'],
  ['中 5¦GB', 'number'],
  ['中 15 ¦%', 'number'],
  ['中¦API', 'word'],
  ['中¦[API](u)', 'word'],
  ['**3** ¦层', 'word'],
  ['C++¦代码', 'word'],
  ['15%¦的', 'word'],
  ['90°¦的', 'word'],
  ['2024¦年', 'word'],
  ['中¦🤗', 'emoji'],
  ['⚠️¦启用', 'emoji'],
  ['中¦[文](u)', 'link'],
  ['[文](u) ¦中', 'link'],
  ['中¦[**文**](u)', 'link'],
  ['中 ¦**[文](u)**', 'link'],
  ['**参考**¦[指南](u)', 'link'],
  ['中[**文**¦字](u)', 'strong'],
  ['中¦**文**', 'strong'],
  ['中¦***文***', 'strong'],
  ['**中** ¦*文*', 'strong'],
  ['中¦*文*', 'emphasis'],
  ['中¦~~文~~', 'strikethrough'],
  ['*中*¦~~文~~', 'emphasis'],
  ['中 ¦文', 'han'],
  ['API ¦GPU', 'other'],
];

for (const [marked, kind] of rows) {
  test(`${JSON.stringify(marked)} is decided by ${kind}`, () => {
    const at = marked.indexOf('¦');
    const text = marked.replace('¦', '');
    const block = blocksOf(parseMarkdown(text)).find(({ from, to }) => from <= at && at <= to)!;
    const [prose] = block.leaf.prose;
    // The first place of the prose that is written at or behind the mark.
    let place = 0;
    while (place < prose!.text.length && prose!.start(place) < at - block.from) place++;
    assert.equal(boundaryAt(prose!, gapAround(prose!.text, { from: place, to: place })), kind);
  });
}

test('every kind is among the rows', () => {
  const shown = new Set(rows.map(([, kind]) => kind));
  assert.deepEqual(
    boundaryKinds.filter((kind) => !shown.has(kind)),
    [],
  );
});
