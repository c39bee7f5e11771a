import type { BlockContext, Line } from '@lezer/markdown';

/** Deeper lists and quotations are not read. Nobody writes them by hand. */
export const MAX_DEPTH = 100;

/**
 * Takes the rest of a line whose containers nest too deep. The parser compares every line with every open container, so
 * their number must be bounded. A list counts twice, because its item is a container too.
 */
export function tooDeep(cx: BlockContext, line: Line): boolean {
  if (cx.depth <= 2 * MAX_DEPTH + 2) return false;
  const from = cx.lineStart + line.pos;
  const to = cx.lineStart + line.text.length;
  cx.nextLine();
  cx.addElement(cx.elt('TooDeep', from, to));
  return true;
}

// Whether a line continues at least `depth` containers. The type declarations lack this field.
export function inBlock(cx: BlockContext, line: Line, depth = cx.depth): boolean {
  return (line as unknown as { depth: number }).depth >= depth;
}

/** The marker of a list item. */
export const listMark = /^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
