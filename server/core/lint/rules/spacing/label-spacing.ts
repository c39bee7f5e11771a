import { labelGaps } from '../../../style/points.ts';
import { FULL_WIDTH } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'label-spacing',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  style: 'labelSpace',
  title: { en: 'Space behind a bold label', zh: '加粗标签后的空格' },
  why: {
    en: 'A full-width colon brings its own space (W3C clreq), so that a label needs no blank behind it. Lists of options translated from English often keep the blank of the original throughout; the rule follows the pages of the project.',
    zh: '全角冒号自带空白（W3C《中文排版需求》），标签后无需再加空格。译自英文的选项列表常常通篇保留原文的空格；本规则以项目页面的写法为准。',
  },
  message: {
    en: '{action} behind the label.',
    zh: '标签后{action}。',
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
    space: [['**类型：**`number`', '**类型：** `number`'], '**类型：** `number`', '**类型：**数字'],
  },
  prose(prose, { style, report }) {
    const { text } = prose;
    if (!text.includes('：') || prose.marks.length === 0) return;
    for (const { from, to } of labelGaps(prose)) {
      if (to > from && style.labelSpace === 'none')
        report({ from, to }, { action: remove }, { edits: [{ from, to, insert: '' }] });
      if (to === from && style.labelSpace === 'space')
        report({ from: from - 1, to }, { action: add }, { edits: [{ from, to, insert: ' ' }] });
    }
  },
});

const add = { en: 'Add a space', zh: '应加空格' };
const remove = { en: 'Remove the space', zh: '不应有空格' };
