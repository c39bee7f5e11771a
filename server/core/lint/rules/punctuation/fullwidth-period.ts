import { skipBlanks } from '../../neighbours.ts';
import { halfWidthRule, isBeforeDigit, isBeforeLatin } from './half-width.ts';

export default halfWidthRule({
  id: 'fullwidth-period',
  half: '.',
  full: '。',
  name: { en: 'full stop', zh: '句号' },
  afterOther: true,
  allows: ({ text }, at) =>
    text[at - 1] !== '.' &&
    !'./'.includes(text[at + 1] ?? ' ') &&
    !isBeforeLatin(text, at) &&
    !isBeforeDigit(text, at) &&
    !isNumbering(text, at),
  examples: [
    ['一句话.', '一句话。'],
    ['第一句.第二句', '第一句。第二句'],
    ['加（火腿）.', '加（火腿）。'],
    '编辑 .gitignore 和.env 文件',
    '所有.py 文件',
    '版本 3.5 发布',
    ['放在 `dist/`. 你可以修改', '放在 `dist/`。你可以修改'],
    ['详见 [终止支持 (EOL)](u).', '详见 [终止支持 (EOL)](u)。'],
    '等等……',
    '作者是 J. K. 罗琳',
    '参见 U.S.A.的公司',
    '默认为 ./types/index.d.ts 文件',
    '字面值 vs. 路径绑定',
    '方式一. 下载代码',
    '第 2 步. 下载代码',
    '更新：1. 支持导入 2. 修复导出',
    '哪一种？A. 严格压制<br>B. 技巧弥补<br>F. 自定义',
    '键盘上的"."符号',
    ['默认端口是 8000.', '默认端口是 8000。'],
  ],
});

// `方式一. 下载`, `1. 导入 2. 导出`, `B. 技巧`: the point belongs to a number or a letter that counts.
function isNumbering(text: string, at: number): boolean {
  if (text[at + 1] !== ' ' || skipBlanks(text, at + 1) >= text.length) return false;
  return NUMBERING.test(text.slice(Math.max(0, at - 10), at));
}

const NUMBERING = /(?:^|[^\w.])(?:\d{1,2}|[A-Za-z])$|^.{0,6}[\d一二三四五六七八九十] ?[步章节条项]?$/s;
