import { ATOMS } from '../../../markdown/prose.ts';
import { ASCII_PUNCTUATION, BLANK, classAt, HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'hyphen-spacing',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  boundary: 'hyphen',
  title: { en: 'Spaces on both sides of a hyphen used as a dash', zh: '作破折号用的连字符两侧都加空格' },
  why: {
    en: 'A hyphen with a space after it stands for a dash between two parts. Without a space before it, it seems to belong to the first part.',
    zh: '后面带空格的连字符相当于破折号，用来分隔前后两部分；前面不加空格时，看起来就像附着在前一部分上。',
  },
  message: {
    en: 'Add a space before “-”, as there is one after it.',
    zh: '“-”后面有空格，前面也应加空格。',
  },
  needs: [HAN, ASCII_PUNCTUATION, BLANK],
  examples: [
    ['`"any"`（默认值）- 如果有变量', '`"any"`（默认值） - 如果有变量'],
    ['`a`- 说明', '`a` - 说明'],
    '`a` - 说明',
    '- 说明',
    '前端- 与后端',
    '端到端-训练',
  ],
  prose({ text }, { report }) {
    for (let at = text.indexOf('- ', 1); at > 0; at = text.indexOf('- ', at + 1)) {
      const before = text[at - 1]!;
      if (before !== '）' && before !== ATOMS.code) continue;
      if (!(classAt(text, at + 2) & HAN)) continue;
      report({ from: at, to: at + 1 }, {}, { edits: [{ from: at, to: at, insert: ' ' }] });
    }
  },
});
