/**
 * Character classes, as bits: a character can be in several. Characters
 * beyond the BMP are classified by code point (`classAt`, `classBefore`).
 */
export const HAN = 1;
export const LATIN = 2;
export const DIGIT = 4;
export const GREEK = 8;
/** Whitespace that does not end a line: U+0020, tab and others. The code calls it “blank”. */
export const BLANK = 16;
export const LINE_END = 32;
/** Full-width opening marks, which take no space after them: （ 《 “ 「. */
export const FULL_OPEN = 64;
/** Full-width closing marks: ） 》 ” 」. */
export const FULL_CLOSE = 128;
/** Full-width marks that end or divide a sentence: ， 。 、 ； ： ？ ！. */
export const FULL_STOP = 256;
/** Curly quotes, which English and Chinese share: “ ” ‘ ’. */
export const QUOTE = 512;
export const ASCII_PUNCTUATION = 1024;
/**
 * Code, a link target or something else that is opaque: Prose shows it
 * as one noncharacter, U+FDD0–U+FDEF (markdown/prose.ts).
 */
export const ATOM = 2048;
/** Hiragana and katakana. */
export const KANA = 4096;
export const HANGUL = 8192;

/** In no other class: other scripts, emoji, — … ·. Only in a {@link Neighbourhood}. */
export const OTHER = 16384;
/**
 * Rare in careful writing: invisible characters, whitespace other than U+0020 and tab, private use, compatibility
 * forms, replacement characters. Only in a {@link Neighbourhood}.
 */
export const UNUSUAL = 32768;

export const FULL_WIDTH = FULL_OPEN | FULL_CLOSE | FULL_STOP;

/** The classes of one UTF-16 unit; 0 for a surrogate. */
export function classOfUnit(unit: number): number {
  return table[unit]!;
}

/** The classes of the character that starts at offset `at`; 0 past the end. */
export function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit < 0xdc00) return classOfPoint(text.codePointAt(at)!);
  return table[unit] ?? 0;
}

/** The classes of the character that ends at offset `at`; 0 at the start. */
export function classBefore(text: string, at: number): number {
  if (lengthBefore(text, at) === 2) return classOfPoint(text.codePointAt(at - 2)!);
  return table[text.charCodeAt(at - 1)] ?? 0;
}

/** The length in UTF-16 units of the character that starts at offset `at`. */
export function lengthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xdc00 && text.codePointAt(at)! > 0xffff ? 2 : 1;
}

/** The length in UTF-16 units of the character that ends at offset `at`. */
export function lengthBefore(text: string, at: number): number {
  const low = text.charCodeAt(at - 1);
  const high = text.charCodeAt(at - 2);
  return low >= 0xdc00 && low < 0xe000 && high >= 0xd800 && high < 0xdc00 ? 2 : 1;
}

/** The union of the classes of all characters. */
export function classesIn(text: string): number {
  let classes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00) classes |= classOfPoint(text.codePointAt(at)!);
    else classes |= table[unit]!;
  }
  return classes;
}

/**
 * Which classes a text holds and which of them touch. It takes one
 * pass, and lets a rule that cannot find anything stop early.
 */
export interface Neighbourhood {
  /** The union of the classes of all characters, with OTHER and UNUSUAL. */
  readonly classes: number;
  /** The classes of the characters directly before or behind a Han character. */
  readonly besideHan: number;
  /** The same for whitespace. The start and the end of the text count as line ends. */
  readonly besideBlank: number;
  /** The classes of characters that occur twice in a row. */
  readonly twice: number;
}

export function neighbourhood(text: string): Neighbourhood {
  let classes = 0;
  let besideHan = 0;
  let besideBlank = 0;
  let twice = 0;
  let last = 0;
  let before = LINE_END;
  const length = text.length;
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    let here = wideTable[unit]!;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const point = text.codePointAt(at)!;
      if (point > 0xffff) at++;
      here = classOfPoint(point) || OTHER;
      if (point <= 0xffff || (point >= 0x2f800 && point <= 0x2fa1f) || point >= 0x40000) here |= UNUSUAL;
    }
    classes |= here;
    if (unit === last) twice |= here;
    last = unit;
    // Branch-free: `-(x & 1)` is a mask of all bits or of none.
    besideHan |= (here & -(before & 1)) | (before & -(here & 1));
    besideBlank |= (here & -((before >> 4) & 1)) | (before & -((here >> 4) & 1));
    before = here;
  }
  if (before & BLANK) besideBlank |= LINE_END;
  return { classes, besideHan, besideBlank, twice };
}

/** Counts the Han characters of a text. */
export function countHan(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (classAt(text, at) & HAN) count++;
  return count;
}

function classOfPoint(point: number): number {
  if (point <= 0xffff) return table[point]!;
  return point >= 0x20000 && point <= 0x3fffd ? HAN : 0;
}

const ranges: ReadonlyArray<readonly [number, number, number]> = [
  [HAN, 0x2e80, 0x2fd5],
  [HAN, 0x3005, 0x3005],
  [HAN, 0x3007, 0x3007],
  [HAN, 0x3021, 0x3029],
  [HAN, 0x3038, 0x303b],
  [HAN, 0x3400, 0x4dbf],
  [HAN, 0x4e00, 0x9fff],
  [HAN, 0xf900, 0xfad9],
  [LATIN, 0x41, 0x5a],
  [LATIN, 0x61, 0x7a],
  [LATIN, 0xc0, 0xd6],
  [LATIN, 0xd8, 0xf6],
  [LATIN, 0xf8, 0x24f],
  [LATIN, 0x1e00, 0x1eff],
  [DIGIT, 0x30, 0x39],
  [GREEK, 0x370, 0x3ff],
  [BLANK, 0x09, 0x09],
  [BLANK, 0x20, 0x20],
  [BLANK, 0xa0, 0xa0],
  [BLANK, 0x2000, 0x200a],
  [BLANK, 0x202f, 0x202f],
  [BLANK, 0x205f, 0x205f],
  [BLANK, 0x3000, 0x3000],
  [LINE_END, 0x0a, 0x0a],
  [LINE_END, 0x0d, 0x0d],
  [LINE_END, 0x2028, 0x2029],
  [ASCII_PUNCTUATION, 0x21, 0x2f],
  [ASCII_PUNCTUATION, 0x3a, 0x40],
  [ASCII_PUNCTUATION, 0x5b, 0x60],
  [ASCII_PUNCTUATION, 0x7b, 0x7e],
  [ATOM, 0xfdd0, 0xfdef],
  [KANA, 0x3041, 0x3096],
  [KANA, 0x30a1, 0x30fa],
  [KANA, 0xff66, 0xff9f],
  [HANGUL, 0x1100, 0x11ff],
  [HANGUL, 0x3131, 0x318e],
  [HANGUL, 0xac00, 0xd7a3],
];

const marks: ReadonlyArray<readonly [number, string]> = [
  [FULL_OPEN, '（［｛《〈「『【〔〖'],
  [FULL_CLOSE, '）］｝》〉」』】〕〗'],
  [FULL_STOP, '，。、；：？！'],
  [QUOTE, '“”‘’'],
];

const table = buildTable();

const unusual: ReadonlyArray<readonly [number, number]> = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180e, 0x180e],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x2e80, 0x2fd5],
  [0x3000, 0x3000],
  [0x3164, 0x3164],
  [0xdc00, 0xfaff],
  [0xfe0e, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xff00, 0xff5e],
  [0xffa0, 0xffa0],
  [0xfff9, 0xffff],
];

const wideTable = buildWideTable();

function buildWideTable(): Uint16Array {
  const result = table.map((classes) => classes || OTHER);
  for (const [from, to] of unusual) {
    for (let unit = from; unit <= to; unit++) if (!(table[unit]! & FULL_WIDTH)) result[unit]! |= UNUSUAL;
  }
  return result;
}

function buildTable(): Uint16Array {
  const result = new Uint16Array(0x10000);
  for (const [bit, from, to] of ranges) for (let unit = from; unit <= to; unit++) result[unit]! |= bit;
  for (const [bit, characters] of marks) for (const mark of characters) result[mark.charCodeAt(0)]! |= bit;
  return result;
}
