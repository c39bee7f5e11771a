import { BLANK, DIGIT, HAN } from '../../../text/han.ts';
import { chineseSentences } from '../../../text/sentence.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'no-space-percent',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  boundary: 'number',
  title: { en: 'No space before %, ‰ and °', zh: '%、‰、° 前不加空格' },
  why: {
    en: '% and ° belong to their number and are written right behind it, unlike units in letters (the guides of Hugging Face, TiDB and Ruan Yifeng).',
    zh: '百分号和度数符号属于数字，紧跟其后，与字母单位不同（Hugging Face、TiDB、阮一峰的指南）。',
  },
  message: {
    en: 'Remove the space before “{sign}”.',
    zh: '“{sign}”前不应有空格。',
  },
  needs: [HAN, DIGIT, BLANK],
  examples: [
    ['提高了 15 % 的性能', '提高了 15% 的性能'],
    ['旋转 90 °，占 3 ‰。', '旋转 90°，占 3‰。'],
    '提高了 15% 的性能',
    '余数是 10 % 3，格式为 3 %s',
    '气温为 37 °C',
    'About 15 % of the 中文 pages',
  ],
  prose({ text }, { report }) {
    const isChinese = chineseSentences(text);
    for (const { index: from, 0: found, 1: sign = '' } of text.matchAll(SPACED)) {
      if (!isChinese(from)) continue;
      const to = from + found.length - sign.length;
      report({ from, to: to + sign.length }, { sign }, { edits: [{ from, to, insert: '' }] });
    }
  },
});

// Between two operands % is the remainder of a division.
const SPACED = /(?<=\d) {1,3}([%‰°])(?![\w%°(]| {0,3}[\w(\uFDD0\uFDD1])/g;
