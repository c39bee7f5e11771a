import { HAN } from '../../../text/han.ts';
import { isChineseText, sentenceAt } from '../../../text/sentence.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'dash-spacing',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  title: { en: 'No space beside the Chinese dash', zh: '破折号旁不加空格' },
  why: {
    en: 'The Chinese dash —— takes two squares and joins what stands on both sides (GB/T 15834-2011 §5.1.4; the guides of TiDB, MDN and React). Blanks beside it come from English habits.',
    zh: '破折号“——”占两个字的位置，连接前后两部分（GB/T 15834-2011 §5.1.4；TiDB、MDN、React 指南）。两侧加空格是英文的习惯。',
  },
  message: {
    en: 'Remove the space beside “——”.',
    zh: '“——”旁不应有空格。',
  },
  needs: [HAN],
  examples: [
    ['冗余信息 —— 给定数据', '冗余信息——给定数据'],
    ['准备的—— 前几课', '准备的——前几课'],
    '冗余信息——给定数据',
    'An English sentence —— with 中文 in it',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    for (const found of text.matchAll(/([ \t]*)(——|⸺)([ \t]*)/g)) {
      const [all, before, dash, after] = found as unknown as [string, string, string, string];
      const from = found.index;
      const to = from + all.length;
      if ((!before && !after) || from === 0 || text[from - 1] === '\n' || to === text.length || text[to] === '\n')
        continue;
      const sentence = sentenceAt(text, from);
      if (!isChineseText(text.slice(sentence.from, sentence.to))) continue;
      const middle = from + before.length + dash.length;
      const edits = [
        { from, to: from + before.length, insert: '' },
        { from: middle, to, insert: '' },
      ].filter((edit) => edit.to > edit.from);
      report({ from, to }, {}, { edits });
    }
  },
});
