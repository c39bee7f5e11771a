import type { Block } from '../../../markdown/blocks.ts';
import { DIGIT, HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { isTranslated } from './both-sides.ts';
import { datesOf, unequalDates } from './dates.ts';

export default defineRule({
  id: 'date-differs',
  group: 'source',
  level: 'warning',
  fix: 'none',
  title: { en: 'Date differs from the source', zh: '日期与原文不一致' },
  why: {
    en: 'A swapped month and day, or a misread month, gives another date: March 08 is 3 月 8 日.',
    zh: '月和日写反，或者看错月份，日期就变了：March 08 是 3 月 8 日。',
  },
  message: {
    en: 'The source says {expected}, the translation says {found}.',
    zh: '原文的日期是 {expected}，译文是 {found}。',
  },
  translatedExamples: [
    { english: 'Released on March 08, 2022.\n', chinese: ['2022 年 8 月 3 日发布。\n', '2022 年 3 月 8 日发布。\n'] },
    { english: 'We will return in July.\n', chinese: ['我们 6 月回来。\n', '我们 7 月回来。\n'] },
    { english: 'The 2nd of May took 3 months.\n', chinese: '5 月 2 日那次用了 3 个月。\n' },
    { english: 'Since 2024-03-08\n', chinese: '自 2024 年 3 月 8 日起\n' },
    { english: 'June 8, and again in August\n', chinese: '六月八日，8 月再次\n' },
  ],
  pair(pair, { report }) {
    if (!isTranslated(pair) || !hasDate(pair.blocks.chinese)) return;
    for (const [date, meant] of unequalDates(datesOf(pair.blocks.chinese), datesOf(pair.blocks.english))) {
      const { from, to, text } = date;
      report({ from, to, english: { from: meant.from, to: meant.to } }, { expected: meant.text, found: text });
    }
  },
});

function hasDate(blocks: readonly Block[]): boolean {
  return blocks.some(({ leaf }) =>
    leaf.prose.some(({ classes, text }) => (classes & DIGIT) !== 0 || (classes & HAN && text.includes('月'))),
  );
}
