import { type Item, type Items, pairCost } from './cost.ts';

/** Indexes into the Chinese and the English items. */
export type Pivot = readonly [chinese: number, english: number];

/** A part of both pages; half-open. */
export interface Section {
  readonly chinese: number;
  readonly chineseEnd: number;
  readonly english: number;
  readonly englishEnd: number;
}

/**
 * Pairs that are certain without looking at their neighbours, ascending on both sides. Their form and hard keys occur
 * once in the gap on either side. Of pairs that cross, the longest increasing subsequence is kept.
 */
export function pivotsIn(items: Items, gap: Section): Pivot[] {
  return increasing(uniquePairs(items, gap));
}

/** The candidates for pivots, sorted by their Chinese side. They may cross. */
export function uniquePairs({ chinese, english, weights }: Items, gap: Section): Pivot[] {
  const left = onceIn(chinese, gap.chinese, gap.chineseEnd);
  const right = onceIn(english, gap.english, gap.englishEnd);
  const pairs: Pivot[] = [];
  for (const [key, at] of left) {
    const other = at < 0 ? -1 : (right.get(key) ?? -1);
    if (other >= 0 && pairCost(chinese[at]!, english[other]!, weights) < CERTAIN) pairs.push([at, other]);
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}

// If the lengths differ too much, a block was split or joined, and the search must find with which one.
const CERTAIN = 0;

// Indexes by form and signature; −1 for those that occur more than once.
function onceIn(items: readonly Item[], from: number, to: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = from; at < to; at++) {
    const { form, signature } = items[at]!;
    if (signature === '') continue;
    const key = `${form} ${signature}`;
    found.set(key, found.has(key) ? -1 : at);
  }
  return found;
}

/** The longest subsequence that ascends on the English side, too (patience sorting). */
export function increasing(pairs: readonly Pivot[]): Pivot[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (let at = 0; at < pairs.length; at++) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < pairs[at]![1]) low = middle + 1;
      else high = middle;
    }
    before.push(tails[low - 1] ?? -1);
    tails[low] = at;
  }
  const result: Pivot[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) result.push(pairs[at]!);
  return result.reverse();
}
