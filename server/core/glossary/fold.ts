import { BLANK, classOfUnit, DIGIT, GREEK, LATIN, LINE_END } from '../text/han.ts';

export const SPACE = 0x20;
export const HYPHEN = 0x2d;

/** A UTF-16 unit as matching sees it: lower case, one blank, one hyphen, one apostrophe. 0 past the end of a text. */
export function foldUnit(unit: number): number {
  return table[unit] ?? 0;
}

/** Whether a unit belongs to a word that is written with blanks around it; never so for Han or for an atom of prose. */
export function isWordUnit(unit: number): boolean {
  return (classOfUnit(unit) & (LATIN | DIGIT | GREEK)) !== 0 || unit === 0x5f;
}

const table = buildTable();

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
