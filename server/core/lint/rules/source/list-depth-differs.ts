import { defineRule } from '../../rule.ts';
import { firstLine, isTranslated } from './both-sides.ts';

export default defineRule({
  id: 'list-depth-differs',
  group: 'source',
  level: 'info',
  fix: 'none',
  title: { en: 'List item at another depth than in the source', zh: '列表项的层级与原文不一致' },
  why: {
    en: 'An item that is indented otherwise belongs to another list, or to none. A list that is shifted as a whole is one finding.',
    zh: '缩进不同，列表项就属于另一个列表，或不属于任何列表。整个列表一起移动只报告一次。',
  },
  message: {
    en: 'This item is at depth {found} of the list; in the source it is at depth {expected}.',
    zh: '此项在列表的第 {found} 层，原文在第 {expected} 层。',
  },
  translatedExamples: [
    {
      english: '- Models\n  - Large ones\n- Data\n',
      chinese: ['- 模型\n- 大模型\n- 数据\n', '- 模型\n  - 大模型\n- 数据\n'],
    },
    { english: '- Models\n  - Large ones\n', chinese: '* 模型\n    * 大模型\n' },
  ],
  translation({ comparison: { pairs } }, { report }) {
    let before = 0;
    for (const pair of pairs) {
      const [chinese, english] = [pair.blocks.chinese[0], pair.blocks.english[0]];
      if (!isTranslated(pair) || !chinese?.itemStart || !english?.itemStart) continue;
      const shift = chinese.listDepth - english.listDepth;
      if (shift !== 0 && shift !== before)
        report(
          { ...firstLine([chinese]), english: { from: english.from, to: english.to } },
          { found: String(chinese.listDepth), expected: String(english.listDepth) },
        );
      before = shift;
    }
  },
});
