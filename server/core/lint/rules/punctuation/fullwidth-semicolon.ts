import { halfWidthRule } from './half-width.ts';

export default halfWidthRule({
  id: 'fullwidth-semicolon',
  half: ';',
  full: '；',
  name: { en: 'semicolon', zh: '分号' },
  examples: [['先下载;再安装', '先下载；再安装'], '中文 ;-)', 'a; b'],
});
