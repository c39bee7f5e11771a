import { type Glossary, lazily } from './glossary.ts';
import { inflections } from './match/inflect.ts';
import type { Term } from './term.ts';

/** A term whose English name somebody is typing. */
export interface Completion {
  readonly term: Term;
  /** The name that starts with the typed text. */
  readonly name: string;
  /** The offset where the typed text starts. */
  readonly from: number;
}

/**
 * The terms that may complete the English at the end of a text: `self att` may become `self-attention`. The longest
 * typed part that matches counts, then the name that needs the fewest letters. Returns at most `most` completions.
 */
export function completionsOf(glossary: Glossary, text: string, most: number): Completion[] {
  const [typed] = /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N} '’./+#_-]*$/u.exec(text.slice(-longest)) ?? [];
  if (typed === undefined || typed.endsWith(' ')) return [];
  const found = new Map<Term, Completion>();
  const names = sortedNames(glossary);
  for (const start of wordStarts(typed)) {
    const prefix = folded(typed.slice(start));
    if (prefix.length < fewestLetters) continue;
    const from = text.length - typed.length + start;
    const near: Name[] = [];
    for (let at = firstFrom(names, prefix); at < names.length && names[at]!.key.startsWith(prefix); at++) {
      near.push(names[at]!);
      if (near.length > most * 4) break;
    }
    near.sort((a, b) => a.key.length - b.key.length);
    for (const { term, name } of near) if (!found.has(term)) found.set(term, { term, name, from });
  }
  return [...found.values()].slice(0, most);
}

/** A single letter matches too many names. */
const fewestLetters = 2;
const longest = 80;
const mostWords = 6;

interface Name {
  readonly key: string;
  readonly name: string;
  readonly term: Term;
}

const sortedNames = lazily(({ terms }): readonly Name[] =>
  terms
    .flatMap((term) =>
      term.source.flatMap((name) => [name, ...inflections(name)].map((form) => ({ key: folded(form), name, term }))),
    )
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)),
);

function firstFrom(names: readonly Name[], key: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.key < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last few offsets where a word starts, the earliest first. */
function wordStarts(text: string): number[] {
  const starts = [...text.matchAll(/(?<![\p{L}\p{N}_])[\p{L}\p{N}]/gu)].map(({ index }) => index);
  return starts.slice(-mostWords);
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[\s-]+/g, ' ');
}
