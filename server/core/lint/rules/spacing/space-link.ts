import { markSpacingRule } from '../../mark-spacing.ts';

export default markSpacingRule({
  id: 'space-link',
  style: 'link',
  kind: 'link',
  name: { en: 'link', zh: '链接' },
  why: {
    en: 'MDN, Kubernetes and Vue put a blank beside a link only where a Latin word shows; React puts one always, and sparanoid calls it a matter of taste. The rule follows the pages of the project.',
    zh: 'MDN、Kubernetes、Vue 只在链接边缘是拉丁字母时加空格，React 总是加，sparanoid 指南认为两可。本规则以项目页面的写法为准。',
  },
  examples: [['请 [点击](u) 查看', '请[点击](u)查看'], '请[点击](u)查看', '看 [MDN](u) 文档'],
  spaced: [['请[点击](u)查看', '请 [点击](u) 查看'], '请 [点击](u) 查看，[这里](u)。'],
});
