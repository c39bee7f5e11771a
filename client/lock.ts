import type { ComparedPair, LineRange } from '../server/lsp/protocol.ts';

export type Side = 'chinese' | 'english';

/** The other side's line for a line of one side, by the aligned blocks around it; lines are 0-based. */
export function counterpartLine(pairs: readonly ComparedPair[], side: Side, line: number): number {
  const other = otherSide(side);
  let before = { here: 0, there: 0 };
  for (const pair of pairs) {
    const here = pair[side];
    const there = pair[other];
    if (!here || !there) continue;
    if (line < here.from) return between(before, { here: here.from, there: there.from }, line);
    if (line <= here.to) return inside(here, there, line);
    before = { here: here.to + 1, there: there.to + 1 };
  }
  return before.there + (line - before.here);
}

/** The pair whose block on one side holds a line. */
export function pairAt(pairs: readonly ComparedPair[], side: Side, line: number): ComparedPair | undefined {
  return pairs.find((pair) => {
    const range = pair[side];
    return range !== undefined && range.from <= line && line <= range.to;
  });
}

export function otherSide(side: Side): Side {
  return side === 'chinese' ? 'english' : 'chinese';
}

function inside(here: LineRange, there: LineRange, line: number): number {
  const share = (line - here.from) / (here.to - here.from + 1);
  return there.from + Math.floor(share * (there.to - there.from + 1));
}

interface Anchor {
  readonly here: number;
  readonly there: number;
}

function between(before: Anchor, after: Anchor, line: number): number {
  if (after.here === before.here) return after.there;
  const share = (line - before.here) / (after.here - before.here);
  return before.there + Math.round(share * (after.there - before.there));
}
