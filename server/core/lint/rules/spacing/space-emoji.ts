import { stylePoints } from '../../../style/points.ts';
import { emojisInLine } from '../../../text/emoji.ts';
import { HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { gaps } from '../../script-spacing.ts';

export default defineRule({
  id: 'space-emoji',
  group: 'spacing',
  level: 'hint',
  fix: 'suggest',
  boundary: 'emoji',
  style: 'emoji',
  title: stylePoints.emoji.title,
  why: {
    en: 'No standard covers emoji inside a sentence, but a page looks tidy when all are written the same way. The rule follows the pages of the project. Emoji at the start of a line are not checked.',
    zh: '句中的表情符号没有标准可循，但写法一致页面才整齐。本规则以项目页面的写法为准，行首的表情符号不在此列。',
  },
  message: {
    en: '{action} beside the emoji.',
    zh: '表情符号旁{action}。',
  },
  needs: [HAN],
  examples: [
    ['使用🤗 Transformers 库', '使用 🤗 Transformers 库'],
    ['完成✅了', '完成 ✅ 了'],
    '使用 🤗 Transformers 库，完成 ✅。',
    '⚠️启用选项',
    '版权©所有',
  ],
  styledExamples: {
    none: [['使用 🤗 训练', '使用🤗训练'], '使用🤗训练', '⚠️ 启用选项'],
  },
  prose(prose, { style, report }) {
    const wanted = style.emoji;
    if (wanted !== 'space' && wanted !== 'none') return;
    const starts = new Set<number>();
    const ends = new Set<number>();
    for (const { from, to } of emojisInLine(prose.text)) {
      starts.add(from);
      ends.add(to);
    }
    if (starts.size === 0) return;
    const found = gaps(
      prose,
      wanted,
      (_, place) => ends.has(place),
      (_, place) => starts.has(place),
    );
    for (const { span, args, fix } of found) report(span, args, fix);
  },
});
