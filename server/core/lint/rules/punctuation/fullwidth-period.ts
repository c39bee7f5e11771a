import { halfWidthRule, isBeforeDigit, isBeforeLatin } from './half-width.ts';

export default halfWidthRule({
  id: 'fullwidth-period',
  half: '.',
  full: '。',
  name: { en: 'full stop', zh: '句号' },
  afterOther: true,
  allows: ({ text }, at) =>
    text[at - 1] !== '.' && text[at + 1] !== '.' && !isBeforeLatin(text, at) && !isBeforeDigit(text, at),
  examples: [
    ['一句话.', '一句话。'],
    ['第一句.第二句', '第一句。第二句'],
    ['加（火腿）.', '加（火腿）。'],
    '编辑 .gitignore 和.env 文件',
    '所有.py 文件',
    '版本 3.5 发布',
    ['放在 `dist/`. 你可以修改', '放在 `dist/`。你可以修改'],
    ['详见 [终止支持 (EOL)](u).', '详见 [终止支持 (EOL)](u)。'],
    '等等……',
    '作者是 J. K. 罗琳',
    '参见 U.S.A.的公司',
  ],
});
