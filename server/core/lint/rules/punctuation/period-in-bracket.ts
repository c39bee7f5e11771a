import { classAt, classBefore, FULL_OPEN, FULL_STOP, HAN } from '../../../text/han.ts';
import { skipBlanksBack } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';
import { bracketPairs } from './brackets.ts';

export default defineRule({
  id: 'period-in-bracket',
  group: 'punctuation',
  level: 'hint',
  fix: 'suggest',
  title: { en: 'Full stop outside brackets', zh: '句号放在括号外' },
  why: {
    en: 'An aside in brackets has no full stop of its own; that of the sentence follows the bracket (the guide of Ruan Yifeng). Where the sentence before has ended and the brackets hold a sentence of their own, they keep theirs.',
    zh: '句内括号中的话末尾不用句号，句号属于整句，放在括号外（阮一峰《中文技术文档的写作规范》）。前一句已经结束、括号里自成一句的，句号仍在括号内。',
  },
  message: {
    en: 'Move the full stop out of the brackets.',
    zh: '句号应移到括号外。',
  },
  needs: [HAN, FULL_OPEN, FULL_STOP],
  examples: [
    ['结果很好（见第 26 页。）', '结果很好（见第 26 页）。'],
    ['结果很好（见第 26 页。），可以使用。', '结果很好（见第 26 页），可以使用。'],
    '结果很好。（见第 26 页。）',
    '结果很好（见第 26 页）。',
    '（见第 26 页。）',
    '结果很好（先看图。再看表。）',
    '- **结果**（见第 26 页。）另起一句。',
  ],
  prose({ text }, { report }) {
    for (const { open, close } of bracketPairs(text)) {
      const stop = close - 1;
      if (text[stop] !== '。' || text[open] !== '（' || text[close] !== '）' || close - open > MAX_ASIDE) continue;
      const before = classBefore(text, skipBlanksBack(text, open));
      if (!(before & ~FULL_STOP) || /[。？！!?.…\n]/.test(text[skipBlanksBack(text, open) - 1] ?? '\n')) continue;
      if (/[。？！；]/.test(text.slice(open + 1, stop))) continue;
      const ends = close + 1 === text.length || text[close + 1] === '\n';
      if (!ends && !(classAt(text, close + 1) & FULL_STOP)) continue;
      const edits = [{ from: stop, to: close, insert: '' }];
      if (ends) edits.push({ from: close + 1, to: close + 1, insert: '。' });
      report({ from: stop, to: close }, {}, { edits });
    }
  },
});

const MAX_ASIDE = 120;
