import { halfWidthRule } from './half-width.ts';

export default halfWidthRule({
  id: 'fullwidth-question',
  half: '?',
  full: '？',
  name: { en: 'question mark', zh: '问号' },
  afterOther: true,
  examples: [
    ['好吗?是的', '好吗？是的'],
    ['什么是 CLIP?\n\n为什么?', '什么是 CLIP？\n\n为什么？'],
    ['## 为什么要用 SSR? {#why}', '## 为什么要用 SSR？ {#why}'],
    'Really? 是',
    '读取数据时增加 ?. 运算符',
  ],
});
