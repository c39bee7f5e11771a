import { labelGaps } from '../../../style/boundary.ts';
import { FULL_WIDTH } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'label-spacing',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  boundary: 'label',
  style: 'labelSpace',
  title: { en: 'Space after a bold label', zh: '加粗标签后的空格' },
  why: {
    en: 'A full-width colon brings its own space (W3C clreq), so a label needs no space after it. Lists of options translated from English often keep the space of the original. Where the pages of the project do so, nothing is reported.',
    zh: '全角冒号自带空白（W3C《中文排版需求》），标签后无需再加空格。译自英文的选项列表常常通篇保留原文的空格；项目页面如此时不作报告。',
  },
  message: {
    en: 'Remove the space after the label.',
    zh: '标签后不应有空格。',
  },
  needs: [FULL_WIDTH],
  examples: [
    ['**类型：** `number`', '**类型：**`number`'],
    ['**参考：** [`nextTick()`](u)', '**参考：**[`nextTick()`](u)'],
    '**类型：**`number`',
    '**类型：** number',
    '**试试看！** `number`',
    '类型： `number`',
  ],
  styledExamples: {
    space: ['**类型：** `number`', '**类型：**`number`'],
  },
  prose(prose, { style, report }) {
    if (style.labelSpace !== 'none' || prose.marks.length === 0 || !prose.text.includes('：')) return;
    for (const { from, to } of labelGaps(prose)) {
      if (to > from) report({ from, to }, {}, { edits: [{ from, to, insert: '' }] });
    }
  },
});
