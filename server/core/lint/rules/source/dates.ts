import { type CalendarDate, datesIn, sameDate } from '../../../bilingual/facts/dates.ts';
import type { Block } from '../../../markdown/blocks.ts';
import { inPage, proseOf } from './both-sides.ts';

/** A date and its span in the page. */
export interface WrittenDate extends CalendarDate {
  readonly text: string;
}

export function datesOf(blocks: readonly Block[]): WrittenDate[] {
  return proseOf(blocks).flatMap((part) =>
    datesIn(part.prose.text).map((date) => ({
      ...date,
      ...inPage(part, date),
      text: part.prose.text.slice(date.from, date.to).trim(),
    })),
  );
}

/** Dates of a translation where the source has a different one; empty if it is unclear which belongs to which. */
export function unequalDates(
  chinese: readonly WrittenDate[],
  english: readonly WrittenDate[],
): [WrittenDate, WrittenDate][] {
  if (chinese.length > MANY || english.length > MANY) return [];
  const alien = chinese.filter((date) => !english.some((other) => sameDate(date, other)));
  const lost = english.filter((date) => !chinese.some((other) => sameDate(date, other)));
  return alien.length === lost.length ? alien.map((date, at) => [date, lost[at]!]) : [];
}

// A block with more dates is a chronicle.
const MANY = 50;
