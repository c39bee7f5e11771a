import type { Bilingual } from './bilingual.ts';
import type { TokenKind } from './token-kinds.ts';

/** The name of a token kind, and texts in which ⟦ ⟧ enclose exactly the tokens of that kind. ▢ stands for an atom. */
export interface TokenKindPage {
  readonly title: Bilingual;
  readonly examples: readonly string[];
}

/**
 * In the order of docs/tokens.md, which is generated from this table. The tests of `token.ts` run on the same examples.
 */
export const tokenPages: Readonly<Record<TokenKind, TokenKindPage>> = {
  word: {
    title: { en: 'Word', zh: '词' },
    examples: [
      '使用⟦React⟧开发',
      '⟦front-end⟧与⟦it’s⟧',
      '支持⟦HTTP/2⟧协议',
      '词向量⟦word2vec⟧',
      '⟦Ελλάδα⟧',
      '⟦Привет⟧，世界',
      '（⟦API⟧）',
      '第一行⟦a⟧\n⟦b⟧第二行',
      '▢⟦b⟧',
      '在⟦H100⟧上训练⟦7B⟧模型',
      '显示⟦3D⟧图形',
      '变量⟦__init__⟧',
    ],
  },
  name: {
    title: { en: 'Name with a mark at its edge', zh: '带标记的名称' },
    examples: [
      '⟦C++⟧代码与⟦C#⟧代码',
      '使用⟦.NET⟧和⟦F#⟧',
      '⟦Node.js⟧环境',
      '收购⟦Yahoo!⟧的公司',
      '⟦Java™⟧平台',
      '（⟦C++17⟧）',
      '用⟦Notepad++⟧打开',
    ],
  },
  abbreviation: {
    title: { en: 'Abbreviation', zh: '缩写' },
    examples: ['参见⟦U.S.A.⟧的公司', '作者是 ⟦J.⟧ ⟦K.⟧ 罗琳', '例如（⟦e.g.⟧ 中文）', '甲 ⟦vs.⟧ 乙', '甲、乙 ⟦etc.⟧'],
  },
  call: {
    title: { en: 'Call', zh: '函数调用' },
    examples: ['使用⟦model.fit()⟧函数', '调用⟦main()⟧', 'f(▢)⟦.x()⟧', '（⟦a.b.c()⟧）'],
  },
  field: {
    title: { en: 'Key of a field, kind of a commit', zh: '字段名、提交类型' },
    examples: ['⟦description:⟧ 了解', '⟦feat:⟧ 增加变量', '- ⟦fix(player):⟧ 修复', '⟦fix(播放器):⟧ 修复快捷键'],
  },
  variable: {
    title: { en: 'Variable', zh: '变量' },
    examples: ['设置⟦NODE_ENV⟧变量', '⟦$HOME⟧目录', '写作⟦$' + '{name}⟧', '参数⟦$1⟧', '位于⟦%PATH%⟧中'],
  },
  option: {
    title: { en: 'Option of a command', zh: '命令行选项' },
    examples: [
      '使用⟦-m⟧参数和⟦--help⟧选项',
      '加上⟦--dry-run⟧',
      '运行 ⟦-v⟧',
      '（⟦--no-cache⟧）',
      '传入 ⟦--size=20GB⟧',
      '添加⟦-X⟧',
      '⟦-q⟧',
    ],
  },
  key: {
    title: { en: 'Keys of a keyboard', zh: '按键' },
    examples: ['按⟦Ctrl+C⟧复制', '按 ⟦Ctrl + Shift + P⟧ 打开', '按⟦F5⟧运行', '（⟦Cmd+S⟧）'],
  },
  prefixed: {
    title: { en: 'Word with a mark before it', zh: '带前缀标记的词' },
    examples: [
      '运行⟦!pip⟧ install',
      '加⟦!important⟧',
      '事件由 ⟦:show⟧ 控制',
      '样式⟦:hover⟧与⟦:active⟧',
      '把 cell 的⟦:active⟧移走',
    ],
  },
  tag: {
    title: { en: 'Tag', zh: '标签' },
    examples: ['使用⟦<div>⟧元素', '⟦</p>⟧结束', '⟦<Suspense>⟧组件', '写作⟦&nbsp;⟧', '⟦[!NOTE]⟧', '⟦<br />⟧换行'],
  },
  placeholder: {
    title: { en: 'Placeholder', zh: '占位符' },
    examples: ['你好⟦{name}⟧', '⟦{{ user.name }}⟧您好', '替换⟦<your-token>⟧', '共⟦{0}⟧个'],
  },
  format: {
    title: { en: 'Format specifier, escape', zh: '格式说明符、转义' },
    examples: ['输出⟦%s⟧和⟦%d⟧', '保留⟦%.2f⟧位', '换行⟦\\n⟧符', '字符⟦\\u4e00⟧', '参数⟦%1$s⟧'],
  },
  path: {
    title: { en: 'Path or file', zh: '路径、文件' },
    examples: [
      '编辑⟦.gitignore⟧和⟦.env⟧',
      '所有⟦.py⟧文件',
      '运行⟦train.py⟧',
      '默认为 ⟦./types/index.d.ts⟧ 文件',
      '位于⟦/usr/local/bin⟧',
      '放在⟦~/.config⟧下',
      '目录⟦src/core/⟧',
      '打开⟦C:\\Users\\a⟧',
      '匹配⟦*.md⟧',
      '⟦add_one/src/lib.rs⟧',
      '放在 ⟦dist/⟧. 你',
      '上级⟦../a⟧',
    ],
  },
  url: {
    title: { en: 'Address', zh: '网址' },
    examples: [
      '见⟦https://example.com/a⟧。',
      '访问⟦www.example.com⟧，',
      '打开⟦example.com⟧网站',
      '连接⟦127.0.0.1:8080⟧',
      '⟦git://a.b/c⟧',
    ],
  },
  email: {
    title: { en: 'E-mail', zh: '电子邮件' },
    examples: ['发到⟦a.b@example.com⟧。', '（⟦x@qq.com⟧）', '⟦1@qq.com⟧'],
  },
  mention: {
    title: { en: 'Mention', zh: '提及' },
    examples: ['感谢⟦@hf⟧的支持', '感谢 ⟦@牧丰086⟧ 的赞助', '作者⟦@user-name⟧', '⟦@张三⟧，你好'],
  },
  reference: {
    title: { en: 'Reference by number or tag', zh: '编号引用' },
    examples: ['见⟦#123⟧的讨论', '话题⟦#nlp⟧', '（⟦#7⟧）'],
  },
  citation: {
    title: { en: 'Citation', zh: '文献引用' },
    examples: [
      '如⟦[1]⟧所示',
      '见⟦[1, 2]⟧与⟦[3-5]⟧',
      '由⟦(Vaswani et al., 2017)⟧提出',
      '由 ⟦Devlin et al. (2019)⟧ 提出',
      '见⟦[@smith2020]⟧',
    ],
  },
  bibliography: {
    title: { en: 'Entry of a bibliography', zh: '参考文献条目' },
    examples: [
      '参考文献\n⟦[1] Vaswani A, et al. Attention is all you need. NeurIPS, 2017.⟧',
      '⟦He, K., Zhang, X. (2016). Deep residual learning for image recognition. CVPR.⟧\n说明',
    ],
  },
  number: {
    title: { en: 'Number', zh: '数' },
    examples: [
      '需要⟦16⟧倍',
      '共 ⟦1,000⟧ 个',
      '学习率为⟦3e-4⟧',
      '值为⟦-1⟧或⟦+1⟧',
      '误差⟦±5⟧以内',
      '约⟦3.5⟧倍',
      '（⟦10⟧）',
      '⟦42⟧',
      '▢⟦5⟧',
      '默认端口是 ⟦8000⟧.',
      '第⟦3⟧层',
    ],
  },
  quantity: {
    title: { en: 'Number with its unit', zh: '数与单位' },
    examples: [
      '需要⟦20GB⟧的显存',
      '从 ⟦1.5 ms⟧ 降到 ⟦800μs⟧',
      '⟦8-16GB⟧内存',
      '（⟦1,024 MB⟧）',
      '⟦10Gbps⟧',
      '频率⟦3.2GHz⟧',
      '速度⟦20GB⟧/s',
    ],
  },
  percentage: {
    title: { en: 'Per cent, per mille, degrees', zh: '百分数、千分数、角度' },
    examples: ['提高⟦15%⟧的性能', '占 ⟦3 ‰⟧。', '旋转⟦90°⟧', '占⟦63%–68%⟧', '约占 ⟦5～10%⟧ 的页面'],
  },
  temperature: {
    title: { en: 'Temperature', zh: '温度' },
    examples: ['气温为⟦37°C⟧', '不超过 ⟦80 ℃⟧。', '⟦20～30℃⟧', '（⟦98.6 °F⟧）'],
  },
  currency: {
    title: { en: 'Currency', zh: '货币' },
    examples: ['花了⟦$5000⟧元', '售价⟦¥99⟧', '共⟦€5⟧', '约⟦$1,000.50⟧', '（⟦£20⟧）', '融资⟦$50M⟧'],
  },
  range: {
    title: { en: 'Range', zh: '范围' },
    examples: ['需要⟦1~10⟧个', '⟦1990-2000⟧年', '第 ⟦3–5⟧ 章', '⟦5 ~ 10⟧ 页'],
  },
  ratio: {
    title: { en: 'Ratio or fraction', zh: '比' },
    examples: [
      '比例为⟦3:1⟧',
      '⟦16:10⟧ 的屏幕',
      '比例为 ⟦3：10⟧',
      '约⟦1/2⟧的',
      '⟦16：10⟧的屏幕',
      '共 45',
      '见图 ⟦12：30⟧ 个样本',
    ],
  },
  dimension: {
    title: { en: 'Dimensions', zh: '尺寸' },
    examples: ['图片为⟦512x512⟧像素', '⟦3×4⟧矩阵', '（⟦224x224x3⟧）'],
  },
  version: {
    title: { en: 'Version', zh: '版本' },
    examples: ['从⟦v1.0⟧开始', '⟦2.0.1⟧版', '自⟦5.9.0+⟧支持', '支持⟦12+⟧岁', '⟦v3.0.0-beta.1⟧', '使用 ⟦3.x⟧ 版'],
  },
  date: {
    title: { en: 'Date', zh: '日期' },
    examples: [
      '在⟦2024年3月10日⟧发布',
      '⟦2024-03-10⟧',
      '在 ⟦2024 年 3 月⟧ 发布',
      '⟦3月10日⟧，',
      '始于⟦2019年⟧',
      '⟦2024/3/10⟧更新',
    ],
  },
  time: {
    title: { en: 'Time of day', zh: '时刻' },
    examples: ['会议在⟦12:30⟧开始', '会议在 ⟦12：30⟧ 开始', '上午⟦9：05到11：20⟧', '⟦10:20:30⟧'],
  },
  moment: {
    title: { en: 'Number with 年, 月, 日, 点, 分 … that is not a date', zh: '带年、月、日、点、分等但不是日期的数' },
    examples: ['上午⟦9点⟧⟦30分⟧', '⟦20年⟧前', '约 ⟦30 秒⟧', '⟦2020年⟧代', '⟦12 月⟧ ⟦25 号⟧楼'],
  },
  numbering: {
    title: { en: 'Numbering', zh: '编号' },
    examples: ['更新：⟦1.⟧ 支持导入 ⟦2.⟧ 修复', '方式一⟦.⟧ 下载', '（a⟦.⟧ 技巧）', '⟦2)⟧ 第二'],
  },
  formula: {
    title: { en: 'Formula or assignment', zh: '公式、赋值' },
    examples: ['设置⟦foo=bar⟧', '若⟦a+b=c⟧则', '即⟦y=2x+1⟧', '⟦x<10⟧时', '⟦1+1⟧等于', '设 ⟦size=20GB⟧'],
  },
  operator: {
    title: { en: 'Operator', zh: '运算符' },
    examples: [
      '不等于⟦!=⟧号',
      '箭头⟦->⟧表示',
      '甲 ⟦==⟧ 乙',
      '增加 ⟦?.⟧ 运算符',
      '作用域⟦::⟧',
      '⟦=>⟧',
      '展开 ⟦...⟧args 参数',
      '甲⟦≥⟧乙',
    ],
  },
  separator: {
    title: { en: 'Mark that sets off', zh: '分隔符' },
    examples: ['（默认值） ⟦-⟧ 说明', '首页 ⟦/⟧ 文档 ⟦/⟧ 关于', '甲 ⟦→⟧ 乙', '▢ ⟦|⟧ ▢'],
  },
  ellipsis: {
    title: { en: 'Dots', zh: '省略点' },
    examples: ['等等⟦...⟧然后', '还有⟦..⟧', '未完⟦....⟧'],
  },
  mentioned: {
    title: { en: 'Mark that is spoken of', zh: '被提及的标点' },
    examples: ['以⟦,⟧分隔', '显示"⟦.⟧"符号', '用⟦;⟧隔开', '键入“⟦@⟧”', '（⟦*⟧）'],
  },
  emoji: {
    title: { en: 'Emoji', zh: '表情符号' },
    examples: ['使用⟦🤗⟧训练', '⟦👩🏽‍💻⟧写代码', '完成⟦✅⟧了', '⟦⚠️⟧注意', '⟦🇨🇳⟧与⟦🇫🇷⟧', '使用⟦:rocket:⟧表情'],
  },
  emoticon: {
    title: { en: 'Emoticon', zh: '颜文字' },
    examples: ['哈哈⟦:)⟧', '中文 ⟦;-)⟧'],
  },
  atom: {
    title: { en: 'Code, formula, image or other thing that is not read', zh: '代码、公式、图片等不作阅读的内容' },
    examples: ['使用⟦▢⟧方法', '⟦▢⟧⟦▢⟧', '（⟦▢⟧）'],
  },
  mark: {
    title: { en: 'Any other mark', zh: '其他标点' },
    examples: [
      '你好⟦,⟧世界',
      '注意⟦:⟧这是',
      '一句话⟦.⟧',
      '接口⟦(⟧说明⟦)⟧',
      '甲⟦—⟧⟦—⟧乙',
      '说⟦"⟧好⟦"⟧',
      '和⟦/⟧或',
      '太好了⟦!⟧',
    ],
  },
};
