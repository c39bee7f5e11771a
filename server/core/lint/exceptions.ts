import { createTrieBuilder, step } from '../glossary/match/trie.ts';
import { classAt, classBefore, DIGIT, LATIN } from '../text/han.ts';
import type { Edit, Span } from '../text/span.ts';

/** Words that a project writes in its own way, such as 豆瓣FM. One pass finds all of them in a text. */
export interface Exceptions {
  readonly isEmpty: boolean;
  /** The occurrences in a text, sorted by start; the longest one at each start. */
  find(text: string): readonly Span[];
}

/** Words are literal and case-sensitive. One that ends in a Latin letter or digit must end there in the text too. */
export function createExceptions(words: readonly string[]): Exceptions {
  const known = new Set(words.map((word) => word.trim()).filter((word) => word !== '' && word.length <= MAX_WORD));
  if (known.size === 0) return { isEmpty: true, find: () => [] };
  const builder = createTrieBuilder();
  for (const word of known)
    builder.insert(
      Array.from({ length: word.length }, (_, at) => word.charCodeAt(at)),
      1,
    );
  const trie = builder.finish();
  const longest = (text: string, from: number): number => {
    let end = 0;
    let state = trie.roots[text.charCodeAt(from)]!;
    for (let to = from + 1; state !== 0; to++) {
      if (trie.values[state] !== 0 && isWhole(text, from, to)) end = to;
      if (to >= text.length) break;
      state = step(trie, state, text.charCodeAt(to));
    }
    return end;
  };
  return {
    isEmpty: false,
    find(text) {
      const found: Span[] = [];
      for (let from = 0; from < text.length; from++) {
        const to = longest(text, from);
        if (to > 0) found.push({ from, to });
      }
      return found;
    },
  };
}

/** Bounded, because words are searched from every offset of a text. */
const MAX_WORD = 100;

/** Whether a finding is about the inside of an excepted word: it lies in one, or its fix would change one. */
export function isExcepted(excepted: readonly Span[], span: Span, edits: readonly Edit[]): boolean {
  if (excepted.length === 0) return false;
  if (edits.length > 0) return edits.some((edit) => someNear(excepted, edit, (word) => isInside(edit, word)));
  return someNear(excepted, span, (word) => contains(word, span) || contains(span, word));
}

// Words are sorted by start, and their length is bounded, so only the ones near the span need a look.
function someNear(excepted: readonly Span[], { from, to }: Span, test: (word: Span) => boolean): boolean {
  let low = 0;
  let high = excepted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (excepted[middle]!.from < from - MAX_WORD) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < excepted.length && excepted[at]!.from <= to; at++) if (test(excepted[at]!)) return true;
  return false;
}

// An insertion at the edge of a word does not change it.
function isInside(edit: Edit, word: Span): boolean {
  return edit.from === edit.to
    ? word.from < edit.from && edit.from < word.to
    : edit.from < word.to && word.from < edit.to;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && inner.from < inner.to;
}

function isWhole(text: string, from: number, to: number): boolean {
  return !isInWord(text, from) && !isInWord(text, to);
}

function isInWord(text: string, at: number): boolean {
  return (classBefore(text, at) & WORD) !== 0 && (classAt(text, at) & WORD) !== 0;
}

const WORD = LATIN | DIGIT;
