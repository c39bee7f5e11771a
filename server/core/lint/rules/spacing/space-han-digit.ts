import { DIGIT, HAN } from '../../../text/han.ts';
import { meetings } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'space-han-digit',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  title: { en: 'Space between Chinese and digits', zh: '中文与数字之间加空格' },
  why: {
    en: 'Digits are set like Latin letters and are kept apart from Chinese in the same way (W3C clreq; the guides of Hugging Face, MDN, React and TiDB). Dates and times, on which the teams differ, are left alone.',
    zh: '数字与拉丁字母一样，和中文之间应留空隙（W3C《中文排版需求》；Hugging Face、MDN、React、TiDB 指南）。各团队写法不一的日期和时间不在此列。',
  },
  message: {
    en: 'Add a space between “{left}” and “{right}”.',
    zh: '“{left}”与“{right}”之间应加空格。',
  },
  needs: [HAN, DIGIT],
  examples: [
    ['需要16倍的内存', '需要 16 倍的内存'],
    ['共有**3**个层', '共有 **3** 个层'],
    ['输出1024维的向量', '输出 1024 维的向量'],
    '2024年3月10日',
    '在2024年发布',
    '上午9点30分',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    for (const [left, right] of [
      [HAN, DIGIT],
      [DIGIT, HAN],
    ] as const) {
      for (const { at, from, to } of meetings(text, left, right)) {
        if (isDate(text, at)) continue;
        const args = { left: text.slice(from, at), right: text.slice(at, to) };
        report({ from, to }, args, { edits: [{ from: at, to: at, insert: ' ' }] });
      }
    }
  },
});

// Whether the number that touches `at` is followed by a unit of dates and times.
function isDate(text: string, at: number): boolean {
  const unit = /^\d*\s?[年月日号时点分秒]/.exec(text.slice(at, at + 12));
  if (!unit) return false;
  return /^\d/.test(unit[0]) || /\d$/.test(text.slice(0, at));
}
