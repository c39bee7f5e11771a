import { EMOTICON, halfWidthRule } from './half-width.ts';

export default halfWidthRule({
  id: 'fullwidth-colon',
  half: ':',
  full: '：',
  name: { en: 'colon', zh: '冒号' },
  afterOther: true,
  allows: (text, at, style) =>
    // `description: 说明` is a key of YAML.
    !/^[A-Za-z_][\w-]*$/.test(text.slice(0, at)) &&
    (style.codeColon === 'full' || !/^[\uFDD0 ]+$/.test(text.slice(0, at))) &&
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
    ['文件名: add_one/src/lib.rs', '文件名：add_one/src/lib.rs'],
    ['- `strict`: 强制执行一个空格', '- `strict`：强制执行一个空格'],
    'description: 了解如何使用',
    '使用 :rocket: 表情',
    '使用:rocket:表情',
    '时间 12:30',
    '哈哈:)',
    '比例为 3:1',
  ],
});
