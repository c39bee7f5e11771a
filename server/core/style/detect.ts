import { blocksOf } from '../markdown/blocks.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Prose } from '../markdown/prose.ts';
import { HAN } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import { type StyleId, styleIds, stylePoints } from './points.ts';
import { MIXED, type Style } from './style.ts';

/** How many times each value of each style point occurs. */
export type Evidence = Readonly<Record<StyleId, Readonly<Record<string, number>>>>;

/** Counts how pages decide each style point. */
export function gatherEvidence(pages: Iterable<Markdown>): Evidence {
  const evidence = Object.fromEntries(styleIds.map((id) => [id, {}])) as Record<StyleId, Record<string, number>>;
  for (const page of pages) {
    for (const { prose } of chineseProse(page)) {
      for (const id of styleIds) {
        const counts = evidence[id];
        stylePoints[id].count(prose, (value) => {
          counts[value] = (counts[value] ?? 0) + 1;
        });
      }
    }
  }
  return evidence;
}

/** Where a page shows a value of a point, at most so often: offsets of the page. */
export function placesOf(page: Markdown, id: StyleId, value: string, most: number): Span[] {
  const places: Span[] = [];
  for (const { prose, offset } of chineseProse(page)) {
    stylePoints[id].count(prose, (shown, first, last) => {
      if (shown !== value || places.length === most) return;
      const from = offset + prose.start(Math.max(first, 0));
      // What weighs more than once is still one place.
      if (places.at(-1)?.from !== from)
        places.push({ from, to: offset + prose.end(Math.min(last, prose.text.length)) });
    });
    if (places.length === most) break;
  }
  return places;
}

function* chineseProse(page: Markdown): Generator<{ prose: Prose; offset: number }> {
  for (const { leaf, from } of blocksOf(page)) {
    for (const prose of leaf.prose) if (prose.classes & HAN) yield { prose, offset: from };
  }
}

/** What the counts of a point say. */
export interface Verdict {
  /** The value that the pages are clearly for, or `mixed`; undefined where there is too little to go by. */
  readonly value: string | undefined;
  /** The value met most often, and how often. */
  readonly first: string | undefined;
  readonly count: number;
  readonly total: number;
  /** Of divided pages: how many places of the total would have to agree. Of too few: how many places there would have to be. */
  readonly wanted: number;
}

/** A value where the pages are clearly one-sided, `mixed` where they are divided. */
export function judge(id: StyleId, counts: Evidence[StyleId]): Verdict {
  const sorted = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const { values, agreed } = stylePoints[id];
  const enough = sorted.length < 2 && !agreed ? ENOUGH_UNDIVIDED : ENOUGH;
  const [first, count] = sorted[0] ?? [undefined, 0];
  if (total < enough) return { value: undefined, first, count, total, wanted: enough };
  const share = agreed ? (first === values[0] ? 0.5 : AGAINST_AGREEMENT) : ONE_SIDED;
  return { value: count >= total * share ? first : MIXED, first, count, total, wanted: Math.ceil(total * share) };
}

/** The style that the evidence shows. Points with too little to go by are left out. */
export function decideStyle(evidence: Evidence): Partial<Style> {
  const decided = styleIds.flatMap((id) => {
    const { value } = judge(id, evidence[id]);
    return value === undefined ? [] : [[id, value] as const];
  });
  return Object.fromEntries(decided);
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
