import { ATOMS } from '../../../markdown/prose.ts';
import { classAt, classBefore, DIGIT, HAN, LATIN, QUOTE } from '../../../text/han.ts';
import type { Edit } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';
import { noCounterpart } from '../../shared-texts.ts';
import { type QuoteMark, quotations, quoteMarks } from './quotes.ts';

export default defineRule({
  id: 'quote-pairing',
  group: 'punctuation',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Quotation marks in pairs', zh: '引号成对' },
  why: {
    en: '“ opens a quotation and ” closes it (GB/T 15834-2011; W3C clreq). Keyboards do not show which one they write, so a mark is easily turned around or lost. Only “ ” are checked: ’ is also an apostrophe, and ” after a digit may mean inches.',
    zh: '“为前引号，”为后引号（GB/T 15834-2011；W3C《中文排版需求》）。键盘不分前后，容易写反或漏写。只检查双引号：’也是撇号；数字后的”可能是英寸。',
  },
  message: noCounterpart,
  needs: [HAN, QUOTE],
  examples: [
    ['他说”你好“，然后离开', '他说“你好”，然后离开'],
    ['“魔数“是没有含义的数字', '“魔数”是没有含义的数字'],
    ['儿童游戏”沃尔多在哪里”很难', '儿童游戏“沃尔多在哪里”很难'],
    ['可以解决"有多少？”的问题', '可以解决“有多少？”的问题'],
    ['可以解决"有多少？“的问题', '可以解决“有多少？”的问题'],
    ['函数（“construct function" 的缩写）', '函数（“construct function” 的缩写）'],
    ['为什么失败了？“我们的确是按步骤做的。', '为什么失败了？“我们的确是按步骤做的。'],
    '他说“你好”，然后离开',
    '他说：“我读了“注意”一节。”',
    '“第一段没有结束，下一段接着说。',
    '屏幕 15.6” 大小，身高 5’10”',
    'users’ 的数据与 ‘90 年代',
    '他说：“',
    '左引号“与右引号”',
    '这里讲到了引号“的用法。',
  ],
  prose({ text }, { report }) {
    const marks = quoteMarks(text, '“”');
    if (marks.length === 0 || quotations(marks) || isSpokenOf(text)) return;
    const edits = marks.length % 2 === 0 ? turned(text, marks) : straightened(text, marks);
    const astray = marks.length % 2 === 0 ? firstTurned(marks) : firstSingle(marks);
    if (!edits && marks.length % 2 === 1 && !isInside(text, astray)) return;
    report({ from: astray.at, to: astray.at + 1 }, { mark: text[astray.at]! }, ...(edits ? [{ edits }] : []));
  },
});

// A text about quotation marks, marks of other languages, or marks written as entities.
function isSpokenOf(text: string): boolean {
  return /引号|引號|[„‟″]/.test(text) || text.includes(ATOMS.entity);
}

function opensAt(index: number): boolean {
  return index % 2 === 0;
}

function firstTurned(marks: readonly QuoteMark[]): QuoteMark {
  return marks.find(({ opens }, i) => opens !== opensAt(i)) ?? marks[0]!;
}

/** The edits that make marks open and close in turn, if a single pair or every mark is wrong. */
function turned(text: string, marks: readonly QuoteMark[]): Edit[] | undefined {
  const wrong = marks.filter(({ opens }, i) => opens !== opensAt(i));
  if (wrong.length > 2 && wrong.length < marks.length) return undefined;
  return wrong.map(({ at }) => ({ from: at, to: at + 1, insert: text[at] === '“' ? '”' : '“' }));
}

/** The edits for a quotation with a straight mark on one side, the only one in the text. */
function straightened(text: string, marks: readonly QuoteMark[]): Edit[] | undefined {
  const at = text.indexOf('"');
  if (at < 0 || text.indexOf('"', at + 1) >= 0 || classBefore(text, at) & DIGIT) return undefined;
  const before = marks.filter((mark) => mark.at < at).length;
  const opens = opensAt(before);
  const rest = turned(text, [...marks.slice(0, before), { at, opens }, ...marks.slice(before)]);
  return rest && rest.length < 2 ? [{ from: at, to: at + 1, insert: opens ? '“' : '”' }, ...rest] : undefined;
}

function firstSingle(marks: readonly QuoteMark[]): QuoteMark {
  let open: QuoteMark | undefined;
  for (const mark of marks) {
    if (!mark.opens && !open) return mark;
    if (mark.opens && open) return open;
    open = mark.opens ? mark : undefined;
  }
  return open!;
}

// At the edge of a paragraph it may belong to a quotation of several paragraphs, or one with a list or code.
function isInside(text: string, { at, opens }: QuoteMark): boolean {
  if (/^\s*$/.test(text.slice(Math.max(0, text.lastIndexOf('\n', at - 1)), at))) return false;
  return opens
    ? /[。！？]$/.test(text.trimEnd()) && at < text.length - 3
    : (classAt(text, at + 1) & (HAN | LATIN)) !== 0;
}
