import type { Block } from '../../markdown/blocks.ts';
import type { Bead } from './bead.ts';
import { type Items, itemsOf, pairCost } from './cost.ts';
import { withJoins } from './joins.ts';
import { movedAcross } from './moved-across.ts';
import { movedAlone } from './moved-alone.ts';
import { withMoves, withNeighbours, withoutMoved } from './moves.ts';
import { type Pivot, pivotsIn, type Section } from './pivots.ts';
import { scaleOf } from './scale.ts';
import { beadsIn } from './search.ts';

/**
 * Aligns the blocks of a Chinese page with those of its English source. The beads hold every block of both sides once,
 * in order. Blocks whose keys are unique on both sides are the pivots. Between pivots it takes the cheapest sequence of
 * beads, by the form of the blocks, their lengths (Gale and Church 1993) and the keys they share. Moved blocks stand
 * alone on both sides and refer to each other.
 */
export function align(chinese: readonly Block[], english: readonly Block[]): Bead[] {
  const whole = { chinese: 0, chineseEnd: chinese.length, english: 0, englishEnd: english.length };
  const read = itemsOf(chinese, english);
  const items = scaled(read, pivotsIn(read, whole));
  const crossing = movedAcross(items, whole);
  const found: Bead[] = [];
  alignGap(withoutMoved(items, crossing), whole, DIVISIONS, found);
  const beads = withJoins(withoutMoved(items, crossing), found);
  const moves = [...crossing, ...movedAlone(items, withMoves(beads, crossing))];
  return withMoves(beads, withNeighbours(items, withMoves(beads, moves), moves));
}

function scaled(items: Items, pivots: readonly Pivot[]): Items {
  const lengths = pivots.map(([left, right]) => [items.chinese[left]!.length, items.english[right]!.length] as const);
  const scale = scaleOf(lengths);
  return { ...items, chinese: items.chinese.map((item) => ({ ...item, length: item.length * scale })) };
}

// Divide large gaps again: a key may be unique in the gap although it is not on the page.
const DIVISIONS = 4;

function alignGap(items: Items, gap: Section, divisions: number, beads: Bead[]): void {
  const pivots = divisions === 0 || isSmall(gap) ? [] : pivotsIn(items, gap);
  if (pivots.length === 0) {
    for (const bead of beadsIn(items, gap)) beads.push(bead);
    return;
  }
  let { chinese, english } = gap;
  for (const [left, right] of pivots) {
    alignGap(items, { chinese, chineseEnd: left, english, englishEnd: right }, divisions - 1, beads);
    const cost = pairCost(items.chinese[left]!, items.english[right]!, items.weights);
    beads.push({ chinese: [left], english: [right], cost });
    chinese = left + 1;
    english = right + 1;
  }
  alignGap(items, { ...gap, chinese, english }, divisions - 1, beads);
}

function isSmall({ chinese, chineseEnd, english, englishEnd }: Section): boolean {
  return (chineseEnd - chinese) * (englishEnd - english) <= SMALL;
}

// Searching this many cells takes less than a millisecond.
const SMALL = 400;
