import { DIGIT, HAN } from '../../../text/han.ts';
import { rangeMarks } from '../../../text/range.ts';
import { chineseSentences } from '../../../text/sentence.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'range-unit-both',
  group: 'punctuation',
  level: 'hint',
  fix: 'suggest',
  title: { en: '% after both numbers of a range', zh: '百分比范围两端都写 %' },
  why: {
    en: '5～10% can be read as from 5 to 0.1. GB/T 15835-2011 writes 63%～68%, and so do the guides of Ruan Yifeng and TiDB. For other units the guides differ, so these are not checked.',
    zh: '“5～10%”可以理解为从 5 到 0.1。GB/T 15835-2011 写作“63%～68%”，阮一峰和 TiDB 的指南也是如此。其他单位各家写法不一，不作要求。',
  },
  message: {
    en: 'Write “{unit}” after the first number of the range, too.',
    zh: '范围的第一个数字后也应写“{unit}”。',
  },
  needs: [HAN, DIGIT],
  examples: [['约占 5～10% 的页面', '约占 5%～10% 的页面'], '约占 5%～10% 的页面', '重 132～234 kg，第 5-10 页'],
  prose({ text }, { report }) {
    const isChinese = chineseSentences(text);
    for (const { from, to, mark, units, firstEnd } of rangeMarks(text)) {
      const unit = units[1];
      if (mark === '-' || units[0] !== '' || !/[%‰]/.test(unit) || !isChinese(from)) continue;
      report({ from: firstEnd - 1, to }, { unit }, { edits: [{ from: firstEnd, to: firstEnd, insert: unit }] });
    }
  },
});
