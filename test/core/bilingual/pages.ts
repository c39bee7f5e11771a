import fc from 'fast-check';

const pieces = [
  '# 标题 {#id}',
  '## Heading',
  '一个段落，有 `code` 和[链接](/zh/a)。',
  'A paragraph with `code` and [a link](/en/a).',
  '另一个段落。',
  '- 项\n- item `x`',
  '> quote 引用',
  '![图](a.png)',
  '```js\nf(1) // 注释\n```',
  '$$\nx^2\n$$',
  '| a | 甲 |\n|-|-|\n| 1 | `b` |',
  '<!-- comment -->',
  '<br>',
  "import A from 'a'",
  '---',
  ':::tip 提示',
  ':::',
  '[^1]: 脚注 note',
  '[ref]: https://example.com/zh-CN/x',
  '<div id="a">文字</div>',
  '```',
  '$$',
];

/** Pages of random blocks, some of them broken. */
export const pages: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 30 })), {
    maxLength: 25,
  })
  .map((blocks) => blocks.join('\n\n'));
