import { classAt, classBefore, FULL_STOP, FULL_WIDTH, HAN } from '../../../text/han.ts';
import { isInChineseSentence } from '../../../text/sentence.ts';
import { followsChinese } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';
import { useEllipsis } from '../../shared-texts.ts';

export default defineRule({
  id: 'ellipsis-form',
  group: 'punctuation',
  level: 'info',
  fix: 'suggest',
  title: { en: 'Chinese ellipsis in full', zh: '省略号写完整' },
  why: {
    en: 'The Chinese ellipsis is …… (U+2026 twice): six dots, two characters wide (GB/T 15834-2011 §5.1.5; W3C clreq, which also allows U+22EF twice). A single … is English. Full stops or other dots in a row only stand in for it.',
    zh: '中文省略号为“……”（两个 U+2026），六个点，占两个字的位置（GB/T 15834-2011 §5.1.5；W3C《中文排版需求》，后者也接受两个 U+22EF）。单个“…”是英文写法，连写句号或别的点都不规范。',
  },
  message: useEllipsis,
  needs: [HAN],
  examples: [
    ['还有。。。', '还有……'],
    ['等等…然后', '等等……然后'],
    ['等等………然后', '等等……然后'],
    ['等等⋯然后', '等等……然后'],
    ['加载 CLIP…然后训练', '加载 CLIP……然后训练'],
    '等等……然后',
    '等等⋯⋯然后',
    '…………',
    '结束。。',
    'Loading… 与 `…`',
    'An English sentence… with 中文 in it.',
    '点击“加载更多…”与“Loading…”按钮',
  ],
  prose({ text, twice }, { report }) {
    if (!(twice & FULL_STOP) && !text.includes('…') && !text.includes('⋯')) return;
    for (const { index: from, 0: dots } of text.matchAll(/…+|⋯+|。+/g)) {
      const to = from + dots.length;
      if (dots[0] === '。' ? dots.length < 3 : dots.length % 2 === 0) continue;
      // The label of a button is quoted literally.
      if (/^[”」"’\]]/.test(text[to] ?? '')) continue;
      const before = classBefore(text, from) & (HAN | FULL_WIDTH);
      const after = classAt(text, to) & (HAN | FULL_WIDTH);
      const beside = (from > 0 && after) || followsChinese(text, from);
      if (!(before && after) && !(beside && isInChineseSentence(text, from))) continue;
      report({ from, to }, { dots }, { edits: [{ from, to, insert: '……' }] });
    }
  },
});
