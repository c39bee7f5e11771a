import { isLabelColon } from '../../../style/points.ts';
import { allowsColon } from './colon.ts';
import { halfWidthRule } from './half-width.ts';

export default halfWidthRule({
  id: 'fullwidth-colon',
  half: ':',
  full: '：',
  name: { en: 'colon', zh: '冒号' },
  afterOther: true,
  allows: (text, at) => allowsColon(text, at) && !isLabelColon(text, at),
  examples: [
    ['注意:这是', '注意：这是'],
    ['如下面的例子所示:', '如下面的例子所示：'],
    ['修改后再次运行 `cargo build`:', '修改后再次运行 `cargo build`：'],
    ['我们还需要注意，作者的名字: 张三', '我们还需要注意，作者的名字：张三'],
    'description: 了解如何使用',
    '使用 :rocket: 表情',
    '使用:rocket:表情',
    '时间 12:30',
    '哈哈:)',
    '比例为 3:1',
  ],
});
