import {
  BLANK,
  classAt,
  classBefore,
  countHan,
  FULL_WIDTH,
  HAN,
  LINE_END,
  lengthAt,
  lengthBefore,
} from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'no-space-han-han',
  group: 'spacing',
  level: 'info',
  fix: 'suggest',
  boundary: 'han',
  title: { en: 'No space between Chinese characters', zh: '汉字之间不加空格' },
  why: {
    en: 'Chinese has no spaces between words (the guide of TiDB). One in the middle of a sentence was mostly left by an edit. But a space can also divide a list (下载 安装 使用) or set off the name of a button. So only a single one in a longer clause is reported, and a person decides.',
    zh: '中文词语之间不加空格（TiDB 指南），句子中间的空格多半是修改时留下的。空格也可能分隔并列项（下载 安装 使用）或标出按钮名称，因此只报告较长分句中唯一的一处，由人决定。',
  },
  message: {
    en: 'Remove the space between “{left}” and “{right}”.',
    zh: '“{left}”与“{right}”之间不应有空格。',
  },
  needs: [HAN, BLANK],
  examples: [
    ['例如，对整个路径 参数求平均值来获得更好的解。', '例如，对整个路径参数求平均值来获得更好的解。'],
    ['这确保了文档会被立即 更新并且显示出来。', '这确保了文档会被立即更新并且显示出来。'],
    '下载 安装 使用',
    '请点击右上角的 保存 按钮来保存你的设置。',
    '第一章 绪论',
    '请在设置页面中选择 更新并且重新启动系统。',
  ],
  prose(prose, { block, report }) {
    if (block !== 'paragraph') return;
    if (!(prose.besideBlank & HAN)) return;
    const { text } = prose;
    let clauseEnd = 0;
    for (let from = text.indexOf(' '); from >= 0; from = text.indexOf(' ', from + 1)) {
      const to = from + 1;
      if (!(classBefore(text, from) & classAt(text, to) & HAN)) continue;
      // Several in one clause are left alone.
      if (from < clauseEnd) continue;
      const clause = clauseAround(text, from);
      clauseEnd = clause.to;
      if (!isSentence(text.slice(clause.from, clause.to))) continue;
      const left = text.slice(from - lengthBefore(text, from), from);
      const right = text.slice(to, to + lengthAt(text, to));
      report({ from, to }, { left, right }, { edits: [{ from, to, insert: '' }] });
    }
  },
});

const LONG = 14;
const GAP = /(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu;
const BUTTON = /点击|单击|双击|选择|选中|打开|进入|按下|按钮|勾选|输入|切换|菜单|页面|标签|选项/;

function isSentence(clause: string): boolean {
  return countHan(clause) >= LONG && [...clause.matchAll(GAP)].length === 1 && !BUTTON.test(clause);
}

function clauseAround(text: string, place: number): Span {
  const divides = (at: number) => (classAt(text, at) & (FULL_WIDTH | LINE_END)) !== 0;
  let from = place;
  while (from > Math.max(0, place - MAX_REACH) && !divides(from - 1)) from--;
  let to = place;
  while (to < Math.min(text.length, place + MAX_REACH) && !divides(to)) to++;
  return { from, to };
}

const MAX_REACH = 80;
