import { ATOM, classAt, classBefore, FULL_WIDTH, HAN, LATIN } from '../../../text/han.ts';
import { skipBlanks, skipBlanksBack } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'chinese-dash',
  group: 'punctuation',
  level: 'warning',
  fix: 'safe',
  title: { en: 'Chinese dash of two characters', zh: '破折号占两个字的位置' },
  why: {
    en: 'The Chinese dash is —— (U+2014 twice), two characters wide (GB/T 15834-2011 §5.1.4; the guides of MDN, Vue and React). Two hyphens, a single em dash or a longer row only stand in for it.',
    zh: '破折号为“——”（两个 U+2014），占两个字的位置（GB/T 15834-2011 §5.1.4；MDN、Vue、React 指南）。两个连字符、一个长横或更长的横线都不规范。',
  },
  message: {
    en: 'Use “——” instead of “{dash}”.',
    zh: '“{dash}”应改为破折号“——”。',
  },
  needs: [HAN],
  examples: [
    ['**设计**--思考如何组织', '**设计**——思考如何组织'],
    ['**CSS**--思考类选择器', '**CSS**——思考类选择器'],
    ['这是值 ———— 草案', '这是值 —— 草案'],
    ['一个例子—它很短', '一个例子——它很短'],
    '一个例子——它很短',
    '使用 --help 选项',
    '从 A—B 到 C',
    '1990—2000 年',
  ],
  prose({ text }, { report }) {
    if (!text.includes('—') && !text.includes('--')) return;
    for (const { index: from, 0: dash } of text.matchAll(/-{2,3}(?!-)|—+/g)) {
      const to = from + dash.length;
      if (dash === '——' || text[from - 1] === '-') continue;
      const before = classBefore(text, skipBlanksBack(text, from));
      const after = classAt(text, skipBlanks(text, to));
      const joins = dash === '--' && before & LATIN && after & HAN && text[from - 1] !== ' ' && text[to] !== ' ';
      if (
        !(before & after & HAN) &&
        !joins &&
        !(before & (HAN | FULL_WIDTH) && after & (HAN | ATOM) && dash.length > 2)
      )
        continue;
      // Hyphens after a space start a command-line option.
      if (dash[0] === '-' && text[from - 1] === ' ' && text[to] !== ' ') continue;
      report({ from, to }, { dash }, { edits: [{ from, to, insert: '——' }] });
    }
  },
});
