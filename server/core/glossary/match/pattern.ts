import { countHan } from '../../text/han.ts';
import type { CaseMode } from '../term.ts';
import { type Fold, foldOf, HYPHEN, isWordUnit, SPACE } from './fold.ts';

/** How to search for a name: folded units, and the units whose case must match (0 or absent elsewhere). */
export interface Pattern {
  readonly key: readonly number[];
  readonly exact?: readonly number[];
}

/**
 * The pattern of an English name. Whitespace and hyphens are the same separator. Without a mode, words that contain a
 * capital or are in capitals keep their case (`JavaScript`, `in-DOM`, `R`), and others match in any case. Undefined if
 * nothing is left to search for.
 */
export function englishPattern(name: string, mode?: CaseMode): Pattern | undefined {
  const fold = foldOf(false);
  const key: number[] = [];
  let exact: number[] | undefined;
  let wordAt = 0;
  let keepsCase = false;
  const text = name.trim();
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    const folded = fold[unit] ?? 0;
    if (at < text.length && folded !== SPACE && folded !== HYPHEN) {
      if (mode === 'yes') keepsCase = true;
      else if (isCapital(unit, folded) && mode !== 'no')
        keepsCase ||= mode !== undefined || at > wordAt || text.length === 1;
      if (key.length > 0 && at === wordAt) key.push(SPACE);
      key.push(folded);
      continue;
    }
    if (keepsCase) exact = withExactWord(exact ?? [], key.length, text.slice(wordAt, at), mode === 'permissive');
    keepsCase = false;
    wordAt = at + 1;
  }
  return isUsable(key) ? { key, exact } : undefined;
}

/**
 * The pattern of a Chinese wording, without case and without spaces next to Han. Of `把……加入队列` it is the longest part.
 */
export function chinesePattern(wording: string, fold: Fold = foldOf(false)): Pattern | undefined {
  const text = wording.includes('…') || wording.includes('...') ? longestPart(wording) : wording;
  const key: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = fold[text.charCodeAt(at)]!;
    if (unit !== SPACE) key.push(unit);
    else if (isWordUnit(key.at(-1) ?? 0) && isWordUnit(text.charCodeAt(at + 1))) key.push(SPACE);
  }
  return isUsable(key) ? { key } : undefined;
}

function isCapital(unit: number, folded: number): boolean {
  return unit !== folded && isWordUnit(unit);
}

/** Adds a word that ends at index `end` of the key. Missing elements of the list count as 0. */
function withExactWord(exact: number[], end: number, word: string, onlyCapitals: boolean): number[] {
  while (exact.length < end - word.length) exact.push(0);
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    exact.push(onlyCapitals ? (isCapital(unit, foldOf(false)[unit]!) ? unit : 0) : isWordUnit(unit) ? unit : 0);
  }
  return exact;
}

function isUsable(key: readonly number[]): boolean {
  for (const unit of key) if (unit === 0 || (unit >= 0xfdd0 && unit <= 0xfdef)) return false;
  return key.length > 0;
}

function longestPart(wording: string): string {
  const parts = wording.split(/…+|\.{3,}/).map((part) => part.trim());
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  return countHan(longest) > 1 ? longest : '';
}
