import { markSpacingRule } from '../../mark-spacing.ts';

export default markSpacingRule({
  id: 'space-link',
  style: 'link',
  kind: 'link',
  name: { en: 'link', zh: '链接' },
  why: {
    en: 'MDN, Kubernetes and Vue put a space beside a link only where it begins or ends with a Latin word. React always puts one, and sparanoid calls it a matter of taste. The rule follows the pages of the project.',
    zh: 'MDN、Kubernetes、Vue 只在链接边缘是拉丁字母时加空格，React 总是加，sparanoid 指南认为两可。本规则以项目页面的写法为准。',
  },
  examples: [['请 [点击](u) 查看', '请[点击](u)查看'], '请[点击](u)查看', '看 [MDN](u) 文档'],
  spaced: [['请[点击](u)查看', '请 [点击](u) 查看'], '请 [点击](u) 查看，[这里](u)。'],
});
