import { type Bead, isPair } from './bead.ts';
import { type Items, pairCost } from './cost.ts';

/** Marks the items that were moved, so that they pair with nothing. */
export function withoutMoved(items: Items, moves: readonly Bead[]): Items {
  if (moves.length === 0) return items;
  const without = (side: 'chinese' | 'english') => {
    const moved = new Set(moves.flatMap((bead) => bead[side]));
    return items[side].map((item, at) => (moved.has(at) ? { ...item, form: 'moved' as const, signature: '' } : item));
  };
  return { ...items, chinese: without('chinese'), english: without('english') };
}

/** Tells the beads that stand alone where their counterparts are. */
export function withMoves(beads: readonly Bead[], moves: readonly Bead[]): Bead[] {
  const chinese = new Map(moves.flatMap((move) => move.chinese.map((at) => [at, move.english] as const)));
  const english = new Map(moves.flatMap((move) => move.english.map((at) => [at, move.chinese] as const)));
  return beads.map((bead) => {
    const moved = isPair(bead) ? undefined : (chinese.get(bead.chinese[0]!) ?? english.get(bead.english[0]!));
    return moved ? { ...bead, moved } : bead;
  });
}

/**
 * Extends moves to their neighbours. A block that stands alone next to a moved block moved with it, if the other side
 * has a similar block next to the counterpart.
 */
export function withNeighbours(items: Items, beads: readonly Bead[], moves: readonly Bead[]): Bead[] {
  const lonely = (side: 'chinese' | 'english') =>
    new Set(beads.flatMap((bead) => (isPair(bead) || bead.moved ? [] : bead[side])));
  const free = { chinese: lonely('chinese'), english: lonely('english') };
  const found = [...moves];
  const spread = (from: Bead, direction: 1 | -1) => {
    const edge = direction === 1 ? -1 : 0;
    let [left, right] = [from.chinese.at(edge)! + direction, from.english.at(edge)! + direction];
    while (free.chinese.has(left) && free.english.has(right)) {
      const cost = pairCost(items.chinese[left]!, items.english[right]!, items.weights);
      if (cost > ALIKE) return;
      found.push({ chinese: [left], english: [right], cost });
      free.chinese.delete(left);
      free.english.delete(right);
      left += direction;
      right += direction;
    }
  };
  for (const move of moves) for (const direction of [1, -1] as const) spread(move, direction);
  return found;
}

// Less than the cost of two skips.
const ALIKE = 7;

/** How much a bead supports the assumption that a run of blocks moved together. */
export function gainOf(bead: Bead): number {
  return isPair(bead) ? PLAUSIBLE - bead.cost : -PLAUSIBLE / 2;
}

// What a pair without common keys may cost to count as support.
const PLAUSIBLE = 3;
