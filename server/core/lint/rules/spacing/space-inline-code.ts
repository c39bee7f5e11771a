import { ATOMS, type Prose } from '../../../markdown/prose.ts';
import { isCodeElement } from '../../../style/boundary.ts';
import { stylePoints } from '../../../style/points.ts';
import { ATOM, HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { gaps, mayHaveGaps } from '../../script-spacing.ts';

export default defineRule({
  id: 'space-inline-code',
  group: 'spacing',
  level: 'warning',
  fix: 'safe',
  boundary: 'code',
  style: 'inlineCode',
  title: stylePoints.inlineCode.title,
  why: {
    en: 'Inline code is read like a Latin word. In the Chinese documentation of Hugging Face, Vue, React, Rust and TiDB, 98–100% of inline code has spaces around it; Dive into Deep Learning writes none. The rule follows the pages of the project.',
    zh: '行内代码读起来如同拉丁文单词。在 Hugging Face、Vue、React、Rust、TiDB 的中文文档中，98%～100% 的行内代码两侧都有空格；《动手学深度学习》则不加。本规则以项目页面的写法为准。',
  },
  message: {
    en: '{action} beside the inline code.',
    zh: '行内代码旁{action}。',
  },
  needs: [HAN, ATOM],
  examples: [
    ['使用`pip`命令', '使用 `pip` 命令'],
    ['见[`fit`](u)方法', '见 [`fit`](u) 方法'],
    ['按<kbd>Ctrl</kbd>键', '按 <kbd>Ctrl</kbd> 键'],
    '换行<br>之后',
    '<kbd>Ctrl</kbd> 键',
    '使用 `pip`，再运行 `npm`。',
    '（`a`）',
    '见 :cite:`a.b`处',
  ],
  styledExamples: {
    none: [['使用 `pip` 命令', '使用`pip`命令'], '使用`pip`命令'],
  },
  prose(prose, { style, report }) {
    const { text } = prose;
    if (!mayHaveGaps(prose, style.inlineCode, ATOM)) return;
    const elements = codeElements(prose);
    const isCode = (place: number) => text[place] === ATOMS.code || elements.has(place);
    const ends = (_: Prose, place: number) => isCode(place - 1);
    const starts = (_: Prose, place: number) => isCode(place);
    for (const { span, args, fix } of gaps(prose, style.inlineCode, ends, starts)) report(span, args, fix);
  },
});

function codeElements({ atoms, source }: Prose): Set<number> {
  return new Set(atoms.filter((atom) => isCodeElement(atom, source)).map(({ at }) => at));
}
