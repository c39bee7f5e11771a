import { ATOMS, type Prose } from '../../../markdown/prose.ts';
import { classAt, classBefore, FULL_CLOSE, FULL_OPEN, HAN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { noCounterpart } from '../../shared-texts.ts';

export default defineRule({
  id: 'bracket-pairing',
  group: 'punctuation',
  level: 'warning',
  fix: 'none',
  title: { en: 'Full-width brackets in pairs', zh: '全角括号成对' },
  why: {
    en: 'A bracket that opens must close (GB/T 15834-2011; W3C clreq). Only full-width brackets are checked, and only where the sentence ends without the other one: half-width ones also stand in emoticons, lists and intervals, and an aside may go on in the next paragraph.',
    zh: '左括号与右括号必须成对（GB/T 15834-2011；W3C《中文排版需求》）。只检查全角括号，而且只在句子已经结束、另一半仍未出现时报告：半角括号也用于表情、编号和区间，括号里的话也可能延续到下一段。',
  },
  message: noCounterpart,
  needs: [HAN, FULL_OPEN | FULL_CLOSE],
  examples: [
    [
      '传递一个键（如 `key` 来重置状态。这会告诉程序（比如框架）重来。',
      '传递一个键（如 `key` 来重置状态。这会告诉程序（比如框架）重来。',
    ],
    ['详见《入门指南一书。它很好。', '详见《入门指南一书。它很好。'],
    ['自注意力（也称内部注意力），可以）用于序列。', '自注意力（也称内部注意力），可以）用于序列。'],
    '自注意力（也称内部注意力 (intra-attention)）。',
    '（默认为 `false`)，可以。',
    '1）第一。2）第二。（三）第三。',
    '区间（0, 1] 与 [0, 1）。然后继续。',
    '例如下面的代码（注意第二行：',
    '另外，（这里的话很长。它有好几段。',
    '见文档（https://example.com/）。然后继续。',
    '使用“（”开头。左括号（很常见。',
    '好的：）谢谢。',
  ],
  prose(prose, { report }) {
    const { text } = prose;
    let ends: boolean | undefined;
    for (const { open, close, either } of families) {
      if (!text.includes(open[0]!) && !text.includes(close[0]!)) continue;
      const found = singles(text, open, close, either);
      // Many of them are not a mistake but a drawing, or a text about brackets.
      if (found.length === 0 || found.length > 3 || isInAtoms(prose, `${open}${close}`)) continue;
      if (/括号|括弧|括號/.test(text)) return;
      ends ??= /[。！？.）]$/.test(text.trimEnd());
      for (const at of found) {
        const left = (classAt(text, at) & FULL_OPEN) !== 0;
        if (left ? ends && isLeftOpen(text, at) : isLeftOver(text, at)) {
          report({ from: at, to: at + 1 }, { mark: text[at]! });
        }
      }
    }
  },
});

// The other one may be inside code or a formula.
function isInAtoms({ atoms, source }: Prose, marks: string): boolean {
  return atoms.some(({ from, to, kind }) => {
    if (kind === 'image' || kind === 'url') return false;
    let odd = false;
    for (let at = from; at < to; at++) if (marks.includes(source[at]!)) odd = !odd;
    return odd;
  });
}

/** Opening and closing brackets. A half-width one may match a full-width one; another rule reports that. */
const families = [
  ['（(', '）)'],
  ['【[', '】]'],
  ['《', '》'],
  ['「', '」'],
  ['『', '』'],
].map(([open, close]) => ({
  open: open!,
  close: close!,
  either: new RegExp(`[${`${open}${close}`.replace(/[[\]]/g, '\\$&')}]`, 'g'),
}));

/** The places of unmatched full-width brackets. */
function singles(text: string, open: string, close: string, either: RegExp): number[] {
  const waiting: number[] = [];
  const left: number[] = [];
  for (const { index } of text.matchAll(either)) {
    const mark = text[index]!;
    if (open.includes(mark)) waiting.push(index);
    else if (waiting.length > 0) waiting.pop();
    else if (mark === close[0]) left.push(index);
  }
  return [...left, ...waiting.filter((at) => text[at] === open[0])];
}

// The sentence has ended and another one has followed.
function isLeftOpen(text: string, at: number): boolean {
  if (!(classBefore(text, at) & HAN) && !/[A-Za-z\d \uFDD0]/.test(text[at - 1] ?? '。')) return false;
  const rest = text.slice(at + 1, at + 1 + MAX_REACH);
  return /[。！？]./.test(rest) && !isExempt(rest) && !isQuoted(text, at);
}

// Not a list marker or smiley, and not the end of something that started in another paragraph.
function isLeftOver(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - MAX_REACH), at);
  if (/(?:^|[\s。！？；：，、）])[\dA-Za-z一二三四五六七八九十]{0,4}$/.test(before)) return false;
  return (classAt(text, at + 1) & HAN) !== 0 && !isExempt(before) && !isQuoted(text, at);
}

const MAX_REACH = 300;

// Intervals, and a URL that includes the bracket.
function isExempt(part: string): boolean {
  return (
    part.includes(ATOMS.url) || /[\d\w\uFDD1][,，] ?[^\]\n（]{0,12}\]|\[[^[\n）]{0,12}[,，] ?[\d\w\uFDD1]/.test(part)
  );
}

function isQuoted(text: string, at: number): boolean {
  return /["'“”‘’「」`]/.test(text[at - 1] ?? '') && /["'“”‘’「」`]/.test(text[at + 1] ?? '');
}
