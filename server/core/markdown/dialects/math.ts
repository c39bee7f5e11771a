import type { BlockContext, InlineContext, LeafBlock, Line } from '@lezer/markdown';
import { inBlock } from '../in-block.ts';
import { type Dialect, matchAt } from './dialect.ts';

/** Formulas: `$$`, `$…$`, and the brackets and environments of TeX. */
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

// A formula that begins within a paragraph ends with it, so that its closing `$$` opens nothing.
function hasOpenMath({ content }: LeafBlock): boolean {
  return content.length < MAX_FORMULA && content.split('$$').length % 2 === 0;
}

const mathFence = /^(\$\$+)([^$]*)$/;

// `$$` on a line of its own, or at the beginning and the end of a formula of several lines; labels may follow. A formula
// that is never closed must not silence the rest of the page: where text begins on the first line, it has no blank
// lines (TeX), and elsewhere it ends before a line that can be none of it.
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

/** A heading, a code block, a directive, Chinese, or words in a row without a sign of TeX. */
function isNoFormula(line: string): boolean {
  if (/^(#{1,6}\s|```|~~~|:::)/.test(line)) return true;
  return !/[\\^_{}]/.test(line) && /\p{Script=Han}|(?<![A-Za-z])[A-Za-z]{2,}(?: [A-Za-z]{2,}){3}/u.test(line);
}

// A run of `$` closes at the next run of the same length, as micromark reads it; a single pair that pandoc would not
// take for a formula (a price: $5和$10) stays opaque all the same, because readers of the page disagree on it.
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
  // No closing run: what follows is no delimiter either, and must not be scanned again from every one of its signs.
  return open;
}

// `\(…\)`, `\[…\]`, `\begin{…}…\end{…}` and, as pages write it for whom `\(` is an escaped bracket, `\\(…\\)`.
function texMath(cx: InlineContext, next: number, from: number): number {
  if (next !== BACKSLASH) return -1;
  const open = matchAt(texOpen, cx, from);
  if (!open) return -1;
  const closing = open.startsWith('\\begin') ? `\\end${open.slice(6)}` : open.replace('(', ')').replace('[', ']');
  const start = from - cx.offset + open.length;
  const end = cx.text.slice(start, start + MAX_FORMULA).indexOf(closing);
  if (end < 0) return -1;
  const content = cx.text.slice(start, start + end);
  // A letter or a sign of TeX makes it a formula: `\[1\]` and `\(见下\)` are brackets that someone has escaped.
  if (!/^\s*[A-Za-z]\s*$|[\\^_={}]/.test(content) || !texContent.test(content)) return -1;
  const kind = /[\u3400-\u9fff]/.test(content) ? 'Disputed' : 'InlineMath';
  return cx.addElement(cx.elt(kind, from, from + open.length + end + closing.length));
}

const MAX_FORMULA = 1000;
const texOpen = /\\begin\{[a-z]+\*?\}|\\{1,2}[([]/y;
// What another parser could take for emphasis, code, a tag or a link is not hidden from it.
const texContent = /^(?:[^\\*_`<!]|\\[^`]|(?<=[\w})])_(?![_\s])|(?<=\s)[*<](?=\s))*$/;

const DOLLAR = 36;
const BACKSLASH = 92;
