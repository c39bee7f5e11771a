import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createSegmenter } from '../../../server/core/glossary/segmentit.ts';
import { confirmsBoundary } from '../../../server/core/glossary/word-boundaries.ts';
import { toTheEnd } from '../../helpers/hang.ts';

const segmenter = createSegmenter(['词元', '侦听器', '暂退法', 'softmax回归', '类']);

function check(words: string): void {
  test(words, () => assert.equal(segmenter(words.replaceAll('/', '')).join('/'), words));
}

check('这个/类似于/一个/类/的/实例');
check('稠密/的/向量');
check('分类/和/类别');
check('每个/词元/的/侦听器');
check('使用/ Dropout（/暂退法/）， /效果/更好');

test('only whole words are confirmed', () => {
  const is = (text: string, at: number, length: number) => confirmsBoundary(segmenter, text, at, at + length);
  assert.equal(is('它类似于列表', 1, 1), false);
  assert.equal(is('定义一个类来继承', 4, 1), true);
  assert.equal(is('我们类比一下', 2, 1), false);
});

test('the words join to the text, whatever it is', () => {
  const pieces = fc.constantFrom(
    '，',
    '。',
    ' ',
    '\r\n',
    'ＡＢ',
    'Ab',
    '词元',
    '类',
    '的',
    '一',
    '𠮷',
    '1',
    '“',
    '\ufdd0',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  );
  fc.assert(fc.property(text, (text) => assert.equal(segmenter(text).join(''), text)));
});

test('a long sentence without punctuation comes to an end', () => {
  const long = '我们在训练误差最小化的时候使用随机梯度下降方法更新模型参数并且计算每个样本的损失'.repeat(20);
  assert.equal(toTheEnd(() => segmenter(long)).join(''), long);
});
