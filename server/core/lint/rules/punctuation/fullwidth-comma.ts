import { halfWidthRule } from './half-width.ts';

export default halfWidthRule({
  id: 'fullwidth-comma',
  half: ',',
  full: '，',
  name: { en: 'comma', zh: '逗号' },
  afterOther: true,
  examples: [
    ['你好,世界', '你好，世界'],
    ['他说 , 好', '他说，好'],
    ['加载 CLIP, 然后训练', '加载 CLIP，然后训练'],
    ['**注意**, 这里', '**注意**，这里'],
    ['说“好”,再见', '说“好”，再见'],
    '点(10, 20)处',
    'This is a 中文 word, in English.',
    'See 第 3 章, then',
    '共 1,000 个',
    '颜色分两段，[已选择, 未选择]',
    '忌口食材，如 ["葱", "姜"]',
    "属性为 { content: '跳过', theme: 'default' }",
    '多个标签以,分隔',
  ],
});
