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

/** The parts of speech of a word in the lists, as bits of {@link PARTS}; 0 for a word that is in none of them. */
export function partsOf(word: string): number {
  return own.get(word) ?? 0;
}

/** All bits of the named parts together. */
export function maskOf(parts: readonly Part[]): number {
  return parts.reduce((mask, part) => mask | PARTS[part], 0);
}

/** A place in the lists, read character by character: what the word so far is (0 for none), and how words go on. */
export interface Step {
  parts: number;
  readonly next: Map<number, Step>;
}

/** Where the words of the lists begin. */
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

/** The parts of all words of the lists that end at a place, together. Looks at no more than the characters of a word. */
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

/** Where the longest word of the lists begins that ends at a place; the place itself where none does. */
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

/** The parts of the longest word of the lists that begins at a place. */
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

/** The parts of all words of the lists that end in the character before a place: cheaper than {@link partsBefore}, and never fewer. */
export function partsOfLast(text: string, at: number): number {
  return lasts[text.charCodeAt(at - 1)] ?? 0;
}

/** The parts of all words of the lists that begin with the character at a place. */
export function partsOfFirst(text: string, at: number): number {
  return firsts[text.charCodeAt(at)] ?? 0;
}

// The words are written in common characters, which all come before.
const firsts = new Int32Array(0xa000);
const lasts = new Int32Array(0xa000);
for (const [word, parts] of own) {
  firsts[word.charCodeAt(0)]! |= parts;
  lasts[word.charCodeAt(word.length - 1)]! |= parts;
}
