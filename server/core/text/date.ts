import type { Span } from './span.ts';

/**
 * A numeric date (2024年3月10日) or a part of one, with the gaps next
 * to its numbers. A gap is empty when nothing stands there.
 */
export interface NumberDate extends Span {
  readonly gaps: readonly Span[];
}

/** Finds the numeric dates of a text. A year alone counts only if it looks like a year: not 2020年代, not 20年. */
export function* numberDates(text: string): Generator<NumberDate> {
  for (const { index: from, 0: date } of text.matchAll(DATE)) {
    const gaps: Span[] = [];
    for (const { index, 0: blank } of date.matchAll(GAP)) {
      gaps.push({ from: from + index, to: from + index + blank.length });
    }
    yield { from, to: from + date.length, gaps };
  }
}

export const DATE =
  /(?<![\d.])(?:\d{2,4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?[日号](?![志楼线]))?|\d{1,2} ?月 ?\d{1,2} ?[日号](?![志楼线])|(?:19|20)\d\d ?年(?! ?[代级龄前\d]))/g;
const GAP = /(?<=\d) ?(?=[年月日号])|(?<=[年月]) ?(?=\d)/g;
