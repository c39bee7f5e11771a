import { isLabelColon } from '../../../style/points.ts';
import { isDefinition } from './colon.ts';
import { halfWidthRule } from './half-width.ts';

export default halfWidthRule({
  id: 'fullwidth-colon',
  half: ':',
  full: '：',
  name: { en: 'colon', zh: '冒号' },
  afterOther: true,
  allows: (prose, at) => !isLabelColon(prose, at) && !isDefinition(prose.text, at),
  examples: [
    ['注意:这是', '注意：这是'],
    ['如下面的例子所示:', '如下面的例子所示：'],
    ['修改后再次运行 `cargo build`:', '修改后再次运行 `cargo build`：'],
    ['我们还需要注意，作者的名字: 张三', '我们还需要注意，作者的名字：张三'],
    ['作者: 张三', '作者：张三'],
    ['文件名: add_one/src/lib.rs', '文件名：add_one/src/lib.rs'],
    'description: 了解如何使用',
    '使用 :rocket: 表情',
    '使用:rocket:表情',
    '时间 12:30',
    '哈哈:)',
    '比例为 3:1',
    'fix(player): 修复快捷键',
    '2.feat(yuque): 优化存储',
    'feat: 增加变量',
    '事件由 :show 控制',
    '把 cell 的:active 样式移走',
    '依赖标记写作 [依赖:章节]',
  ],
});
