import type { Span } from '../../text/span.ts';

/** A date, with the parts that are given. */
export interface CalendarDate extends Span {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

/** The dates of an English or Chinese text, in order. A month alone counts. Spans are UTF-16 offsets. */
export function datesIn(text: string): CalendarDate[] {
  const found: CalendarDate[] = [];
  let rest = text;
  for (const { form, read } of forms) {
    rest = rest.replace(form, (...match) => {
      const [whole, from, groups] = [match[0] as string, match.at(-3) as number, match.at(-1)];
      const date = read(groups);
      if (!isDate(date)) return whole;
      found.push({ ...date, from, to: from + whole.length });
      return ' '.repeat(whole.length);
    });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Whether two dates can be the same: every part that both give is equal. */
export function sameDate(a: CalendarDate, b: CalendarDate): boolean {
  const agree = (x: number | undefined, y: number | undefined) => x === undefined || y === undefined || x === y;
  return a.month === b.month && agree(a.day, b.day) && agree(a.year, b.year);
}

type Parts = Omit<CalendarDate, 'from' | 'to'>;

function isDate({ month, day, year }: Parts): boolean {
  return month >= 1 && month <= 12 && (day ?? 1) >= 1 && (day ?? 1) <= 31 && (year === undefined || year > 0);
}

const names =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
// Words that can only be a month, so they need no number next to them.
const alone = 'January|February|April|June|July|August|September|October|November|December';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.:]\\d)';
const numeral = '[一二三四五六七八九十]{1,3}';

const forms: readonly { form: RegExp; read: (groups: Record<string, string | undefined>) => Parts }[] = [
  { form: new RegExp(`\\b(?<name>${names})\\b\\.? ${day}(?:,? (?<year>\\d{4})\\b)?`, 'g'), read: english },
  {
    form: new RegExp(`(?<![\\d.])${day} (?:of )?(?<name>${names})\\b\\.?(?:,? (?<year>\\d{4})\\b)?`, 'g'),
    read: english,
  },
  { form: new RegExp(`\\b(?<name>${names})\\b\\.?,? (?<year>\\d{4})\\b`, 'g'), read: english },
  { form: /(?<![\w-])(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})(?![\w-])/g, read: numbers },
  {
    form: /(?:(?<year>\d{4}|\d{2})\s?年\s?)?(?<!\d)(?<month>\d{1,2})\s?月(?:份|\s?(?<day>\d{1,2})\s?[日号])?/g,
    read: numbers,
  },
  {
    form: new RegExp(`(?<![一二三四五六七八九十个])(?<month>${numeral})月(?:份|(?<day>${numeral})[日号])?`, 'g'),
    read: numbers,
  },
  { form: new RegExp(`\\b(?<name>${alone})\\b`, 'g'), read: english },
];

function english({ name = '', day, year }: Record<string, string | undefined>): Parts {
  const month = 1 + months.indexOf(name.slice(0, 3).toLowerCase());
  return parts(month, day, year);
}

function numbers({ month = '', day, year }: Record<string, string | undefined>): Parts {
  return parts(numberOf(month), day, year);
}

function parts(month: number, day: string | undefined, year: string | undefined): Parts {
  return {
    month,
    ...(day === undefined ? {} : { day: numberOf(day) }),
    ...(year === undefined ? {} : { year: numberOf(year) + (year.length === 2 ? 2000 : 0) }),
  };
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', units = ''] = text.includes('十') ? text.split('十', 2) : ['', text];
  const digit = (one: string, empty: number) => (one === '' ? empty : 1 + '一二三四五六七八九'.indexOf(one));
  return (text.includes('十') ? 10 * digit(tens, 1) : 0) + digit(units, 0);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
