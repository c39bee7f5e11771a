import { type Bead, isPair } from './bead.ts';
import type { Item, Items } from './cost.ts';
import { gainOf } from './moves.ts';
import { increasing, type Pivot, type Section, uniquePairs } from './pivots.ts';
import { beadsIn } from './search.ts';

/**
 * Finds blocks whose translation is elsewhere: certain pairs that cross the other pairs. Each run of them extends to
 * the blocks around it that fit, within its section.
 */
export function movedAcross(items: Items, whole: Section): Bead[] {
  const pairs = uniquePairs(items, whole);
  const kept = new Set(increasing(pairs));
  if (kept.size === pairs.length) return [];
  const left = pairs.map(([at]) => at);
  const right = pairs.map(([, at]) => at).sort((a, b) => a - b);
  const taken: Bead[] = [];
  // Blocks between two runs may fit both.
  const used = { chinese: new Set<number>(), english: new Set<number>() };
  for (const run of runsOf(pairs, kept, right)) {
    const [first, last] = [run[0]!, run.at(-1)!];
    const room: Section = {
      chinese: Math.max(lastBelow(left, first[0], whole.chinese), first[0] - REACH),
      chineseEnd: Math.min(firstAbove(left, last[0], whole.chineseEnd), last[0] + REACH),
      english: Math.max(lastBelow(right, first[1], whole.english), first[1] - REACH),
      englishEnd: Math.min(firstAbove(right, last[1], whole.englishEnd), last[1] + REACH),
    };
    if (run.length === 1 && isCoincidence(items, room, first)) continue;
    for (const bead of around(items, sectionIn(items, room, first, last), first, last)) {
      if (bead.chinese.some((at) => used.chinese.has(at)) || bead.english.some((at) => used.english.has(at))) continue;
      for (const side of ['chinese', 'english'] as const) for (const at of bead[side]) used[side].add(at);
      taken.push(bead);
    }
  }
  return taken;
}

// A moved section does not extend further than this from its certain pairs.
const REACH = 60;

// Crossing pairs that are adjacent on both sides.
function runsOf(pairs: readonly Pivot[], kept: ReadonlySet<Pivot>, right: readonly number[]): Pivot[][] {
  const rank = new Map(right.map((at, index) => [at, index]));
  const runs: Pivot[][] = [];
  let before: Pivot | undefined;
  for (const pair of pairs) {
    const follows = before && !kept.has(before) && rank.get(pair[1]) === rank.get(before[1])! + 1;
    if (!kept.has(pair)) {
      if (follows) runs.at(-1)!.push(pair);
      else runs.push([pair]);
    }
    before = pair;
  }
  return runs;
}

function lastBelow(sorted: readonly number[], at: number, otherwise: number): number {
  const index = sorted.indexOf(at);
  return index > 0 ? sorted[index - 1]! + 1 : otherwise;
}

function firstAbove(sorted: readonly number[], at: number, otherwise: number): number {
  return sorted[sorted.indexOf(at) + 1] ?? otherwise;
}

// Headings limit a move. If both sides have a heading before the run, it moved too; the next heading did not.
function sectionIn({ chinese, english }: Items, room: Section, first: Pivot, last: Pivot): Section {
  const left = headingBefore(chinese, first[0], room.chinese);
  const right = headingBefore(english, first[1], room.english);
  const isSection = left >= 0 && right >= 0 && chinese[left]!.level === english[right]!.level;
  const level = isSection ? chinese[left]!.level : 6;
  const start = (heading: number, from: number) => (heading < 0 ? from : isSection ? heading : heading + 1);
  return {
    chinese: start(left, room.chinese),
    chineseEnd: headingAfter(chinese, last[0], room.chineseEnd, level),
    english: start(right, room.english),
    englishEnd: headingAfter(english, last[1], room.englishEnd, level),
  };
}

// A single short block under headings with different code or ids is a coincidence, such
// as two options of the same type.
function isCoincidence({ chinese, english }: Items, room: Section, [left, right]: Pivot): boolean {
  if (english[right]!.form !== 'paragraph' || english[right]!.length > SHORT) return false;
  const here = chinese[headingBefore(chinese, left - 1, room.chinese)]?.hard ?? [];
  const there = english[headingBefore(english, right - 1, room.english)]?.hard ?? [];
  return here.length > 0 && there.length > 0 && !here.some((key) => there.includes(key));
}

// In characters of English.
const SHORT = 60;

function headingBefore(items: readonly Item[], from: number, start: number): number {
  for (let at = from; at >= start; at--) if (items[at]!.level > 0) return at;
  return -1;
}

function headingAfter(items: readonly Item[], from: number, end: number, level: number): number {
  for (let at = from + 1; at < end; at++) if (items[at]!.level > 0 && items[at]!.level <= level) return at;
  return end;
}

// The pairs of a run, with those before and after it that fit.
function around(items: Items, gap: Section, first: Pivot, last: Pivot): Bead[] {
  const before = beadsIn(items, { ...gap, chineseEnd: first[0], englishEnd: first[1] });
  const between = beadsIn(items, {
    chinese: first[0],
    chineseEnd: last[0] + 1,
    english: first[1],
    englishEnd: last[1] + 1,
  });
  const after = beadsIn(items, { ...gap, chinese: last[0] + 1, english: last[1] + 1 });
  return [...longest(before.reverse()).reverse(), ...between, ...longest(after)].filter(isPair);
}

// The first beads of a list, as many as fit best together.
function longest(beads: readonly Bead[]): Bead[] {
  let sum = 0;
  let best = 0;
  let count = 0;
  for (const [index, bead] of beads.entries()) {
    sum += gainOf(bead);
    if (sum <= best) continue;
    best = sum;
    count = index + 1;
  }
  return beads.slice(0, count);
}
