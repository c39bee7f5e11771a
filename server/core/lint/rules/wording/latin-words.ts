import type { Span } from '../../../text/span.ts';

export interface LatinWord extends Span {
  /** As written. */
  readonly word: string;
  /** In lower case, without the full stop of `.js`. */
  readonly key: string;
  /** Whether it is part of something longer that is not prose: an identifier, a path, a URL. */
  readonly isPart: boolean;
}

/**
 * The words of Latin letters and digits in a prose. Several rules ask for the same prose in a
 * row, so the last result is kept.
 */
export function latinWords(text: string): readonly LatinWord[] {
  if (text !== last.text) last = { text, words: wordsIn(text) };
  return last.words;
}

let last: { text: string; words: readonly LatinWord[] } = { text: '', words: [] };

function wordsIn(text: string): LatinWord[] {
  const words: LatinWord[] = [];
  for (const match of text.matchAll(/[\w\u00c0-\u024f]+(?:\.js(?![\w\u00c0-\u024f]))?/gi)) {
    const from = match.index;
    const to = from + match[0].length;
    const word = match[0];
    words.push({ from, to, word, key: word.toLowerCase().replace('.', ''), isPart: isPart(text, from, to) });
  }
  return words;
}

function isPart(text: string, from: number, to: number): boolean {
  const before = text[from - 1] ?? '';
  const after = text[to] ?? '';
  if (gluing.includes(before) && before !== '') return true;
  if (after === '' || !gluing.includes(after)) return false;
  // A full stop or colon joins words only if text follows directly.
  return !'.:'.includes(after) || /[\w/\\:]/.test(text[to + 1] ?? '');
}

const gluing = '-_./\\@:#$~+=&*%<>`^|\u2011';

/** Whether the word is in a run of at least `most` words separated only by spaces: in English text. */
export function isAmongEnglish(text: string, words: readonly LatinWord[], index: number, most = 6): boolean {
  let count = 1;
  for (let at = index; count < most && follows(text, words, at); at--) count++;
  for (let at = index + 1; count < most && follows(text, words, at); at++) count++;
  return count >= most;
}

function follows(text: string, words: readonly LatinWord[], at: number): boolean {
  const before = words[at - 1];
  const word = words[at];
  return (
    before !== undefined &&
    word !== undefined &&
    /^[ \n,'’]{1,2}$/.test(text.slice(before.to, Math.min(word.from, before.to + 3)))
  );
}
