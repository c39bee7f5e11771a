import { blocksOf } from '../markdown/blocks.ts';
import type { Markdown } from '../markdown/parse.ts';
import { HAN } from '../text/han.ts';
import { type StyleId, styleIds, stylePoints } from './points.ts';
import { MIXED, type Style } from './style.ts';

/** How many times each value of each style point occurs. */
export type Evidence = Readonly<Record<StyleId, Readonly<Record<string, number>>>>;

/** Counts how pages decide each style point. */
export function gatherEvidence(pages: Iterable<Markdown>): Evidence {
  const evidence = Object.fromEntries(styleIds.map((id) => [id, {}])) as Record<StyleId, Record<string, number>>;
  for (const page of pages) {
    for (const { leaf } of blocksOf(page)) {
      for (const prose of leaf.prose) {
        if (!(prose.classes & HAN)) continue;
        for (const id of styleIds) {
          const counts = evidence[id];
          stylePoints[id].count(prose, (value) => {
            counts[value] = (counts[value] ?? 0) + 1;
          });
        }
      }
    }
  }
  return evidence;
}

/**
 * The style that the evidence shows: a value where the pages clearly prefer one side, `mixed` where they are divided.
 * Points with too little evidence are left out.
 */
export function decideStyle(evidence: Evidence): Partial<Style> {
  const style: Partial<Record<StyleId, string>> = {};
  for (const id of styleIds) {
    const counts = Object.entries(evidence[id]).sort((a, b) => b[1] - a[1]);
    const total = counts.reduce((sum, [, count]) => sum + count, 0);
    const [first] = counts;
    const { values, agreed } = stylePoints[id];
    if (!first || total < (counts.length === 1 && !agreed ? ENOUGH_UNDIVIDED : ENOUGH)) continue;
    const share = agreed ? (first[0] === values[0] ? 0.5 : AGAINST_AGREEMENT) : ONE_SIDED;
    style[id] = first[1] >= total * share ? first[0] : MIXED;
  }
  return style;
}

/**
 * Fewer decisions say nothing. `ENOUGH_UNDIVIDED` suffices if all
 * agree, unless they contradict what nearly every team does.
 */
const ENOUGH = 6;
const ENOUGH_UNDIVIDED = 4;
/**
 * The share from which one side counts as preferred. Pages under
 * repair hold both sides; two thirds still means divided.
 */
const ONE_SIDED = 0.7;
const AGAINST_AGREEMENT = 0.75;
