import { ATOMS } from '../../../markdown/prose.ts';
import { BLANK, DIGIT, HAN } from '../../../text/han.ts';
import { chineseSentences } from '../../../text/sentence.ts';
import { measuresOf } from '../../../text/token.ts';
import { skipBlanks } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'no-space-percent',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  boundary: 'number',
  title: { en: 'No space before %, ‰ and °', zh: '%、‰、° 前不加空格' },
  why: {
    en: '% and ° belong to their number and follow it directly, unlike units in letters (the guides of Hugging Face, TiDB and Ruan Yifeng).',
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
  prose(prose, { report }) {
    const { text } = prose;
    const isChinese = chineseSentences(text);
    for (const { to, unit: sign, gap } of measuresOf(prose, 'percentage')) {
      // Before a formula or code % means remainder.
      if (gap.to === gap.from || OPERANDS.includes(text[skipBlanks(text, to)] ?? ' ') || !isChinese(gap.from)) continue;
      report({ from: gap.from, to }, { sign }, { edits: [{ ...gap, insert: '' }] });
    }
  },
});

const OPERANDS = ATOMS.code + ATOMS.math;
