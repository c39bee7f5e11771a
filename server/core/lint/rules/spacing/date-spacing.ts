import { stylePoints } from '../../../style/points.ts';
import { MIXED } from '../../../style/style.ts';
import { numberDates } from '../../../text/date.ts';
import { DIGIT, HAN } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';
import { addSpace, removeSpace } from '../../shared-texts.ts';

export default defineRule({
  id: 'date-spacing',
  group: 'spacing',
  level: 'info',
  fix: 'safe',
  boundary: 'word',
  style: 'date',
  title: stylePoints.date.title,
  why: {
    en: 'TiDB writes 2003 年 7 月 30 日; GB/T 15835-2011 and many projects write 2003年7月30日. The rule follows the pages of the project. Where they differ, it only asks that each date is written one way.',
    zh: 'TiDB 写作“2003 年 7 月 30 日”，GB/T 15835-2011 和许多项目写作“2003年7月30日”。本规则以项目页面的写法为准；项目写法不一时，只要求同一个日期前后一致。',
  },
  message: {
    en: '{action} inside the date.',
    zh: '日期中{action}。',
  },
  needs: [HAN, DIGIT],
  examples: [
    ['在 2024 年 3 月 10 日发布', '在 2024年3月10日发布'],
    ['自 2019 年以来', '自 2019年以来'],
    '2024年3月10日',
    '2020 年代和 90 后，20 年前',
    '3 个月 10 天，12 月 25 号楼',
  ],
  styledExamples: {
    space: [['在 2024年3月10日发布', '在 2024 年 3 月 10 日发布'], '2020年代', '2024 年 3 月'],
    mixed: [['在 2024 年 3 月10日', '在 2024 年 3 月 10 日'], '2024年3月10日和 2024 年 3 月 11 日'],
  },
  prose({ text }, { style, report }) {
    for (const { from, to, gaps } of numberDates(text)) {
      const insert = wantedBlank(style.date, gaps);
      const edits = gaps.filter((gap) => gap.to > gap.from !== (insert === ' ')).map((gap) => ({ ...gap, insert }));
      if (edits.length > 0) report({ from, to }, { action: insert ? add : remove }, { edits });
    }
  },
});

const add = { en: 'Add spaces', zh: addSpace.zh };
const remove = { en: 'Remove the spaces', zh: removeSpace.zh };

// A date has an odd number of gaps, so there is always a majority.
function wantedBlank(wanted: string, gaps: readonly Span[]): string {
  if (wanted !== MIXED) return wanted === 'space' ? ' ' : '';
  return gaps.filter(({ from, to }) => to > from).length * 2 > gaps.length ? ' ' : '';
}
