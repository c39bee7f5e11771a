import { ATOMS, type Prose } from '../../../markdown/prose.ts';
import { BLANK, classAt, classBefore, FULL_WIDTH, LINE_END } from '../../../text/han.ts';
import type { Fix } from '../../rule.ts';

/** Names of invisible characters, in Chinese and as in Unicode. */
const names: ReadonlyMap<number, string> = new Map([
  [0xa0, '不换行空格 NO-BREAK SPACE'],
  [0xad, '软连字符 SOFT HYPHEN'],
  [0x34f, '组合用字形连接符 COMBINING GRAPHEME JOINER'],
  [0x61c, '阿拉伯字母标记 ARABIC LETTER MARK'],
  [0x115f, '谚文初声填充符 HANGUL CHOSEONG FILLER'],
  [0x1160, '谚文中声填充符 HANGUL JUNGSEONG FILLER'],
  [0x180e, '蒙古文元音分隔符 MONGOLIAN VOWEL SEPARATOR'],
  [0x2000, '半身空格 EN QUAD'],
  [0x2001, '全身空格 EM QUAD'],
  [0x2002, '半身空格 EN SPACE'],
  [0x2003, '全身空格 EM SPACE'],
  [0x2004, '三分之一空格 THREE-PER-EM SPACE'],
  [0x2005, '四分之一空格 FOUR-PER-EM SPACE'],
  [0x2006, '六分之一空格 SIX-PER-EM SPACE'],
  [0x2007, '数字空格 FIGURE SPACE'],
  [0x2008, '标点空格 PUNCTUATION SPACE'],
  [0x2009, '窄空格 THIN SPACE'],
  [0x200a, '极窄空格 HAIR SPACE'],
  [0x200b, '零宽空格 ZERO WIDTH SPACE'],
  [0x200c, '零宽不连字 ZERO WIDTH NON-JOINER'],
  [0x200d, '零宽连字 ZERO WIDTH JOINER'],
  [0x200e, '左至右标记 LEFT-TO-RIGHT MARK'],
  [0x200f, '右至左标记 RIGHT-TO-LEFT MARK'],
  [0x202a, '左至右嵌入 LEFT-TO-RIGHT EMBEDDING'],
  [0x202b, '右至左嵌入 RIGHT-TO-LEFT EMBEDDING'],
  [0x202c, '方向格式结束 POP DIRECTIONAL FORMATTING'],
  [0x202d, '左至右强制 LEFT-TO-RIGHT OVERRIDE'],
  [0x202e, '右至左强制 RIGHT-TO-LEFT OVERRIDE'],
  [0x202f, '窄不换行空格 NARROW NO-BREAK SPACE'],
  [0x205f, '数学空格 MEDIUM MATHEMATICAL SPACE'],
  [0x2060, '单词连接符 WORD JOINER'],
  [0x2061, '函数应用符 FUNCTION APPLICATION'],
  [0x2062, '不可见乘号 INVISIBLE TIMES'],
  [0x2063, '不可见分隔符 INVISIBLE SEPARATOR'],
  [0x2064, '不可见加号 INVISIBLE PLUS'],
  [0x2066, '左至右隔离 LEFT-TO-RIGHT ISOLATE'],
  [0x2067, '右至左隔离 RIGHT-TO-LEFT ISOLATE'],
  [0x2068, '首强方向隔离 FIRST STRONG ISOLATE'],
  [0x2069, '方向隔离结束 POP DIRECTIONAL ISOLATE'],
  [0x3000, '全角空格 IDEOGRAPHIC SPACE'],
  [0x3164, '谚文填充符 HANGUL FILLER'],
  [0xfe0e, '文本样式选择符 VARIATION SELECTOR-15'],
  [0xfe0f, '表情样式选择符 VARIATION SELECTOR-16'],
  [0xfeff, '零宽不换行空格 ZERO WIDTH NO-BREAK SPACE'],
  [0xffa0, '半角谚文填充符 HALFWIDTH HANGUL FILLER'],
]);

/** `U+200B 零宽空格 ZERO WIDTH SPACE`, for the first character of a text. */
export function nameOf(text: string): string {
  const point = text.codePointAt(0)!;
  return [codeOf(text), names.get(point)].filter(Boolean).join(' ');
}

/** `U+200B`, for the first character of a text. */
export function codeOf(text: string): string {
  return `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether a text has Arabic, Hebrew or similar letters, which need bidi controls. */
export function isRightToLeft(text: string): boolean {
  return /[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdcf\ufe70-\ufefc]/.test(text);
}

/**
 * Whether a space other than U+0020 is used as one: alone between two words. Other rules report several in a row, and
 * those next to full-width marks or at the end of a line.
 */
export function isBetweenWords({ text }: Prose, from: number, to: number): boolean {
  const left = classBefore(text, from);
  const right = classAt(text, to);
  const edge = from === 0 || to === text.length;
  return !edge && to - from === 1 && ((left | right) & (BLANK | LINE_END | FULL_WIDTH)) === 0;
}

/** Whether the text before a place would become a heading or list marker if a plain space followed it. */
export function isBehindMarker({ text }: Prose, place: number, block: string): boolean {
  return (
    block === 'paragraph' &&
    /(?:^|\n)(?:#{1,6}|[-*+]|\d{1,9}[.)])$/.test(text.slice(Math.max(0, place - 11), place)) &&
    !/^\s*$/.test(text.slice(place, place + 2))
  );
}

/**
 * Replaces a span with a plain space. After such a marker that makes a block, and after a bare URL it
 * ends the link for some parsers.
 */
export function plainSpace(prose: Prose, from: number, to: number, block: string): Fix {
  const edits = [{ from, to, insert: ' ' }];
  const changesMarkup = isBehindMarker(prose, from, block) || prose.text[from - 1] === ATOMS.url;
  return changesMarkup ? { edits, changesMarkup } : { edits };
}
