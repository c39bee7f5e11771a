import { ATOMS, type Prose } from '../../../markdown/prose.ts';
import { stylePoints } from '../../../style/points.ts';
import { ATOM, HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { gaps, mayHaveGaps } from '../../script-spacing.ts';

export default defineRule({
  id: 'space-math',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  boundary: 'math',
  style: 'math',
  title: stylePoints.math.title,
  why: {
    en: 'An inline formula is read like a Latin word. Most teams keep it apart from Chinese as they do code; Dive into Deep Learning does not. The rule follows the pages of the project.',
    zh: '行内公式读起来如同拉丁文单词，多数团队像行内代码一样在两侧加空格；《动手学深度学习》则不加。本规则以项目页面的写法为准。',
  },
  message: {
    en: '{action} beside the formula.',
    zh: '公式旁{action}。',
  },
  needs: [HAN, ATOM],
  examples: [['变量$x$表示', '变量 $x$ 表示'], '变量 $x$ 表示（$y$）', '价格为$5和$10之间'],
  styledExamples: {
    none: [['变量 $x$ 表示', '变量$x$表示'], '变量$x$表示'],
  },
  prose(prose, { style, report }) {
    const { text } = prose;
    if (!mayHaveGaps(prose, style.math, ATOM)) return;
    const ends = (_: Prose, place: number) => text[place - 1] === ATOMS.math;
    const starts = (_: Prose, place: number) => text[place] === ATOMS.math;
    for (const { span, args, fix } of gaps(prose, style.math, ends, starts)) report(span, args, fix);
  },
});
