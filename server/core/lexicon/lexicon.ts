import { closedWords } from './closed.data.ts';
import { openWords } from './open.data.ts';
import { PARTS, type Part } from './parts.ts';

/** A word of the first kind is also one of the second. */
const implied: Partial<Record<Part, number>> = {
  head: PARTS.noun,
  pure: PARTS.verb,
  onlyManner: PARTS.manner,
  graded: PARTS.verb,
  doer: PARTS.manner,
};

/** What this project itself says of words: bits of {@link PARTS} by word. */
const own = new Map<string, number>();
for (const words of [closedWords, openWords]) {
  for (const [part, list] of Object.entries(words)) {
    const bits = PARTS[part as Part] | (implied[part as Part] ?? 0);
    for (const word of list.split(' ')) own.set(word, (own.get(word) ?? 0) | bits);
  }
}

/** In UTF-16 units, of the words in the lists. */
export const LONGEST_WORD = Math.max(...[...own.keys()].map((word) => word.length));

/** The parts of speech of a word in the lists, as bits of {@link PARTS}; 0 for a word that is in none of them. */
export function partsOf(word: string): number {
  return own.get(word) ?? 0;
}

/** All bits of the named parts together. */
export function maskOf(parts: readonly Part[]): number {
  return parts.reduce((mask, part) => mask | PARTS[part], 0);
}

/** The parts of all words of the lists that end at a place, together. Looks at no more than the characters of a word. */
export function partsBefore(text: string, at: number): number {
  let parts = 0;
  if (!lasts.has(text[at - 1]!)) return 0;
  for (let from = at - 1; from >= 0 && at - from <= LONGEST_WORD; from--) parts |= partsOf(text.slice(from, at));
  return parts;
}

/** The parts of all words of the lists that begin at a place, together. */
export function partsAt(text: string, at: number): number {
  let parts = 0;
  if (!firsts.has(text[at]!)) return 0;
  for (let to = at + 1; to <= text.length && to - at <= LONGEST_WORD; to++) parts |= partsOf(text.slice(at, to));
  return parts;
}

const firsts = new Set([...own.keys()].map((word) => word[0]!));
const lasts = new Set([...own.keys()].map((word) => word.at(-1)!));
