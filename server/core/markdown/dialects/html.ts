import type { BlockContext, Element, Line, MarkdownParser } from '@lezer/markdown';
import { inBlock } from '../in-block.ts';
import type { Dialect } from './dialect.ts';

/** HTML blocks that the parser does not recognise. */
export function html(commonMark: MarkdownParser): Dialect {
  return {
    blocks: () => [
      { name: 'QuotedHtml', parse: quotedHtml(commonMark), before: 'HTMLBlock' },
      { name: 'NewerHtml', parse: newerHtmlBlock, before: 'HTMLBlock', endLeaf: (_, line) => isNewerHtml(line) },
      { name: 'LoneHtml', parse: loneHtml, before: 'HTMLBlock' },
    ],
  };
}

// Like the parser's own. To that one no line of a quotation is blank, so everything after a tag would be HTML.
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

/** A complete tag alone on its line (CommonMark §4.6, condition 7). The parser does not accept `/>`. */
export const loneTag =
  /^(?:<\/[a-z][a-z\d-]*\s*>|<[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>)\s*$/i;

// Conditions 4 and 6 of CommonMark 0.31, §4.6. The parser follows an earlier version.
const newerHtml = /^<(?:![a-z]|\/?search(?:\s|\/?>|$))/i;

function isNewerHtml(line: Line): boolean {
  return line.next === LESS && line.indent < line.baseIndent + 4 && newerHtml.test(line.text.slice(line.pos));
}

/** A declaration up to its `>`, or `<search>` up to a blank line. */
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

/** A tag alone on its line, with everything up to the next blank line. */
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
