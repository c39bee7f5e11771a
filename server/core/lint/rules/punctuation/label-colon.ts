import { isLabelColon } from '../../../style/points.ts';
import { isDefinition } from './colon.ts';
import { halfWidthRule } from './half-width.ts';

export default halfWidthRule({
  id: 'label-colon',
  half: ':',
  full: '：',
  name: { en: 'colon', zh: '冒号' },
  where: { en: 'after a label', zh: '标签之后' },
  style: 'labelColon',
  afterOther: true,
  allows: (prose, at, style) => style.labelColon === 'full' && isLabelColon(prose, at) && !isDefinition(prose.text, at),
  examples: [
    ['图 3-1: 网络的结构', '图 3-1：网络的结构'],
    ['**注意**: 这里', '**注意**：这里'],
    ['- `strict`: 强制执行一个空格', '- `strict`：强制执行一个空格'],
    'description: 了解如何使用',
    '如下面的例子所示:',
    '作者: 张三',
    '使用 :rocket: 表情',
    '- fix(player): 修复快捷键',
  ],
  styledExamples: {
    half: ['- `strict`: 强制执行一个空格', '**注意**: 这里'],
  },
});
