import { markSpacingRule } from '../../mark-spacing.ts';

export default markSpacingRule({
  id: 'space-emphasis',
  style: 'emphasis',
  kind: 'emphasis',
  name: { en: 'italic text', zh: '斜体文字' },
  why: {
    en: 'React puts a space around italic text; others put none. With underscores a space is needed anyway, since CommonMark does not read a_b_c as emphasis. The rule follows the pages of the project.',
    zh: 'React 在斜体文字两侧加空格，有的团队不加；用下划线时必须加，因为 CommonMark 不把 a_b_c 当作强调。本规则以项目页面的写法为准。',
  },
  examples: [['这是 *重要* 内容', '这是*重要*内容'], '这是*重要*内容', '这是 *Italic* 内容'],
  spaced: [['这是*重要*内容', '这是 *重要* 内容'], '这是 *重要* 内容'],
});
