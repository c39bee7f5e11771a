import { isLabelColon } from '../../../style/points.ts';
import { allowsColon } from './colon.ts';
import { halfWidthRule } from './half-width.ts';

export default halfWidthRule({
  id: 'label-colon',
  half: ':',
  full: '：',
  name: { en: 'colon behind a label', zh: '冒号（标签之后）' },
  style: 'labelColon',
  afterOther: true,
  allows: (text, at, style) => style.labelColon === 'full' && isLabelColon(text, at) && allowsColon(text, at),
  examples: [
    ['作者: 张三', '作者：张三'],
    ['**注意**: 这里', '**注意**：这里'],
    ['文件名: add_one/src/lib.rs', '文件名：add_one/src/lib.rs'],
    ['- `strict`: 强制执行一个空格', '- `strict`：强制执行一个空格'],
    'description: 了解如何使用',
    '如下面的例子所示:',
    '使用 :rocket: 表情',
  ],
  styledExamples: {
    half: ['- `strict`: 强制执行一个空格', '**注意**: 这里'],
  },
});
