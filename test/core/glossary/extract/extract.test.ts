import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { annotationsIn } from '../../../../server/core/glossary/extract/annotations.ts';
import { createExtractor, type Passage } from '../../../../server/core/glossary/extract/extract.ts';
import { EDGE, englishPhrases } from '../../../../server/core/glossary/extract/phrases.ts';
import { createSegmenter } from '../../../../server/core/glossary/segmentit.ts';
import { toTheEnd } from '../../../helpers/hang.ts';

const segmenter = createSegmenter([]);

describe('annotations', () => {
  for (const [text, expected] of [
    ['我们使用自注意力（self-attention）来', 'self-attention: 自注意力!'],
    ['注意力机制 (attention mechanism)', 'attention mechanism: 注意力机制!'],
    [`一个好的${EDGE}隐状态${EDGE}（hidden state）`, 'hidden state: 隐状态!'],
    ['所谓“学习率”（learning rate）', 'learning rate: 学习率!'],
    ['长短期记忆网络（long short-term memory, LSTM）', 'long short-term memory: 长短期记忆网络!'],
    ['这是可选的（optional）', ''],
    ['网页（see below）', ''],
    ['版本（v1.2）', ''],
    ['学习（Learning, reading, writing）', ''],
    ['模型（这里）', ''],
    ['图形处理器（GPU）', 'GPU: 图形处理器!'],
    ['芯片（GPU）', ''],
  ] as const) {
    test(text, () => {
      const [found] = annotationsIn(text, segmenter);
      assert.equal(found ? `${found.name}: ${found.wordings[0]}${found.isSure ? '!' : '?'}` : '', expected);
    });
  }
});

test('English phrases are whole, and those of one word share a key', () => {
  assert.deepEqual(
    englishPhrases('We use the learning rates of GPUs, e.g. a bag of words.').map(({ key }) => key),
    ['learning', 'learning rate', 'learning rates of gpu', 'rate', 'rates of gpu', 'gpu', 'bag', 'bag of word', 'word'],
  );
});

describe('extraction', () => {
  const proposals = (passages: readonly Passage[]) => {
    const extractor = createExtractor(segmenter);
    for (const passage of passages) extractor.add(passage);
    return extractor
      .propose()
      .map((one) => `${one.source} → ${one.target} ${one.annotated}|${one.together}/${one.passages}`);
  };

  test('takes of an annotated clause what the other passages go by', () => {
    const annotated = { english: 'The mechanism maps tokens.', chinese: '机制映射词元（token）。' };
    const plain = { english: 'Each token has a vector.', chinese: '每个词元有一个向量。' };
    assert.deepEqual(proposals([annotated, annotated, plain, plain, plain]), ['token → 词元 2|5/5']);
  });

  test('proposes what passages agree on, and nothing else', () => {
    assert.deepEqual(
      proposals([
        { english: 'The learning rate is small.', chinese: '学习率很小。' },
        { english: 'A larger learning rate helps.', chinese: '较大的学习率有帮助。' },
        { english: 'Choose learning rates with care.', chinese: '选择学习率，要小心。' },
        { english: 'Without a learning rate nothing moves.', chinese: '没有学习率，一切不动。' },
        { english: 'Gradients vanish.', chinese: '梯度消失。' },
      ]),
      ['learning rate → 学习率 0|4/4'],
    );
  });

  test('counts annotations, also where no source is known', () => {
    assert.deepEqual(
      proposals([
        { chinese: '我们使用自注意力（self-attention）。' },
        { chinese: '这种自注意力（self-attention）很常见。' },
        { chinese: '把自注意力看作一层。' },
        { chinese: '只出现一次的奇异说法（odd wording）。' },
      ]),
      ['self-attention → 自注意力 2|0/0'],
    );
  });

  test('is silent where the pages do not agree', () => {
    assert.deepEqual(
      proposals([
        { chinese: '这是标记（token）。标记很多。' },
        { chinese: '标记如此。' },
        { chinese: '这是词元（token）。词元很多。' },
        { chinese: '词元如此。' },
      ]),
      [],
    );
  });

  test('no text makes it throw, and a long one takes no long time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ chinese: fc.string({ unit: 'grapheme' }), english: fc.string() })),
        (passages) => {
          proposals(passages);
        },
      ),
    );
    for (const piece of ['（a', '注意力', 'word ', '词（word）', '“', EDGE]) {
      const text = piece.repeat(Math.ceil(20_000 / piece.length));
      toTheEnd(() => proposals([{ chinese: text, english: text }]));
    }
  });
});
