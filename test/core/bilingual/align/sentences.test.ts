import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { alignSentences } from '../../../../server/core/bilingual/align/sentences.ts';
import { sentencesIn } from '../../../../server/core/bilingual/align/split.ts';
import { compare } from '../../../../server/core/bilingual/state/compare.ts';
import { blocksOf } from '../../../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../../../server/core/markdown/parse.ts';
import type { Span } from '../../../../server/core/text/span.ts';
import { toTheEnd } from '../../../helpers/hang.ts';
import { pages } from '../pages.ts';

describe('sentencesIn', () => {
  const check = (text: string, ...expected: string[]) =>
    test(text, () => {
      const prose = blocksOf(parseMarkdown(text))[0]!.leaf.prose[0]!;
      assert.deepEqual(
        sentencesIn(prose).map(({ from, to }) => prose.source.slice(prose.start(from), prose.end(to))),
        expected,
      );
    });

  check('一句。两句！三句？', '一句。', '两句！', '三句？');
  check('One. Two! Three? Four', 'One.', 'Two!', 'Three?', 'Four');
  check('他说：“好。”然后走了。', '他说：“好。”然后走了。');
  check('He said “fine.” Then he left.', 'He said “fine.”', 'Then he left.');
  check('（见第一章。）下面继续。', '（见第一章。）', '下面继续。');
  check(
    'Use e.g. a list, i.e. Dr. Who vs. Mr. Y too. Then stop.',
    'Use e.g. a list, i.e. Dr. Who vs. Mr. Y too.',
    'Then stop.',
  );
  check('Set it to 3.14 in config.json now. `run` it.', 'Set it to 3.14 in config.json now.', '`run` it.');
  check('By J. Doe et al. in 2020. See Fig. 3.', 'By J. Doe et al. in 2020.', 'See Fig. 3.');
  check('等等…… 然后。', '等等……', '然后。');
  check('省略……然后。', '省略……然后。');
  check('Wait... what? Yes.', 'Wait... what?', 'Yes.');
  check('看看文档 Docs.然后写。', '看看文档 Docs.然后写。');
  check('太好了! 🤗', '太好了! 🤗');
  check('Noted.[^1] Next.', 'Noted.[^1]', 'Next.');
  check('A line\nthat goes on. And\nanother.', 'A line\nthat goes on.', 'And\nanother.');
  check('看 `a.b.` 的值。', '看 `a.b.` 的值。');
});

describe('alignSentences', () => {
  /** Beads as the numbers of sentences on either side, with what is missing or extra in full. */
  const beads = (chinese: string, english: string) => {
    const { pairs, scale } = compare(parseMarkdown(chinese), parseMarkdown(english));
    return pairs.flatMap(({ blocks }) =>
      alignSentences(blocks, scale).map((bead) => {
        const text = (page: string, spans: readonly Span[]) =>
          spans.map(({ from, to }) => page.slice(from, to)).join('');
        if (bead.chinese.length === 0) return `missing: ${text(english, bead.english)}`;
        if (bead.english.length === 0) return `extra: ${text(chinese, bead.chinese)}`;
        return `${bead.chinese.length}-${bead.english.length}`;
      }),
    );
  };
  const check = (name: string, chinese: string, english: string, expected: string[]) =>
    test(name, () => assert.deepEqual(beads(chinese, english), expected));

  check('1-1', '先安装它。然后运行 `a`。', 'Install it first. Then run `a`.', ['1-1', '1-1']);
  check(
    '2-1',
    '模型把图片压缩到一个更小的空间里去。这样训练就会快得多。然后运行 `a` 来看看结果怎么样。',
    'The model compresses images to a smaller space, so that training is a lot faster. Then run `a` to see how it went.',
    ['2-1', '1-1'],
  );
  check(
    '1-2',
    '模型把图片压缩到一个更小的空间里去，这样训练就会快得多。然后运行 `a` 来看看结果怎么样。',
    'The model compresses images to a smaller space. That makes training a lot faster. Then run `a` to see how it went.',
    ['1-2', '1-1'],
  );
  check(
    '0-1, with the marks around it',
    '模型把图片压缩到一个更小的空间里去。然后运行 `a` 看看结果。',
    'The model compresses images to a smaller space. **Nobody has ever been able to find out what it really does inside!** Then run `a` to see how it went.',
    ['1-1', 'missing: **Nobody has ever been able to find out what it really does inside!**', '1-1'],
  );
  check(
    '1-0',
    '模型把图片压缩到一个更小的空间里去。译者注：这里的说法与上一章不同，请读者注意区分二者的含义。然后运行 `a` 来看看结果。',
    'The model compresses images to a smaller space. Then run `a` to see how it went.',
    ['1-1', 'extra: 译者注：这里的说法与上一章不同，请读者注意区分二者的含义。', '1-1'],
  );
  check('cells answer each other', '| 一。二。 | 三 |\n|-|-|', '| One. Two. | Three |\n|-|-|', ['1-1', '1-1', '1-1']);
  check('a heading is one sentence', '## 然后呢？[[然后]]', '## What then?[[then]]', ['1-1']);
  check('blocks without prose have none', '```\na\n```', '```\na\n```', []);

  test('finds the sentence that the reviewer of the seed page dropped, and nothing else', () => {
    const read = (name: string) => readFileSync(new URL(`../../../fixtures/seed/${name}`, import.meta.url), 'utf8');
    const lonely = (name: string) => beads(read(name), read('en.md')).filter((bead) => bead.includes(':'));
    assert.deepEqual(lonely('before.md'), []);
    assert.deepEqual(lonely('after.md'), ["missing: Don't worry, we'll explain those words shortly!"]);
  });

  test('holds the sentences of both sides once, in order', () => {
    fc.assert(
      fc.property(pages, pages, (chinese, english) => {
        const { pairs } = compare(parseMarkdown(chinese), parseMarkdown(english));
        for (const { blocks, ...pair } of pairs) {
          if (pair.state === 'moved') continue;
          for (const side of ['chinese', 'english'] as const) {
            let before = pair[side]?.from ?? 0;
            for (const { from, to } of alignSentences(blocks).flatMap((bead) => bead[side])) {
              assert.ok(before <= from && from < to && to <= pair[side]!.to);
              before = to;
            }
          }
        }
      }),
    );
  });

  for (const piece of ['a. B', '。', '是。', '!?', '("', 'e.g. ', '`a` ', '**是。** ', '…', '是 (a']) {
    test(`comes to an end over ${piece} again and again`, () => {
      const text = piece.repeat(1_200_000 / piece.length);
      const { pairs } = compare(parseMarkdown(text), parseMarkdown(`${text}。`));
      toTheEnd(() => pairs.forEach(({ blocks }) => void alignSentences(blocks)));
    });
  }
});
