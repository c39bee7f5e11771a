import { classAt, classBefore, HAN, OTHER } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { codeOf } from '../unicode/characters.ts';

export default defineRule({
  id: 'interpunct',
  group: 'punctuation',
  level: 'warning',
  fix: 'safe',
  title: { en: 'The Chinese interpunct ·', zh: '中文间隔号' },
  why: {
    en: 'The Chinese interpunct is · (U+00B7). The bullet U+2022, the katakana dot U+30FB and the hyphenation point U+2027 only look like it (W3C clreq; GB/T 15834-2011 §5.1.7).',
    zh: '中文间隔号为“·”（U+00B7），不是形近的项目符号 U+2022、片假名中点 U+30FB 或连字点 U+2027（W3C《中文排版需求》；GB/T 15834-2011 §5.1.7）。',
  },
  message: {
    en: 'Use “·” (U+00B7) instead of “{dot}” ({code}).',
    zh: '“{dot}”（{code}）应改为间隔号“·”（U+00B7）。',
  },
  needs: [HAN, OTHER],
  examples: [
    ['比尔•盖茨', '比尔·盖茨'],
    ['列奥纳多・达・芬奇', '列奥纳多·达·芬奇'],
    ['阿兰‧图灵', '阿兰·图灵'],
    '比尔·盖茨',
    '苹果 • 香蕉',
    '• 苹果',
    'a•b 与 a・b',
  ],
  prose({ text }, { report }) {
    for (const { index: from, 0: dot } of text.matchAll(/[•・‧･]/g)) {
      const to = from + 1;
      if (!(classBefore(text, from) & classAt(text, to) & HAN)) continue;
      report({ from, to }, { dot, code: codeOf(dot) }, { edits: [{ from, to, insert: '·' }] });
    }
  },
});
