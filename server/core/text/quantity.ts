import type { Span } from './span.ts';

/** A number and the unit that it is measured in: `20GB`, `1.5 ms`, `8-16 GB`. */
export interface Quantity extends Span {
  readonly unit: string;
  /** The place of the gap between the two; empty where they touch. */
  readonly gap: Span;
}

/**
 * The quantities of a text whose unit is certain. Left out are what names, versions and numbers end in as well (`7B`, `4K`,
 * `3D`, `2x`, `90s`, `5m`) and what CSS writes in one (`16px`).
 */
export function* quantities(text: string): Generator<Quantity> {
  for (const match of text.matchAll(QUANTITY)) {
    const { blank = '', unit = '' } = match.groups!;
    const from = match.index;
    const to = from + match[0].length;
    const end = to - unit.length;
    yield { from, to, unit, gap: { from: end - blank.length, to: end } };
  }
}

const UNITS = [
  '[kKMGTP]i?B|[kKMGT]?bps',
  '[kMGT]?Hz',
  '[mnμµ]s',
  '[cmknμµ]m|[km]g',
  '[kMG]Wh?|mAh|dB',
  'FPS|fps|DPI|dpi|PPI|ppi|[MGTP]FLOPS',
].join('|');

// What stands before tells a number from the end of a name, a path, a version or an assignment.
const QUANTITY = new RegExp(
  `(?<![\\w.,:=/+$#@^\\\\-])(?:\\d+(?:\\.\\d+)?[-–~～])?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?<blank> ?)(?<unit>${UNITS})(?![\\w-]|\\.\\w)`,
  'g',
);
