import { BLANK, classOfUnit, DIGIT, GREEK, LATIN, LINE_END } from '../../text/han.ts';
import { toSimplified, toTraditional } from '../../text/script.ts';

export const SPACE = 0x20;
export const HYPHEN = 0x2d;

/**
 * Maps each UTF-16 unit to its form for matching: lower case, one space,
 * one hyphen, one apostrophe. Undefined past the end of a text.
 */
export type Fold = Uint16Array;

/**
 * The mapping for a page in traditional characters, where these
 * count as their simplified counterparts, or for another page.
 */
export function foldOf(isTraditional: boolean): Fold {
  if (!isTraditional) return table;
  traditional ??= buildTraditional();
  return traditional;
}

/** Replaces traditional characters with simplified ones, unit by unit, so the length stays. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (han) => toSimplified.get(han) ?? han);
}

/** Whether a unit belongs to a word that takes spaces around it. False for Han and for the atoms of prose. */
export function isWordUnit(unit: number): boolean {
  return wordUnits[unit] === 1;
}

const table = buildTable();

/** Whether a text has characters that only simplified texts use. */
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
