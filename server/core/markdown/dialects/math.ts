import type { BlockContext, InlineContext, LeafBlock, Line } from '@lezer/markdown';
import { inBlock } from '../in-block.ts';
import { type Dialect, matchAt } from './dialect.ts';

/** Formulas: `$$`, `$…$`, and TeX brackets and environments. */
export const math: Dialect = {
  nodes: [{ name: 'MathBlock', block: true }, 'InlineMath', 'Disputed'],
  blocks: (reading) =>
    reading === 'plain'
      ? []
      : [
          {
            name: 'MathBlock',
            parse: mathBlock,
            before: 'FencedCode',
            endLeaf: (_, line, leaf) => isMathFence(line) && !hasOpenMath(leaf),
          },
        ],
  inlines: (reading) =>
    reading === 'plain'
      ? []
      : [
          { name: 'InlineMath', parse: inlineMath, before: 'InlineCode', begins: '$' },
          { name: 'TexMath', parse: texMath, before: 'Escape', begins: '\\' },
        ],
  kinds: { MathBlock: 'math' },
  atoms: { InlineMath: 'math', Disputed: 'unknown' },
};

function isMathFence(line: Line): boolean {
  return line.next === DOLLAR && line.indent < line.baseIndent + 4 && mathFence.test(line.text.slice(line.pos));
}

// A formula that starts inside a paragraph also ends there, so its closing `$$` does not open another.
function hasOpenMath({ content }: LeafBlock): boolean {
  return content.length < MAX_FORMULA && content.split('$$').length % 2 === 0;
}

const mathFence = /^(\$\$+)([^$]*)$/;

// `$$` on a line of its own, or at the start and end of a formula of several lines; a label may follow. An unclosed
// formula must not hide the rest of the page. If text follows the opening `$$`, it ends at a blank line, as in TeX;
// otherwise it ends before a line that cannot be part of a formula.
function mathBlock(cx: BlockContext, line: Line): boolean {
  if (!isMathFence(line)) return false;
  const from = cx.lineStart + line.pos;
  const [, fence, first] = mathFence.exec(line.text.slice(line.pos))! as unknown as [string, string, string];
  let blank = false;
  while (cx.nextLine() && inBlock(cx, line)) {
    if (line.next < 0) {
      if (first.trim() !== '') break;
      blank = true;
      continue;
    }
    const text = line.text.slice(line.pos);
    if (blank && isNoFormula(text)) break;
    blank = false;
    if (text.includes(fence)) {
      cx.nextLine();
      break;
    }
  }
  cx.addElement(cx.elt('MathBlock', from, cx.prevLineEnd()));
  return true;
}

/** Whether the line is a heading, a fence, Chinese, or several words without any TeX. */
function isNoFormula(line: string): boolean {
  if (/^(#{1,6}\s|```|~~~|:::)/.test(line)) return true;
  return !/[\\^_{}]/.test(line) && /\p{Script=Han}|(?<![A-Za-z])[A-Za-z]{2,}(?: [A-Za-z]{2,}){3}/u.test(line);
}

// A run of `$` closes at the next run of the same length, as in micromark. pandoc would not read some single pairs as a
// formula (prices: $5和$10). They stay opaque, because readers of the page disagree.
function inlineMath(cx: InlineContext, next: number, from: number): number {
  if (next !== DOLLAR || cx.char(from - 1) === DOLLAR) return -1;
  let open = from;
  while (cx.char(open) === DOLLAR) open++;
  const size = open - from;
  const text = cx.text;
  for (let at = text.indexOf('$', open - cx.offset); at >= 0; ) {
    let end = at;
    while (text.charCodeAt(end) === DOLLAR) end++;
    if (end - at === size) {
      const to = end + cx.offset;
      const formula =
        size > 1 || (!/\s/.test(text[open - cx.offset]!) && !/\s/.test(text[at - 1]!) && !/\d/.test(text[end] ?? ''));
      return cx.addElement(cx.elt(formula ? 'InlineMath' : 'Disputed', from, to));
    }
    at = text.indexOf('$', end);
  }
  // Nothing closes this run, and no later `$` of it can open either. Skip it, so that scanning stays linear.
  return open;
}

// `\(…\)`, `\[…\]`, `\begin{…}…\end{…}`. Also `\\(…\\)`, for tools that read `\(` as an escaped bracket.
function texMath(cx: InlineContext, next: number, from: number): number {
  if (next !== BACKSLASH) return -1;
  const open = matchAt(texOpen, cx, from);
  if (!open) return -1;
  const closing = open.startsWith('\\begin') ? `\\end${open.slice(6)}` : open.replace('(', ')').replace('[', ']');
  const start = from - cx.offset + open.length;
  const end = cx.text.slice(start, start + MAX_FORMULA).indexOf(closing);
  if (end < 0) return -1;
  const content = cx.text.slice(start, start + end);
  // A formula has a letter or a TeX character. `\[1\]` and `\(见下\)` are escaped brackets.
  if (!/^\s*[A-Za-z]\s*$|[\\^_={}]/.test(content) || !texContent.test(content)) return -1;
  const kind = /[\u3400-\u9fff]/.test(content) ? 'Disputed' : 'InlineMath';
  return cx.addElement(cx.elt(kind, from, from + open.length + end + closing.length));
}

const MAX_FORMULA = 1000;
const texOpen = /\\begin\{[a-z]+\*?\}|\\{1,2}[([]/y;
// Rejects what another parser could read as emphasis, code, a tag or a link.
const texContent = /^(?:[^\\*_`<!]|\\[^`]|(?<=[\w})])_(?![_\s])|(?<=\s)[*<](?=\s))*$/;

const DOLLAR = 36;
const BACKSLASH = 92;
