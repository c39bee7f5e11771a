import { PARTS, type Part } from './parts.ts';
import type { Word } from './tag.ts';

/**
 * A sequence of words, one string for each:
 *
 * - `modal`, `adverb|degree`: a word with one of these parts of speech
 * - `让`, `把|将`: exactly this word, or one of these; parts and words may be mixed
 * - `noun!head`: a noun that is not a head; `!verb`: any word but a verb, or the edge of the clause
 * - a final `?`: optional; a final `*`: any number of them
 *
 * A nested list is optional as a whole. `start` and `end` are the edges of the clause.
 */
export type Pattern = readonly (string | readonly string[])[];

/** Contexts of a word: one of the patterns must end right before it, and one must start right after it. */
export interface Construction {
  readonly before: readonly Pattern[];
  readonly after: readonly Pattern[];
}

/** Whether the word at index `at` stands in one of the constructions. */
export type Matcher = (words: readonly Word[], at: number) => boolean;

/** Compiles the constructions. Matching is linear in words and patterns: no word is tested twice. */
export function createMatcher(constructions: readonly Construction[]): Matcher {
  const read = constructions.map(({ before, after }) => ({
    before: before.map((pattern) => readPattern([...pattern].reverse().map(reversed))),
    after: after.map(readPattern),
  }));
  return (words, at) =>
    read.some(
      ({ before, after }) =>
        before.some((elements) => follows(words, at, -1, elements)) &&
        after.some((elements) => follows(words, at, 1, elements)),
    );
}

interface Element {
  readonly wanted: number;
  readonly words: ReadonlySet<string>;
  readonly unwanted: number;
  readonly unwantedWords: ReadonlySet<string>;
  readonly isRepeated: boolean;
  readonly isOptional: boolean;
  /** How many elements from here on, in reading direction, are optional together; 0 for a single one. */
  readonly group: number;
}

function readPattern(pattern: Pattern): Element[] {
  return pattern.flatMap((one) => {
    if (typeof one === 'string') return [readElement(one)];
    const group = one.map(readElement);
    return group.map((element, i) => (i === 0 ? { ...element, group: group.length } : element));
  });
}

function reversed(one: string | readonly string[]): string | readonly string[] {
  return typeof one === 'string' ? one : [...one].reverse();
}

function readElement(source: string): Element {
  const [, body = '', sign] = /^(.*?)([?*])?$/u.exec(source)!;
  const [positive = '', negative = ''] = body.split('!');
  const [wanted, words] = readNames(positive);
  const [unwanted, unwantedWords] = readNames(negative);
  return {
    wanted: positive === '' ? -1 : wanted,
    words,
    unwanted,
    unwantedWords,
    isRepeated: sign === '*',
    isOptional: sign !== undefined,
    group: 0,
  };
}

function readNames(source: string): [number, ReadonlySet<string>] {
  let parts = 0;
  const words = new Set<string>();
  for (const name of source.split('|').filter(Boolean)) {
    if (/^[a-zA-Z]/.test(name)) {
      const bit = PARTS[name as Part];
      if (bit === undefined) throw new Error(`No part of speech is called ${name}`);
      parts |= bit;
    } else words.add(name);
  }
  return [parts, words];
}

function fits({ wanted, words, unwanted, unwantedWords }: Element, { text, parts }: Word): boolean {
  if (parts & unwanted || unwantedWords.has(text)) return false;
  return (parts & wanted) !== 0 || words.has(text);
}

/** Simulates an automaton: bit `i` of `states` means that the words so far may be followed by element `i`. */
function follows(words: readonly Word[], place: number, step: 1 | -1, elements: readonly Element[]): boolean {
  const done = 1 << elements.length;
  let states = withSkipped(1, elements);
  for (let at = place + step; !(states & done); at += step) {
    const word = words[at];
    if (!word || states === 0) return false;
    let next = 0;
    for (let i = 0; i < elements.length; i++) {
      if (!(states & (1 << i)) || !fits(elements[i]!, word)) continue;
      next |= elements[i]!.isRepeated ? (1 << i) | (1 << (i + 1)) : 1 << (i + 1);
    }
    states = withSkipped(next, elements);
  }
  return true;
}

function withSkipped(states: number, elements: readonly Element[]): number {
  let all = states;
  for (let i = 0; i < elements.length; i++) {
    if (!(all & (1 << i))) continue;
    const { isOptional, group } = elements[i]!;
    if (isOptional) all |= 1 << (i + 1);
    if (group > 0) all |= 1 << (i + group);
  }
  return all;
}
