import { closedWords } from './closed.data.ts';
import { openWords } from './open.data.ts';
import { PARTS, type Part } from './parts.ts';

/** Each of these parts of speech implies another: a `head` is also a noun. */
const implied: Partial<Record<Part, number>> = {
  head: PARTS.noun,
  pure: PARTS.verb,
  onlyManner: PARTS.manner,
  graded: PARTS.verb,
  doer: PARTS.manner,
};

/** The words of our lists, with their bits of {@link PARTS}. */
const own = new Map<string, number>();
for (const words of [closedWords, openWords]) {
  for (const [part, list] of Object.entries(words)) {
    const bits = PARTS[part as Part] | (implied[part as Part] ?? 0);
    for (const word of list.split(' ')) own.set(word, (own.get(word) ?? 0) | bits);
  }
}

/** The parts of speech of a word in our lists, as bits of {@link PARTS}; 0 if the word is not listed. */
export function partsOf(word: string): number {
  return own.get(word) ?? 0;
}

/** The bits of all named parts. */
export function maskOf(parts: readonly Part[]): number {
  return parts.reduce((mask, part) => mask | PARTS[part], 0);
}

/** A node of a trie over our words. `parts` is 0 where no word ends. */
export interface Step {
  parts: number;
  readonly next: Map<number, Step>;
}

export const beginning: Step = stepsOf((word) => word);
const ending: Step = stepsOf((word) => [...word].reverse().join(''));

function stepsOf(spelling: (word: string) => string): Step {
  const root: Step = { parts: 0, next: new Map() };
  for (const [word, parts] of own) {
    let step = root;
    for (const unit of spelling(word)) {
      const code = unit.charCodeAt(0);
      if (!step.next.has(code)) step.next.set(code, { parts: 0, next: new Map() });
      step = step.next.get(code)!;
    }
    step.parts = parts;
  }
  return root;
}

/**
 * The union of the parts of all listed words that end at an offset. Reads no more characters than the longest word has.
 */
export function partsBefore(text: string, at: number): number {
  let parts = 0;
  let step: Step | undefined = ending;
  for (let from = at - 1; from >= 0; from--) {
    step = step.next.get(text.charCodeAt(from));
    if (!step) break;
    parts |= step.parts;
  }
  return parts;
}

/** The start of the longest listed word that ends at an offset; the offset itself if there is none. */
export function startOfLast(text: string, at: number): number {
  let start = at;
  let step: Step | undefined = ending;
  for (let from = at - 1; from >= 0; from--) {
    step = step.next.get(text.charCodeAt(from));
    if (!step) break;
    if (step.parts) start = from;
  }
  return start;
}

/** The parts of the longest listed word that starts at an offset. */
export function partsAt(text: string, at: number): number {
  let parts = 0;
  let step: Step | undefined = beginning;
  for (let to = at; to < text.length; to++) {
    step = step.next.get(text.charCodeAt(to));
    if (!step) break;
    if (step.parts) parts = step.parts;
  }
  return parts;
}

/**
 * The parts of all listed words whose last character stands before an
 * offset: a superset of {@link partsBefore}, and cheaper.
 */
export function partsOfLast(text: string, at: number): number {
  return lasts[text.charCodeAt(at - 1)] ?? 0;
}

/** The parts of all listed words that start with the character at an offset. */
export function partsOfFirst(text: string, at: number): number {
  return firsts[text.charCodeAt(at)] ?? 0;
}

// Listed words only use characters below U+A000.
const firsts = new Int32Array(0xa000);
const lasts = new Int32Array(0xa000);
for (const [word, parts] of own) {
  firsts[word.charCodeAt(0)]! |= parts;
  lasts[word.charCodeAt(word.length - 1)]! |= parts;
}
