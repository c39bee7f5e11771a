import { ATOMS, type Prose } from '../../../markdown/prose.ts';
import { type Bilingual, unworded } from '../../../text/bilingual.ts';
import { BLANK, classAt, classBefore, FULL_WIDTH, LINE_END } from '../../../text/han.ts';
import type { Fix } from '../../rule.ts';

/** Names of invisible characters. The English ones are those of Unicode. */
const names: ReadonlyMap<number, Bilingual> = new Map([
  [0xa0, { en: 'NO-BREAK SPACE', zh: '不换行空格' }],
  [0xad, { en: 'SOFT HYPHEN', zh: '软连字符' }],
  [0x34f, { en: 'COMBINING GRAPHEME JOINER', zh: '组合用字形连接符' }],
  [0x61c, { en: 'ARABIC LETTER MARK', zh: '阿拉伯字母标记' }],
  [0x115f, { en: 'HANGUL CHOSEONG FILLER', zh: '谚文初声填充符' }],
  [0x1160, { en: 'HANGUL JUNGSEONG FILLER', zh: '谚文中声填充符' }],
  [0x180e, { en: 'MONGOLIAN VOWEL SEPARATOR', zh: '蒙古文元音分隔符' }],
  [0x2000, { en: 'EN QUAD', zh: '半身空格' }],
  [0x2001, { en: 'EM QUAD', zh: '全身空格' }],
  [0x2002, { en: 'EN SPACE', zh: '半身空格' }],
  [0x2003, { en: 'EM SPACE', zh: '全身空格' }],
  [0x2004, { en: 'THREE-PER-EM SPACE', zh: '三分之一空格' }],
  [0x2005, { en: 'FOUR-PER-EM SPACE', zh: '四分之一空格' }],
  [0x2006, { en: 'SIX-PER-EM SPACE', zh: '六分之一空格' }],
  [0x2007, { en: 'FIGURE SPACE', zh: '数字空格' }],
  [0x2008, { en: 'PUNCTUATION SPACE', zh: '标点空格' }],
  [0x2009, { en: 'THIN SPACE', zh: '窄空格' }],
  [0x200a, { en: 'HAIR SPACE', zh: '极窄空格' }],
  [0x200b, { en: 'ZERO WIDTH SPACE', zh: '零宽空格' }],
  [0x200c, { en: 'ZERO WIDTH NON-JOINER', zh: '零宽不连字' }],
  [0x200d, { en: 'ZERO WIDTH JOINER', zh: '零宽连字' }],
  [0x200e, { en: 'LEFT-TO-RIGHT MARK', zh: '左至右标记' }],
  [0x200f, { en: 'RIGHT-TO-LEFT MARK', zh: '右至左标记' }],
  [0x202a, { en: 'LEFT-TO-RIGHT EMBEDDING', zh: '左至右嵌入' }],
  [0x202b, { en: 'RIGHT-TO-LEFT EMBEDDING', zh: '右至左嵌入' }],
  [0x202c, { en: 'POP DIRECTIONAL FORMATTING', zh: '方向格式结束' }],
  [0x202d, { en: 'LEFT-TO-RIGHT OVERRIDE', zh: '左至右强制' }],
  [0x202e, { en: 'RIGHT-TO-LEFT OVERRIDE', zh: '右至左强制' }],
  [0x202f, { en: 'NARROW NO-BREAK SPACE', zh: '窄不换行空格' }],
  [0x205f, { en: 'MEDIUM MATHEMATICAL SPACE', zh: '数学空格' }],
  [0x2060, { en: 'WORD JOINER', zh: '单词连接符' }],
  [0x2061, { en: 'FUNCTION APPLICATION', zh: '函数应用符' }],
  [0x2062, { en: 'INVISIBLE TIMES', zh: '不可见乘号' }],
  [0x2063, { en: 'INVISIBLE SEPARATOR', zh: '不可见分隔符' }],
  [0x2064, { en: 'INVISIBLE PLUS', zh: '不可见加号' }],
  [0x2066, { en: 'LEFT-TO-RIGHT ISOLATE', zh: '左至右隔离' }],
  [0x2067, { en: 'RIGHT-TO-LEFT ISOLATE', zh: '右至左隔离' }],
  [0x2068, { en: 'FIRST STRONG ISOLATE', zh: '首强方向隔离' }],
  [0x2069, { en: 'POP DIRECTIONAL ISOLATE', zh: '方向隔离结束' }],
  [0x3000, { en: 'IDEOGRAPHIC SPACE', zh: '全角空格' }],
  [0x3164, { en: 'HANGUL FILLER', zh: '谚文填充符' }],
  [0xfe0e, { en: 'VARIATION SELECTOR-15', zh: '文本样式选择符' }],
  [0xfe0f, { en: 'VARIATION SELECTOR-16', zh: '表情样式选择符' }],
  [0xfeff, { en: 'ZERO WIDTH NO-BREAK SPACE', zh: '零宽不换行空格' }],
  [0xffa0, { en: 'HALFWIDTH HANGUL FILLER', zh: '半角谚文填充符' }],
]);

/** `U+200B ZERO WIDTH SPACE`, for the first character of a text; in Chinese `U+200B 零宽空格 ZERO WIDTH SPACE`. */
export function nameOf(text: string): Bilingual {
  const code = codeOf(text);
  const name = names.get(text.codePointAt(0)!);
  return name ? { en: `${code} ${name.en}`, zh: `${code} ${name.zh} ${name.en}` } : unworded(code);
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
