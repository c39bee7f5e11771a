import { type CalendarDate, datesIn, sameDate } from '../../../bilingual/facts/dates.ts';
import type { Block } from '../../../markdown/blocks.ts';
import { inPage, proseOf } from './both-sides.ts';

/** A date of a page, with its span there. */
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

/** The dates of a translation that stand where the source has another one; none when it is not clear which. */
export function unequalDates(
  chinese: readonly WrittenDate[],
  english: readonly WrittenDate[],
): [WrittenDate, WrittenDate][] {
  if (chinese.length > MANY || english.length > MANY) return [];
  const alien = chinese.filter((date) => !english.some((other) => sameDate(date, other)));
  const lost = english.filter((date) => !chinese.some((other) => sameDate(date, other)));
  return alien.length === lost.length ? alien.map((date, at) => [date, lost[at]!]) : [];
}

// A block with more dates is a chronicle of its own.
const MANY = 50;
