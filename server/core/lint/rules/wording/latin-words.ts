import type { Span } from '../../../text/span.ts';

export interface LatinWord extends Span {
  /** As it is written. */
  readonly word: string;
  /** In lower case, without the full stop of `.js`. */
  readonly key: string;
  /** Whether it belongs to something longer that is no prose: an identifier, a path, an address. */
  readonly isPart: boolean;
}

/** The words in Latin letters (and digits) of a prose. Several rules ask for those of the same prose one after another. */
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
  // The marks of a sentence glue only what follows them at once.
  return !'.:'.includes(after) || /[\w/\\:]/.test(text[to + 1] ?? '');
}

const gluing = '-_./\\@:#$~+=&*%<>`^|\u2011';

/** Whether the word stands in a run of at least `words` words with nothing but blanks between them: an English sentence. */
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
