import { HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'ellipsis-deng',
  group: 'punctuation',
  level: 'hint',
  fix: 'suggest',
  title: { en: 'Either an ellipsis or 等', zh: '省略号不与“等”连用' },
  why: {
    en: 'An ellipsis at the end of a list means the same as 等. One of the two is enough (the guides of Ruan Yifeng and koishi).',
    zh: '列举未尽时，省略号和“等”作用相同，只用其一（阮一峰《中文技术文档的写作规范》；koishi 指南）。',
  },
  message: {
    en: 'Keep only one of “……” and “{word}”.',
    zh: '“……”与“{word}”只留一个。',
  },
  needs: [HAN],
  examples: [
    ['支持图片、文本……等。', '支持图片、文本等。'],
    ['支持图片、文本……等等，', '支持图片、文本等等，'],
    '支持图片、文本等。',
    '他想了想……等一下，再说',
    '让我想想……等等！不对',
  ],
  prose({ text }, { report }) {
    if (!text.includes('…')) return;
    for (const { index: from, 1: dots = '', 2: word = '' } of text.matchAll(/(…{1,2})(等等?)(?=[，。；、）]|$|\n)/gm)) {
      const to = from + dots.length + word.length;
      const drop = (start: number, end: number) => [{ from: start, to: end, insert: '' }];
      report(
        { from, to },
        { word },
        { edits: drop(from, from + dots.length), title: { en: `Keep “${word}”`, zh: `保留“${word}”` } },
        { edits: drop(from + dots.length, to), title: { en: 'Keep “……”', zh: '保留“……”' } },
      );
    }
  },
});
