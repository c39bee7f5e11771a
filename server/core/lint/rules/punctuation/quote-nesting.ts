import { FULL_OPEN, HAN, QUOTE } from '../../../text/han.ts';
import { isChineseText } from '../../../text/sentence.ts';
import { defineRule } from '../../rule.ts';
import { quotations, quoteMarks } from './quotes.ts';

export default defineRule({
  id: 'quote-nesting',
  group: 'punctuation',
  level: 'info',
  fix: 'suggest',
  title: { en: 'Quotation inside a quotation', zh: '引号内再用引号' },
  why: {
    en: 'A quotation inside “ ” takes ‘ ’; one inside 「 」 takes 『 』 (GB/T 15834-2011; W3C clreq).',
    zh: '“”里面再用引号时，用‘’；「」里面再用引号时，用『』（GB/T 15834-2011；W3C《中文排版需求》）。',
  },
  message: {
    en: 'Use {right} inside {wrong}.',
    zh: '{wrong}里面的引号应改为{right}。',
  },
  needs: [HAN, QUOTE | FULL_OPEN],
  examples: [
    ['他说：“我读了“注意”一节。”', '他说：“我读了‘注意’一节。”'],
    ['他說：「我讀了「注意」一節。」', '他說：「我讀了『注意』一節。」'],
    '他说：“我读了‘注意’一节。”',
    '“注意”与“忽略”',
    '“注意“与”忽略”',
    '“开头“没有配对”',
  ],
  prose({ text }, { report }) {
    for (const [wrong, right] of [
      ['“”', '‘’'],
      ['「」', '『』'],
    ] as const) {
      const marks = quoteMarks(text, wrong);
      if (marks.length < 4) continue;
      for (const { from, to, depth } of quotations(marks) ?? []) {
        // `“A“和”B”` is two quotations with two mistakes.
        if (depth !== 1 || !isQuotable(text.slice(from + 1, to))) continue;
        const edits = [from, to].map((at, i) => ({ from: at, to: at + 1, insert: right[i]! }));
        report({ from, to: from + 1 }, { wrong, right }, { edits });
      }
    }
  },
});

function isQuotable(content: string): boolean {
  return isChineseText(content) && !/^(?:[和与或及、，]|以及|或者|还有|改为|变成)/.test(content);
}
