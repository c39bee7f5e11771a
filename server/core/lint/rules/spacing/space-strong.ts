import { markSpacingRule } from '../../mark-spacing.ts';

export default markSpacingRule({
  id: 'space-strong',
  style: 'strong',
  kind: 'strong',
  name: { en: 'bold text', zh: '加粗文字' },
  why: {
    en: 'React puts a space around bold text, Vue puts none, and most guides say nothing. The rule follows the pages of the project.',
    zh: 'React 在加粗文字两侧加空格，Vue 不加，多数指南未作规定。本规则以项目页面的写法为准。',
  },
  examples: [['这是 **重要** 内容', '这是**重要**内容'], '这是**重要**内容', '这是 **Bold** 内容', '**重要：** 内容'],
  spaced: [['这是**重要**内容', '这是 **重要** 内容'], '这是 **重要** 内容'],
});
