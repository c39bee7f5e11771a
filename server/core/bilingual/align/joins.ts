import { type Bead, isPair } from './bead.ts';
import { type Item, type Items, MERGE, merged, pairCost } from './cost.ts';

/**
 * Joins beads that pivots separated. A pivot pairs one block with one, but one of them may also contain the translation
 * of its neighbour, which then stands alone.
 */
export function withJoins(items: Items, beads: readonly Bead[]): Bead[] {
  const result: Bead[] = [];
  for (const bead of beads) {
    const before = result.at(-1);
    const joined =
      before && (isSingle(before) ? join(items, before, bead) : isSingle(bead) && join(items, bead, before));
    if (joined) result[result.length - 1] = joined;
    else result.push(bead);
  }
  return result;
}

function isSingle(bead: Bead): boolean {
  return bead.chinese.length === 1 && bead.english.length === 1;
}

// Undefined if that costs more than leaving the other block alone.
function join(items: Items, pair: Bead, lonely: Bead): Bead | undefined {
  if (isPair(lonely) || lonely.moved || lonely.chinese.length + lonely.english.length !== 1) return undefined;
  const together = (side: 'chinese' | 'english'): { indexes: number[]; item: Item | undefined } => {
    const indexes = [...pair[side], ...lonely[side]].sort((a, b) => a - b);
    const [first, second] = indexes.map((index) => items[side][index]!);
    return { indexes, item: second ? merged(first!, second) : first };
  };
  const [chinese, english] = [together('chinese'), together('english')];
  if (!chinese.item || !english.item) return undefined;
  const skip = (lonely.chinese.length > 0 ? items.chinese[lonely.chinese[0]!] : items.english[lonely.english[0]!])!
    .skip;
  const cost = MERGE + pairCost(chinese.item, english.item, items.weights);
  return cost < pair.cost + skip ? { chinese: chinese.indexes, english: english.indexes, cost } : undefined;
}
