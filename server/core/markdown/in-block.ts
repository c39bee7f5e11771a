import type { BlockContext, Line } from '@lezer/markdown';

/** Lists and quotations nested deeper are no writing of a person's, and stay unread. */
export const MAX_DEPTH = 100;

/**
 * The rest of a line in containers that nest too deep, whatever it holds. Every line is held against each container that
 * it may continue, so that their number has to be bounded; a list counts twice, its item being one more.
 */
export function tooDeep(cx: BlockContext, line: Line): boolean {
  if (cx.depth <= 2 * MAX_DEPTH + 2) return false;
  const from = cx.lineStart + line.pos;
  const to = cx.lineStart + line.text.length;
  cx.nextLine();
  cx.addElement(cx.elt('TooDeep', from, to));
  return true;
}

// How many containers the line continues; the type declarations leave it out.
export function inBlock(cx: BlockContext, line: Line, depth = cx.depth): boolean {
  return (line as unknown as { depth: number }).depth >= depth;
}

/** The mark of an item, at the start of what it is held against. */
export const listMark = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
