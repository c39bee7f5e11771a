import { BLANK, classesIn, HAN } from '../../../text/han.ts';
import { chineseSentences } from '../../../text/sentence.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'no-space-inside-bracket',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  boundary: 'bracket',
  title: { en: 'No space inside half-width brackets', zh: '半角括号内侧不加空格' },
  why: {
    en: 'Brackets stand close to what they hold (the guide of MDN). Full-width brackets are checked by the rule no-space-fullwidth-punctuation.',
    zh: '括号应紧贴其中的内容（MDN 指南）。全角括号由规则 no-space-fullwidth-punctuation 检查。',
  },
  message: {
    en: 'Remove the spaces inside the brackets.',
    zh: '括号内侧不应有空格。',
  },
  needs: [HAN, BLANK],
  examples: [
    ['提供 ( 以及注入 ) 数据', '提供 (以及注入) 数据'],
    '提供 (以及注入) 数据',
    '空格 ( ) 和 ( a + b )',
    '先 ( 甲, (乙) 丙 ) 后',
    'An English sentence ( with 中文 )',
  ],
  prose({ text }, { report }) {
    const isChinese = chineseSentences(text);
    for (const { index: from, 0: found, 1: inside = '' } of text.matchAll(SPACED)) {
      if (!(classesIn(inside) & HAN) || !isChinese(from)) continue;
      const to = from + found.length;
      const edits = [
        { from: from + 1, to: from + 2, insert: '' },
        { from: to - 2, to: to - 1, insert: '' },
      ];
      report({ from, to }, {}, { edits });
    }
  },
});

const SPACED = /\( ([^\s()](?:[^()\n]{0,60}[^\s()])?) \)/g;
