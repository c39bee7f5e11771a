import type { BlockContext, Element, Line, MarkdownParser } from '@lezer/markdown';
import { inBlock } from '../in-block.ts';
import type { Dialect } from './dialect.ts';

/** What the parser's own reading of HTML lacks. */
export function html(commonMark: MarkdownParser): Dialect {
  return {
    blocks: () => [
      { name: 'QuotedHtml', parse: quotedHtml(commonMark), before: 'HTMLBlock' },
      { name: 'NewerHtml', parse: newerHtmlBlock, before: 'HTMLBlock', endLeaf: (_, line) => isNewerHtml(line) },
      { name: 'LoneHtml', parse: loneHtml, before: 'HTMLBlock' },
    ],
  };
}

// As the parser's own, to which no line of a quotation is blank, so that all behind a tag in one would be HTML.
function quotedHtml(commonMark: MarkdownParser) {
  return (cx: BlockContext, line: Line): boolean => {
    if (line.next !== LESS || !line.text.slice(0, line.pos).includes('>')) return false;
    const text = line.text.slice(line.pos);
    if (!/^<\/?[A-Za-z]/.test(text) || /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i.test(text)) return false;
    if (commonMark.parse(text).topNode.firstChild?.name !== 'HTMLBlock') return false;
    const from = cx.lineStart + line.pos;
    const marks: Element[] = [];
    while (cx.nextLine() && inBlock(cx, line) && line.next >= 0) marks.push(...line.markers);
    cx.addElement(cx.elt('HTMLBlock', from, cx.prevLineEnd(), marks));
    return true;
  };
}

/** CommonMark §4.6, condition 7: a whole tag alone on its line. The parser's own knows no `/>`. */
export const loneTag =
  /^(?:<\/[a-z][a-z\d-]*\s*>|<[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>)\s*$/i;

// CommonMark 0.31, §4.6, conditions 4 and 6: what the parser, which follows an earlier version, does not begin HTML with.
const newerHtml = /^<(?:![a-z]|\/?search(?:\s|\/?>|$))/i;

function isNewerHtml(line: Line): boolean {
  return line.next === LESS && line.indent < line.baseIndent + 4 && newerHtml.test(line.text.slice(line.pos));
}

/** A declaration up to its `>`, or a `<search>` up to a blank line. */
function newerHtmlBlock(cx: BlockContext, line: Line): boolean {
  if (!isNewerHtml(line)) return false;
  const from = cx.lineStart + line.pos;
  const marks: Element[] = [];
  const isDeclaration = line.text.charCodeAt(line.pos + 1) === BANG;
  let isDone = isDeclaration && line.text.includes('>', line.pos);
  while (cx.nextLine() && !isDone && inBlock(cx, line) && (isDeclaration || line.next >= 0)) {
    marks.push(...line.markers);
    isDone = isDeclaration && line.text.includes('>', line.pos);
  }
  cx.addElement(cx.elt('HTMLBlock', from, cx.prevLineEnd(), marks));
  return true;
}

/** A tag alone on its line, and all below it up to a blank line. */
function loneHtml(cx: BlockContext, line: Line): boolean {
  if (line.next !== LESS || line.indent >= line.baseIndent + 4) return false;
  const text = line.text.slice(line.pos);
  if (!loneTag.test(text) || /^<\/?(?:script|pre|style|textarea)\b/i.test(text)) return false;
  const from = cx.lineStart + line.pos;
  const marks: Element[] = [];
  while (cx.nextLine() && inBlock(cx, line) && line.next >= 0) marks.push(...line.markers);
  cx.addElement(cx.elt('HTMLBlock', from, cx.prevLineEnd(), marks));
  return true;
}

const BANG = 33;
const LESS = 60;
