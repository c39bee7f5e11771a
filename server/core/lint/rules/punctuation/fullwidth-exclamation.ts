import { halfWidthRule } from './half-width.ts';

export default halfWidthRule({
  id: 'fullwidth-exclamation',
  half: '!',
  full: '！',
  name: { en: 'exclamation mark', zh: '叹号' },
  examples: [['太好了!', '太好了！'], ['好!没问题', '好！没问题'], '运行!pip install 命令', '不等于!=号'],
});
