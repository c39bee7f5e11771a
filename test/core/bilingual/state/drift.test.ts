import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { drift } from '../../../../server/core/bilingual/state/drift.ts';
import { parseMarkdown } from '../../../../server/core/markdown/parse.ts';
import { randomMarkdown } from '../../../helpers/markdown.ts';

const before = `# Noise

The model learns to remove noise from an image.

See the [paper](https://example.com/a) for details.

\`\`\`py
fit(1)
\`\`\`

It was trained on 1,000 pictures of flowers.
`;

const chinese = `# 噪声

模型学习去除图像中的噪声。

详见[论文](https://example.com/a)。

\`\`\`py
fit(1)
\`\`\`

它在 1,000 张花的图片上训练。
`;

/** The source as it is now → each change as `kind: Chinese block`, a trivial one with a tilde in front. */
const cases: [name: string, after: string, expected: readonly string[]][] = [
  ['nothing changed', before, []],
  ['only line breaks changed', before.replace('to remove', 'to\nremove'), []],
  ['a paragraph reworded', before.replace('from an image', 'from pictures'), ['changed: 模型学习去除图像中的噪声。']],
  ['another number', before.replace('1,000', '2,000'), ['changed: 它在 1,000 张花的图片上训练。']],
  ['another target', before.replace('com/a', 'com/b'), ['~changed: 详见[论文](https://example.com/a)。']],
  ['a slip of the pen', before.replace('details', 'detials'), ['~changed: 详见[论文](https://example.com/a)。']],
  ['code', before.replace('fit(1)', 'fit(2)'), ['~changed: ```py\nfit(1)\n```']],
  ['a block gone', before.replace(/It was[^\n]*\n/, ''), ['gone: 它在 1,000 张花的图片上训练。']],
  ['a block new', before.replace('See the', 'A new thought stands here.\n\nSee the'), ['new: after 噪声。']],
  [
    'two at once',
    before.replace('from an image', 'from pictures').replace('flowers', 'butterflies'),
    ['changed: 模型学习去除图像中的噪声。', 'changed: 它在 1,000 张花的图片上训练。'],
  ],
];

describe('drift', () => {
  for (const [name, after, expected] of cases) {
    test(name, () => {
      const changes = drift(parseMarkdown(chinese), parseMarkdown(before), parseMarkdown(after));
      const shown = changes.map(({ chinese: { from, to }, before: was, after: is, trivial }) => {
        if (!was) return `new: after ${chinese.slice(0, from).trim().slice(-3)}`;
        return `${trivial ? '~' : ''}${is ? 'changed' : 'gone'}: ${chinese.slice(from, to)}`;
      });
      assert.deepEqual(shown, expected);
    });
  }

  test('tells the words', () => {
    const after = before.replace('remove noise from an image', 'remove all noise from pictures');
    const [change] = drift(parseMarkdown(chinese), parseMarkdown(before), parseMarkdown(after));
    const of = (state: string) => change!.diff.filter((word) => word.state === state).map(({ text }) => text.trim());
    assert.deepEqual(of('added'), ['all', 'pictures']);
    assert.deepEqual(of('removed'), ['an image']);
  });

  test('takes any three texts', () => {
    fc.assert(
      fc.property(randomMarkdown, randomMarkdown, randomMarkdown, (zh, was, is) => {
        for (const change of drift(parseMarkdown(zh), parseMarkdown(was), parseMarkdown(is))) {
          assert.ok(change.chinese.from <= change.chinese.to && change.chinese.to <= zh.length);
          if (change.before) assert.ok(change.before.to <= was.length);
          if (change.after) assert.ok(change.after.to <= is.length);
        }
      }),
    );
  });
});
