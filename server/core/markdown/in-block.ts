import type { BlockContext, Line } from '@lezer/markdown';

// How many containers the line continues; the type declarations leave it out.
export function inBlock(cx: BlockContext, line: Line): boolean {
  return (line as unknown as { depth: number }).depth >= cx.depth;
}
