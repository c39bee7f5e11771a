import type { Span } from '../../text/span.ts';

/** A number written in digits. */
export interface Quantity extends Span {
  readonly text: string;
  /** All values it may have on the other page: `10k` is 10 and 10000, `200 万` is 200 and 2000000. */
  readonly values: readonly string[];
}

/** The dimensions in a text, such as 4×64×64, in one form. Their numbers may also occur elsewhere in the text. */
export function shapesIn(text: string): Quantity[] {
  return [...text.matchAll(/(?<![\w.])\d{1,9}(?: ?[×xX*] ?\d{1,9})+(?!\w)/g)].map(({ 0: shape, index }) => ({
    from: index,
    to: index + shape.length,
    text: shape,
    values: [shape.replace(/[ ×xX*]+/g, '×')],
  }));
}

/** The independent numbers of a text: not part of a name such as ES2015 or E2E. Spans are UTF-16 offsets. */
export function quantitiesIn(text: string): Quantity[] {
  return digitsIn(text).filter(({ from, to }) => isOnItsOwn(text, from, to));
}

/** The values of all numbers in a text: in digits, inside names too, and in English or Chinese words. */
export function valuesIn(text: string): Set<string> {
  const values = new Set<string>();
  for (const quantity of digitsIn(text)) for (const value of quantity.values) values.add(value);
  for (const [run] of text.matchAll(NUMERALS)) for (const value of numeralValues(run)) values.add(value);
  for (const [run] of text.matchAll(NUMBER_WORDS)) for (const value of wordValues(run.toLowerCase())) values.add(value);
  for (const [word] of text.matchAll(OTHER_WORDS))
    for (const value of otherWords[word.toLowerCase()]!) values.add(value);
  return values;
}

// A long run of digits is a hash.
const DIGITS = /(?<![\d.])\.\d{1,9}(?!\d)|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*/g;
const MAX_DIGITS = 20;

function digitsIn(text: string): Quantity[] {
  const plain = /[\uff10-\uff19]/.test(text)
    ? text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    : text;
  const found: Quantity[] = [];
  for (const match of plain.matchAll(DIGITS)) {
    const [digits] = match;
    if (digits.length > MAX_DIGITS) continue;
    const from = match.index;
    const to = from + digits.length;
    const around = { before: plain.slice(Math.max(0, from - 4), from), after: plain.slice(to, to + 16) };
    found.push({ from, to, text: digits, values: valuesOf(digits, around) });
  }
  return found;
}

function valuesOf(digits: string, { before, after }: { before: string; after: string }): string[] {
  const values = new Set<string>();
  const joined = digits.replace(/,/g, '').replace(/^\./, '0.');
  values.add(canonical(joined));
  if (digits.includes(',')) for (const part of digits.split(',')) values.add(canonical(part));
  const scale = SCALE.exec(after)?.[1];
  const factor = scale === undefined ? undefined : scales[scale.toLowerCase()];
  if (factor !== undefined && /^\d+(?:\.\d+)?$/.test(joined)) values.add(canonical(String(rounded(+joined * factor))));
  if (/^\s?[ap]\.?m\b/i.test(after) || /^:\d\d\s?[ap]\.?m\b/i.test(after)) values.add(String((+joined % 12) + 12));
  if (/(?:下午|晚上|午后|傍晚)\s?$/.test(before)) values.add(String((+joined % 12) + 12));
  // The 1990s are 90 年代.
  if (/^['’]?s\b/.test(after) && /^\d\d\d0$/.test(joined)) values.add(joined.slice(2));
  return [...values];
}

function canonical(number: string): string {
  const trimmed = number.replace(/^0+(?=\d)/, '');
  return /^\d+\.\d+$/.test(trimmed) ? trimmed.replace(/\.?0+$/, '') : trimmed;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

const SCALE = /^[ \u00a0]?(thousand|million|billion|trillion|mn|bn|[kmb](?![\w])|[百千十]?万亿?|亿|千|百)/i;
const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  百: 100,
  千: 1000,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};

function isOnItsOwn(text: string, from: number, to: number): boolean {
  const before = /[\w$\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f./-]*$/.exec(text.slice(Math.max(0, from - 40), from))![0];
  if (/[A-Za-z_$\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]$/.test(before) && !/(?:^|[^A-Za-z_])v$|\dx$/i.test(before))
    return false;
  // Part of a path or a long name: ch12-05-title, gemma-2-2b-it. But GPT-4 has a number of its own.
  if (
    /[A-Za-z_]/.test(before) &&
    (/[./_]/.test(before) || (before.match(/-/g)?.length ?? 0) > 1 || /\d-$/.test(before))
  )
    return false;
  const after = text.slice(to, to + 8);
  if (/^-[a-z]+-/i.test(after)) return false;
  return !/^[-./]?[A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/.test(after) || UNIT.test(after);
}

const UNIT =
  /^(?:[-.]?(?:st|nd|rd|th|s|x(?=\d|\b)|[dkmbgh]|ms|px|r?em|min|[kmgt]i?b|[kmg]hz|hz|fps|[kcmn]?m|kg|bit|am|pm)(?![a-z])|[-/.](?=[a-z]{2}))/i;

const NUMERALS = /[零〇一二两三四五六七八九十百千万亿半双廿]+/g;
const numerals: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

function numeralValues(run: string): string[] {
  const short = run.slice(0, 20);
  const values = [...short].flatMap((character) => (character in numerals ? [String(numerals[character])] : []));
  if (short.includes('半')) values.push('0.5', '50', '2');
  if (short.includes('双')) values.push('2');
  if (/^[零〇一二三四五六七八九]+$/.test(short)) values.push([...short].map((one) => numerals[one]).join(''));
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of short) {
    const power = powers[character];
    if (power === undefined) digit = numerals[character] ?? digit;
    else if (power < 1e4) {
      section += (digit || 1) * power;
      digit = 0;
    } else {
      total += (section + digit || 1) * power;
      section = 0;
      digit = 0;
    }
  }
  values.push(String(total + section + digit));
  return values;
}

const small: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth',
    'nought single twice thrice quarter',
  ].flatMap((line) => line.split(' ').map((word, value) => [word, value])),
);
const tens: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, 10 * (index + 2)]),
);
const multipliers: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };
const words = [...Object.keys(small), ...Object.keys(tens), ...Object.keys(multipliers)].join('|');
// Limited, so that a page of number words costs no more than any other.
const NUMBER_WORDS = new RegExp(`\\b(?:${words})s?(?:[ -](?:and )?(?:${words})s?){0,8}\\b`, 'gi');

function wordValues(run: string): string[] {
  const values: string[] = [];
  let total = 0;
  let part = 0;
  for (const word of run.split(/[ -]+/)) {
    const one = small[word] ?? small[word.replace(/s$/, '')];
    const ten = tens[word];
    const factor = multipliers[word.replace(/s$/, '')];
    if (one !== undefined) {
      values.push(String(one));
      part += one;
    } else if (ten !== undefined) {
      values.push(String(ten));
      part += ten;
    } else if (factor !== undefined) {
      part = (part || 1) * factor;
      values.push(String(factor));
      if (factor >= 1000) {
        total += part;
        part = 0;
      }
    }
  }
  values.push(String(total + part));
  return values;
}

const otherWords: Readonly<Record<string, readonly string[]>> = {
  a: ['1'],
  an: ['1'],
  another: ['1', '2'],
  only: ['1'],
  once: ['1'],
  both: ['2'],
  pair: ['2'],
  pairs: ['2'],
  couple: ['2'],
  twin: ['2'],
  dual: ['2'],
  double: ['2'],
  doubled: ['2'],
  doubles: ['2'],
  doubling: ['2'],
  either: ['2'],
  half: ['0.5', '50', '2', '1'],
  halves: ['0.5', '50', '2'],
  halved: ['0.5', '50', '2'],
  triple: ['3'],
  triples: ['3'],
  tripled: ['3'],
  quadruple: ['4'],
  quarter: ['0.25', '25', '4'],
  quarters: ['0.75', '75', '4'],
  dozen: ['12', '10'],
  dozens: ['10'],
  decade: ['10'],
  decades: ['10'],
  century: ['100'],
  noon: ['12'],
  midnight: ['0', '12', '24'],
  daily: ['1'],
  binary: ['2'],
  hourly: ['1'],
};
const OTHER_WORDS = new RegExp(`\\b(?:${Object.keys(otherWords).join('|')})\\b`, 'gi');
