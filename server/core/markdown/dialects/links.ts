import type { DelimiterType, InlineContext, MarkdownParser } from '@lezer/markdown';
import { type Dialect, matchAt } from './dialect.ts';

/** The ends of links, where the definitions of the page decide on what they are. */
export function links(commonMark: MarkdownParser, linkStart: DelimiterType): Dialect {
  return { inlines: () => [{ name: 'LinkEnd', parse: linkEndOver(commonMark, linkStart), begins: ']' }] };
}

type Part = { type: unknown; side: number; from: number } | null;
type InlineParse = (cx: InlineContext, next: number, from: number) => number;

// The open brackets that may begin a link, the last one first; a link's text is made of few parts.
function openLinks(parts: readonly Part[], linkStart: DelimiterType): NonNullable<Part>[] {
  const found: NonNullable<Part>[] = [];
  for (let at = parts.length - 1; at >= Math.max(0, parts.length - MAX_PARTS); at--) {
    const part = parts[at]!;
    if (part?.type === linkStart && part.side > 0) found.push(part);
  }
  return found;
}

const MAX_PARTS = 100;

// As the parser's own, but `[label]` does not forbid a link around it, as it would if it were defined: which is not
// known here. The target of [[1] a](b.md) must not become prose for it. A label holds no brackets: [[1]] is none.
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
    // [a][b](c) is a link behind a, or behind a link with c in brackets: which one, the definitions decide.
    const either =
      open && follows === BRACKET && isInnermost(parts, open) ? matchAt(labelledLink, cx, from + 1) : undefined;
    if (open && either) {
      cx.takeContent(parts.lastIndexOf(open));
      return cx.addElement(cx.elt('Disputed', open.from, from + 1 + either.length));
    }
    const sides = outer.map(({ side }) => side);
    const end = standard(cx, next, from);
    // A few levels only: more of them no one writes, and a page of brackets would nest without end.
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
