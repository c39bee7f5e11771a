import { FULL_STOP, HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'stacked-mark',
  group: 'punctuation',
  level: 'hint',
  fix: 'suggest',
  title: { en: 'Few question and exclamation marks in a row', zh: '问号、叹号不滥叠' },
  why: {
    en: 'Two or three ？ or ！ may be stacked for emphasis, but no more (GB/T 15834-2011 §5.1.2). The guides of sparanoid and Ruan Yifeng allow one; set `max` to 1 to follow them.',
    zh: '表示强调时，问号、叹号可以叠用两三个，不能更多（GB/T 15834-2011 §5.1.2）。sparanoid 和阮一峰的指南只允许一个，可把 `max` 设为 1。',
  },
  message: {
    en: 'Use at most “{right}” instead of “{wrong}”.',
    zh: '“{wrong}”过多，最多写“{right}”。',
  },
  options: { max: 3 },
  optionHelp: { max: { en: 'How many marks may stand together.', zh: '连用标点的最多个数。' } },
  needs: [HAN, FULL_STOP],
  examples: [
    ['太好了！！！！', '太好了！！！'],
    ['真的吗？？？？？', '真的吗？？？'],
    '太好了！！！',
    '真的？！',
    '太好了！！',
  ],
  prose({ text, twice }, { options, report }) {
    if (!(twice & FULL_STOP)) return;
    const max = Math.max(1, Number(options.max));
    for (const { index: from, 0: wrong } of text.matchAll(/！+|？+/g)) {
      if (wrong.length <= max) continue;
      const to = from + wrong.length;
      report({ from, to }, { wrong, right: wrong.slice(0, max) }, { edits: [{ from: from + max, to, insert: '' }] });
    }
  },
});
