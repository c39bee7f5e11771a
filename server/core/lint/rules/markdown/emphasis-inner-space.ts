import type { Prose } from '../../../markdown/prose.ts';
import { ATOM, BLANK, classAt, classesIn, FULL_OPEN, HAN, LATIN, QUOTE } from '../../../text/han.ts';
import { skipBlanks, skipBlanksBack } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';
import { brokenEmphasis, type Run } from './emphasis.ts';

export default defineRule({
  id: 'emphasis-inner-space',
  group: 'markdown',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'No space inside emphasis marks', zh: '强调标记内侧不加空格' },
  why: {
    en: 'Emphasis cannot begin or end with a space (CommonMark §6.2): the asterisks show as they are. Spaces inside often come from a program that puts spaces between Chinese and other characters.',
    zh: '强调的内容不能以空格开头或结尾（CommonMark §6.2），否则星号会原样显示。内侧的空格往往来自自动加空格的程序。',
  },
  message: {
    en: 'With a space inside, “{mark}” does not work as emphasis, and readers see the bare mark. Remove the space.',
    zh: '“{mark}”内侧有空格，不能构成强调，读者会看到裸露的标记。请删去空格。',
  },
  needs: [HAN, BLANK],
  examples: [
    ['这是 ** 粗体 ** 内容', '这是 **粗体** 内容'],
    ['这是** 粗体**', '这是**粗体**'],
    ['**粗体 ** 内容', '**粗体** 内容'],
    ['__ 粗体 __', '__粗体__'],
    '这是 **粗体** 和 **粗体** 内容',
    '设 x ** 2 和 y ** 2 相等',
    '面积为 宽 * 高 * 数量',
    '** 见脚注',
    '转义 \\*\\* 粗体 \\*\\* 内容',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    for (const { open, close } of brokenEmphasis(prose)) {
      if (open.mark.length === 1) continue;
      const inner = { from: innerStart(open), to: close.place };
      const from = skipBlanks(text, inner.from);
      const to = skipBlanksBack(text, inner.to);
      if (to <= from || (from === inner.from && to === inner.to) || !isWord(prose, from, to)) continue;
      const edits = [
        { from: inner.from, to: from, insert: '' },
        { from: to, to: inner.to, insert: '' },
      ].filter((edit) => edit.to > edit.from);
      const at = from > inner.from ? { from: inner.from, to: from } : { from: to, to: inner.to };
      const span = open.literal && close.literal ? { from: open.place, to: close.place + close.mark.length } : at;
      report(span, { mark: open.mark }, { edits, changesMarkup: true });
    }
  },
});

function innerStart(run: Run): number {
  return run.literal ? run.place + run.mark.length : run.place;
}

// Numbers and names stand between operators; Chinese words do not.
function isWord({ text }: Prose, from: number, to: number): boolean {
  const edge = HAN | LATIN | ATOM | FULL_OPEN | QUOTE;
  return (classAt(text, from) & edge) !== 0 && (classesIn(text.slice(from, to)) & HAN) !== 0;
}
