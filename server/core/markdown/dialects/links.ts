import type { DelimiterType, InlineContext, MarkdownParser } from '@lezer/markdown';
import { type Dialect, matchAt } from './dialect.ts';

/** Ends of links whose reading depends on the definitions of the page. */
export function links(commonMark: MarkdownParser, linkStart: DelimiterType): Dialect {
  return { inlines: () => [{ name: 'LinkEnd', parse: linkEndOver(commonMark, linkStart), begins: ']' }] };
}

type Part = { type: unknown; side: number; from: number } | null;
type InlineParse = (cx: InlineContext, next: number, from: number) => number;

// The open brackets that may start a link, the innermost first. Limited, since the text of a link has few parts.
function openLinks(parts: readonly Part[], linkStart: DelimiterType): NonNullable<Part>[] {
  const found: NonNullable<Part>[] = [];
  for (let at = parts.length - 1; at >= Math.max(0, parts.length - MAX_PARTS); at--) {
    const part = parts[at]!;
    if (part?.type === linkStart && part.side > 0) found.push(part);
  }
  return found;
}

const MAX_PARTS = 100;

// Like the parser's own, but `[label]` does not rule out a link around it. It would if
// it were defined, which is not known here, and the target of [[1] a](b.md) must not
// become prose. A label cannot contain brackets: [[1]] is not a label.
function linkEndOver(commonMark: MarkdownParser, linkStart: DelimiterType): InlineParse {
  const { inlineNames, inlineParsers } = commonMark as unknown as {
    inlineNames: string[];
    inlineParsers: InlineParse[];
  };
  const standard = inlineParsers[inlineNames.indexOf('LinkEnd')]!;
  return (cx, next, from) => {
    if (next !== BRACKET_END) return -1;
    const { parts } = cx as unknown as { parts: Part[] };
    const [open, ...outer] = openLinks(parts, linkStart);
    const text = open ? cx.slice(open.from + 1, Math.min(from, open.from + MAX_LABEL)) : '';
    const nested = text.match(openBracket)?.length ?? 0;
    const follows = cx.char(from + 1);
    if (open && nested > 0 && follows !== PARENTHESIS && follows !== BRACKET && isInnermost(parts, open)) {
      parts[parts.lastIndexOf(open)] = null;
      return from + 1;
    }
    // [a][b](c) is either a link after [a], or a link [a][b] before (c). The definitions decide.
    const either =
      open && follows === BRACKET && isInnermost(parts, open) ? matchAt(labelledLink, cx, from + 1) : undefined;
    if (open && either) {
      cx.takeContent(parts.lastIndexOf(open));
      return cx.addElement(cx.elt('Disputed', open.from, from + 1 + either.length));
    }
    const sides = outer.map(({ side }) => side);
    const end = standard(cx, next, from);
    // Limited to a few levels, because a page full of brackets would nest without end.
    if (end > 0 && cx.char(end - 1) === BRACKET_END && nested < MAX_NESTED) {
      for (const [at, part] of outer.entries()) part.side = sides[at]!;
    }
    return end;
  };
}

const labelledLink = /\[[^[\]\n]+\]\([^()\n]*\)/y;
const openBracket = /(?<!\\)\[/g;
const MAX_NESTED = 8;
const MAX_LABEL = 1000;

// No image, nor a link that cannot be one, is open within. Only their brackets are delimiters that nothing resolves.
function isInnermost(parts: readonly Part[], open: Part): boolean {
  const isBracket = (part: Part) => part !== null && typeof part.type === 'object' && !('resolve' in part.type!);
  return parts.findLast(isBracket) === open;
}

const PARENTHESIS = 40;
const BRACKET = 91;
const BRACKET_END = 93;
