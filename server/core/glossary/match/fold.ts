import { BLANK, classOfUnit, DIGIT, GREEK, LATIN, LINE_END } from '../../text/han.ts';
import { toSimplified, toTraditional } from '../../text/script.ts';

export const SPACE = 0x20;
export const HYPHEN = 0x2d;

/** Each UTF-16 unit as matching sees it: lower case, one blank, one hyphen, one apostrophe. Nothing past the end of a text. */
export type Fold = Uint16Array;

/** How units are seen on a page in traditional characters, which count as their simplified counterparts, or on another. */
export function foldOf(isTraditional: boolean): Fold {
  if (!isTraditional) return table;
  traditional ??= buildTraditional();
  return traditional;
}

/** A text with simplified characters in place of traditional ones, unit by unit. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (han) => toSimplified.get(han) ?? han);
}

/** Whether a unit belongs to a word that is written with blanks around it; never so for Han or for an atom of prose. */
export function isWordUnit(unit: number): boolean {
  return wordUnits[unit] === 1;
}

const table = buildTable();

/** Whether a text has characters that stand in simplified texts alone. */
export function isSimplified(text: string): boolean {
  for (const character of text) if (toTraditional.has(character)) return true;
  return false;
}

const wordUnits = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  Number((classOfUnit(unit) & (LATIN | DIGIT | GREEK)) !== 0 || unit === 0x5f),
);

let traditional: Fold | undefined;

function buildTraditional(): Fold {
  const result = table.slice();
  for (const [from, to] of toSimplified)
    if (from.length === 1 && to.length === 1) result[from.charCodeAt(0)] = to.charCodeAt(0);
  return result;
}

function buildTable(): Uint16Array {
  const result = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    const classes = classOfUnit(unit);
    result[unit] = unit;
    if (classes & (LATIN | GREEK)) {
      const lower = String.fromCharCode(unit).toLowerCase();
      if (lower.length === 1) result[unit] = lower.charCodeAt(0);
    } else if (classes & (BLANK | LINE_END)) result[unit] = SPACE;
  }
  for (const hyphen of [0x2010, 0x2011]) result[hyphen] = HYPHEN;
  result[0x2019] = 0x27;
  return result;
}
