import { EMOTICON, halfWidthRule } from './half-width.ts';

export default halfWidthRule({
  id: 'fullwidth-semicolon',
  half: ';',
  full: '；',
  name: { en: 'semicolon', zh: '分号' },
  allows: ({ text }, at) => !EMOTICON.test(text.slice(at, at + 3)),
  examples: [['先下载;再安装', '先下载；再安装'], '中文 ;-)', 'a; b'],
});
