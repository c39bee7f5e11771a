import fc from 'fast-check';
import { stylePoints } from '../../server/core/style/points.ts';
import { MIXED, type Style } from '../../server/core/style/style.ts';

// What can stand next to each other on a line.
const things = [
  '用',
  '的内容',
  '参考',
  'API',
  '3',
  '2024年',
  '5GB',
  '15%',
  '`code`',
  '$x$',
  '<https://a.com>',
  'https://a.com',
  '<br>',
  '<kbd>A</kbd>',
  '<b>',
  '</b>',
  '![图](a.png)',
  '，',
  '。',
  '：',
  '！',
  '（',
  '）',
  '(',
  ')',
  '“',
  '”',
  '「',
  '」',
  ':',
  ',',
  '——',
  '🤗',
  '[^1]',
  '@a',
  ' ',
  ' ',
  '  ',
];

const wrappers: ReadonlyArray<(inner: string) => string> = [
  (inner) => `**${inner}**`,
  (inner) => `*${inner}*`,
  (inner) => `_${inner}_`,
  (inner) => `~~${inner}~~`,
  (inner) => `[${inner}](u)`,
];

const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: fc.constantFrom(...things) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...wrappers), fc.array(tie('node'), { minLength: 1, maxLength: 3 }))
        .map(([wrap, inner]) => wrap(inner.join(''))),
    },
  ),
}));

/** A line in which text, code, formulas, links, bold text and marks touch and nest in any way. */
export const touchingThings: fc.Arbitrary<string> = fc
  .array(node, { minLength: 1, maxLength: 9 })
  .map((nodes) => `用${nodes.join('')}的。`);

/** A style with any value, or `mixed`, for each point. */
export const anyStyle: fc.Arbitrary<Style> = fc.record(
  Object.fromEntries(Object.entries(stylePoints).map(([id, { values }]) => [id, fc.constantFrom(...values, MIXED)])),
) as fc.Arbitrary<Style>;
