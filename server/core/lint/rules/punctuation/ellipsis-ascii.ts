import { ASCII_PUNCTUATION, HAN } from '../../../text/han.ts';
import { tokenAt } from '../../../text/token.ts';
import { followsChinese, skipBlanksBack } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';
import { useEllipsis } from '../../shared-texts.ts';

export default defineRule({
  id: 'ellipsis-ascii',
  group: 'punctuation',
  level: 'warning',
  fix: 'safe',
  title: { en: 'Chinese ellipsis instead of dots', zh: '使用中文省略号' },
  why: {
    en: 'The Chinese ellipsis is …… (U+2026 twice): six dots, two characters wide (GB/T 15834-2011 §5.1.5; W3C clreq). Full stops in a row are English.',
    zh: '中文省略号为“……”（两个 U+2026），占两个字的位置，共六个点（GB/T 15834-2011 §5.1.5；W3C《中文排版需求》）。下沿的句点是英文写法。',
  },
  message: useEllipsis,
  needs: [HAN, ASCII_PUNCTUATION],
  examples: [
    ['更快的生成速度...）', '更快的生成速度……）'],
    ['等等...然后', '等等……然后'],
    ['- 未完....', '- 未完……'],
    ['如何使用它们 ...', '如何使用它们……'],
    '展开 ...args 参数',
    '使用...args语法',
    'wait...',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    if (!text.includes('...')) return;
    for (const found of text.matchAll(/\.{3,}/g)) {
      const to = found.index + found[0].length;
      const from = skipBlanksBack(text, found.index);
      // `...args` is the spread operator.
      if (!followsChinese(text, from) || tokenAt(prose, found.index)?.kind !== 'ellipsis') continue;
      report({ from: found.index, to }, { dots: found[0] }, { edits: [{ from, to, insert: '……' }] });
    }
  },
});
