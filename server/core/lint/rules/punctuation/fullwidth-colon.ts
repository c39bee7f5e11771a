import { EMOTICON, halfWidthRule } from './half-width.ts';

export default halfWidthRule({
  id: 'fullwidth-colon',
  half: ':',
  full: '：',
  name: { en: 'colon', zh: '冒号' },
  allows: (text, at) =>
    text[at + 1] !== ':' &&
    text[at - 1] !== ':' &&
    text[at + 1] !== '/' &&
    !EMOTICON.test(text.slice(at, at + 3)) &&
    // `[label]: …` at the start of a line is a definition to some parsers.
    !(text[at - 1] === ']' && /(?:^|\n)\[[^\]\n]*\]$/.test(text.slice(0, at))),
  examples: [
    ['注意:这是', '注意：这是'],
    ['作者: 张三', '作者：张三'],
    ['**注意**: 这里', '**注意**：这里'],
    '使用 :rocket: 表情',
    '使用:rocket:表情',
    '时间 12:30',
    '哈哈:)',
    '比例为 3:1',
  ],
});
