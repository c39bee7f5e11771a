import type { ComparedPair, LineRange } from '../../server/lsp/protocol.ts';

export type Side = 'chinese' | 'english';

export function otherSide(side: Side): Side {
  return side === 'chinese' ? 'english' : 'chinese';
}

/**
 * The place on the other side that corresponds to a place on one side, by the aligned blocks around it. A place is a
 * 0-based line plus a fraction for the part of the line before it, since a paragraph on one line may fill a screen.
 */
export function counterpartPlace(pairs: readonly ComparedPair[], side: Side, place: number): number {
  const other = otherSide(side);
  let before = { here: 0, there: 0 };
  for (const pair of pairs) {
    const here = pair[side];
    const there = pair[other];
    if (!here || !there) continue;
    if (place < here.from) return between(before, { here: here.from, there: there.from }, place);
    if (place < here.to + 1) return inside(here, there, place);
    before = { here: here.to + 1, there: there.to + 1 };
  }
  return before.there + (place - before.here);
}

/** The pair whose block on one side contains a line. */
export function pairAt(pairs: readonly ComparedPair[], side: Side, line: number): ComparedPair | undefined {
  return pairs.find((pair) => {
    const range = pair[side];
    return range !== undefined && range.from <= line && line <= range.to;
  });
}

/** The counterpart of a pair's block on the other side: next to it, or elsewhere if it was moved. */
export function counterpartOf(pair: ComparedPair | undefined, side: Side): LineRange | undefined {
  return pair?.[otherSide(side)] ?? (pair?.[side] ? pair.counterpart : undefined);
}

/** Adjacent blocks with the same kind of difference. */
export interface Difference {
  readonly state: Exclude<ComparedPair['state'], 'aligned'>;
  /** The number of blocks. */
  readonly count: number;
  readonly pairs: readonly ComparedPair[];
  /** Where it is seen on each side; of what is missing or extra, the line above which or behind which it belongs. */
  readonly line: Record<Side, number>;
  /** The first of the pairs. */
  readonly pair: ComparedPair;
}

/** All differences, in the order of the Chinese page. */
export function differencesIn(pairs: readonly ComparedPair[]): Difference[] {
  const differences: Difference[] = [];
  const last: Record<Side, number> = { chinese: 0, english: 0 };
  let open = false;
  for (const pair of pairs) {
    const before = open ? differences.at(-1) : undefined;
    const { state } = pair;
    open = state !== 'aligned';
    const sameSides = before && !before.pair.chinese === !pair.chinese && !before.pair.english === !pair.english;
    if (before && sameSides && before.state === state) {
      const pairs = [...before.pairs, pair];
      differences[differences.length - 1] = { ...before, count: pairs.length, pairs };
    } else if (state !== 'aligned') {
      const line = { chinese: pair.chinese?.from ?? last.chinese, english: pair.english?.from ?? last.english };
      differences.push({ state, count: 1, line, pair, pairs: [pair] });
    }
    if (pair.chinese) last.chinese = pair.chinese.to;
    // The other place of a moved block is out of order on this page.
    if (pair.english && state !== 'moved') last.english = pair.english.to;
  }
  return differences;
}

/** A difference, and which of all it is. */
export interface Numbered {
  readonly difference: Difference;
  /** From 1. */
  readonly number: number;
  readonly all: number;
}

/** The differences of a line: that of its block, and those of blocks which are only on the other side and belong behind it. */
export function differencesAt(pairs: readonly ComparedPair[], side: Side, line: number): Numbered[] {
  const differences = differencesIn(pairs);
  const isHere = (difference: Difference) => {
    if (!difference.pair[side]) return difference.line[side] === line;
    return difference.pairs.some((pair) => pair[side]!.from <= line && line <= pair[side]!.to);
  };
  return differences.flatMap((difference, at) =>
    isHere(difference) ? [{ difference, number: at + 1, all: differences.length }] : [],
  );
}

/** The next difference in a direction on one side, from the other end when there is none. */
export function nextDifference(
  differences: readonly Difference[],
  side: Side,
  line: number,
  direction: 1 | -1,
): Difference | undefined {
  const sorted = [...differences].sort((a, b) => a.line[side] - b.line[side]);
  const found =
    direction > 0 ? sorted.find((one) => one.line[side] > line) : sorted.findLast((one) => one.line[side] < line);
  return found ?? sorted.at(direction > 0 ? 0 : -1);
}

function inside(here: LineRange, there: LineRange, place: number): number {
  const share = (place - here.from) / (here.to - here.from + 1);
  return there.from + share * (there.to - there.from + 1);
}

interface Anchor {
  readonly here: number;
  readonly there: number;
}

function between(before: Anchor, after: Anchor, place: number): number {
  if (after.here === before.here) return after.there;
  const share = (place - before.here) / (after.here - before.here);
  return before.there + Math.round(share * (after.there - before.there));
}
