import { halfWidthRule, isBeforeLatin } from './half-width.ts';

export default halfWidthRule({
  id: 'fullwidth-exclamation',
  half: '!',
  full: '！',
  name: { en: 'exclamation mark', zh: '叹号' },
  allows: ({ text }, at) => !isBeforeLatin(text, at) && text[at + 1] !== '=' && text[at + 1] !== '[',
  examples: [['太好了!', '太好了！'], ['好!没问题', '好！没问题'], '运行!pip install 命令', '不等于!=号'],
});
