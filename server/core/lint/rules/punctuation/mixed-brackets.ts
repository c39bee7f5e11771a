import { ASCII_PUNCTUATION, FULL_CLOSE, FULL_OPEN, HAN, HANGUL, KANA } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { bracketPairs, reportPair } from './brackets.ts';

export default defineRule({
  id: 'mixed-brackets',
  group: 'punctuation',
  level: 'warning',
  fix: 'safe',
  heeds: 'brackets',
  title: { en: 'Both brackets of a pair have the same width', zh: '一对括号宽度一致' },
  why: {
    en: 'A bracket that opens full-width must close full-width, and the reverse (GB/T 15834-2011 §5.1; W3C clreq). A mixed pair is a slip of the input method.',
    zh: '左右括号的宽度必须一致（GB/T 15834-2011 §5.1；W3C《中文排版需求》）。一全一半多半是输入法切换所致。',
  },
  message: {
    en: 'Use “{to}” instead of “{from}”, as on the other side.',
    zh: '“{from}”应改为“{to}”，与另一侧一致。',
  },
  needs: [ASCII_PUNCTUATION, FULL_OPEN | FULL_CLOSE],
  examples: [
    ['（即图中的 encoder_hidden_states)，然后', '（即图中的 encoder_hidden_states），然后'],
    ['（默认为 `false`) - 当', '（默认为 `false`） - 当'],
    ['方法(即函数）的', '方法（即函数）的'],
    ['It is a name (in the index）of the page', 'It is a name (in the index) of the page'],
    '（完整）与 (complete)',
    '1) （第一）',
  ],
  prose(prose, context) {
    const { text, classes } = prose;
    const isHalf = context.style.brackets === 'half' || !(classes & (HAN | KANA | HANGUL));
    for (const pair of bracketPairs(text)) {
      if ((text[pair.open] === '(') === (text[pair.close] === ')')) continue;
      reportPair(prose, pair, isHalf ? 'half' : 'full', context);
    }
  },
});
