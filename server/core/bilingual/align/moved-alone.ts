import type { Span } from '../../text/span.ts';
import { type Bead, isPair } from './bead.ts';
import type { Item, Items } from './cost.ts';
import { keyWeight } from './keys.ts';
import { gainOf } from './moves.ts';
import { beadsIn } from './search.ts';

/**
 * Finds moved blocks without certain pairs: blocks that stand alone on one side and translate blocks that stand alone
 * on the other. These are runs that share rare keys, with the blocks around them that fit.
 */
export function movedAlone(items: Items, beads: readonly Bead[]): Bead[] {
  const left = lonelyRuns(beads, 'chinese');
  const right = lonelyRuns(beads, 'english');
  if (left.length === 0 || right.length === 0) return [];
  const rare = keyWeight(items.chinese.length + items.english.length, 4);
  const holders = holdersOf(items, right, rare);
  const used = new Set<Span>();
  const found: Bead[] = [];
  for (const here of left) {
    let best: Bead[] = [];
    let most = EVIDENCE;
    let partner: Span | undefined;
    for (const there of candidates(items, here, holders)) {
      if (used.has(there) || (here.to - here.from) * (there.to - there.from) > MAX_CELLS) continue;
      const run = bestRun(
        beadsIn(items, { chinese: here.from, chineseEnd: here.to, english: there.from, englishEnd: there.to }),
      );
      const found = evidence(items, run, rare);
      if (found <= most) continue;
      most = found;
      best = run;
      partner = there;
    }
    if (!partner) continue;
    used.add(partner);
    found.push(...best.filter(isPair));
  }
  return found;
}

// Two rare keys show that something was moved; one does not.
const EVIDENCE = 5;
// Longer runs are separate pages.
const MAX_CELLS = 10_000;

// Neighbours that stand alone on one side.
function lonelyRuns(beads: readonly Bead[], side: 'chinese' | 'english'): Span[] {
  const runs: { from: number; to: number }[] = [];
  let open = false;
  for (const bead of beads) {
    const isLonely = !isPair(bead) && !bead.moved;
    const at = bead[side][0];
    if (isLonely && at === undefined) continue;
    if (isLonely && open) runs.at(-1)!.to = at! + 1;
    else if (isLonely) runs.push({ from: at!, to: at! + 1 });
    open = isLonely;
  }
  return runs;
}

// The runs of the English side by the rare keys that they hold.
function holdersOf({ english, weights }: Items, runs: readonly Span[], rare: number): Map<number, Span[]> {
  const holders = new Map<number, Span[]>();
  for (const run of runs) {
    for (const key of new Set(english.slice(run.from, run.to).flatMap(({ all }) => all))) {
      if (weights[key]! >= rare) holders.set(key, [...(holders.get(key) ?? []), run]);
    }
  }
  return holders;
}

function candidates({ chinese }: Items, run: Span, holders: ReadonlyMap<number, readonly Span[]>): Span[] {
  const counts = new Map<Span, number>();
  for (const { all } of chinese.slice(run.from, run.to)) {
    for (const key of all) for (const other of holders.get(key) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return sorted.slice(0, MAX_CANDIDATES).map(([other]) => other);
}

const MAX_CANDIDATES = 3;

// The part of a list that fits best together.
function bestRun(beads: readonly Bead[]): Bead[] {
  let [sum, start, best, from, to] = [0, 0, 0, 0, 0];
  for (const [at, bead] of beads.entries()) {
    if (sum <= 0) [sum, start] = [0, at];
    sum += gainOf(bead);
    if (sum > best) [best, from, to] = [sum, start, at + 1];
  }
  return beads.slice(from, to);
}

// The weight of the rare keys that both sides share, minus that of code and links on one side only.
function evidence({ chinese, english, weights }: Items, run: readonly Bead[], rare: number): number {
  const left = keysIn(
    chinese,
    run.flatMap((bead) => bead.chinese),
  );
  const right = keysIn(
    english,
    run.flatMap((bead) => bead.english),
  );
  const shared = [...left.all].filter((key) => right.all.has(key) && weights[key]! >= rare);
  if (shared.length < 2) return 0;
  const alone = [...left.hard, ...right.hard].filter((key) => !left.all.has(key) || !right.all.has(key));
  return weightOf(shared, weights) - weightOf(alone, weights);
}

function weightOf(keys: readonly number[], weights: readonly number[]): number {
  return keys.reduce((sum, key) => sum + weights[key]!, 0);
}

function keysIn(items: readonly Item[], indexes: readonly number[]) {
  return {
    all: new Set(indexes.flatMap((at) => items[at]!.all)),
    hard: new Set(indexes.flatMap((at) => items[at]!.hard)),
  };
}
