import { createTrieBuilder, step, type Trie } from '../../../glossary/trie.ts';
import type { Span } from '../../../text/span.ts';

/** A wrong word in a text, and what may stand there: the likeliest first. */
export interface Replacement extends Span {
  readonly right: readonly string[];
}

/**
 * Finds the words of a table: entries `wrong>right` or `wrong>right/other`, divided by blanks. An entry without `>` is
 * right and hides the wrong ones inside of it; all have two characters at least. The table is read when it is first asked.
 */
export function replacementsIn(table: string): (text: string) => readonly Replacement[] {
  let read: Table | undefined;
  return (text) => {
    read ??= readTable(table);
    return find(read, text);
  };
}

interface Table {
  readonly trie: Trie;
  /** By the values of the trie; 0 is unused. */
  readonly rights: readonly (readonly string[])[];
  /** 1 for the pairs of units with which words begin, by their hash: nearly all places of a text are passed over. */
  readonly beginnings: Uint8Array;
}

function hashOf(first: number, second: number): number {
  return ((first << 5) ^ second) & 0x3fff;
}

function readTable(table: string): Table {
  const builder = createTrieBuilder();
  const rights: string[][] = [[]];
  const beginnings = new Uint8Array(0x4000);
  for (const entry of table.trim().split(/\s+/)) {
    const [wrong, right] = entry.split('>') as [string, string?];
    builder.insert(
      Array.from(wrong, (character) => character.charCodeAt(0)),
      rights.length,
    );
    beginnings[hashOf(wrong.charCodeAt(0), wrong.charCodeAt(1))] = 1;
    rights.push(right === undefined ? [] : right.split('/'));
  }
  return { trie: builder.finish(), rights, beginnings };
}

function find({ trie, rights, beginnings }: Table, text: string): readonly Replacement[] {
  const { roots, values } = trie;
  const found: Replacement[] = [];
  let first = text.charCodeAt(0);
  let second = 0;
  for (let from = 0; from + 1 < text.length; first = second) {
    second = text.charCodeAt(from + 1);
    if (beginnings[hashOf(first, second)] === 0) {
      from++;
      continue;
    }
    let state = roots[first]!;
    let to = from;
    let right: readonly string[] = [];
    for (let at = from + 1; state !== 0; at++) {
      if (values[state]! !== 0) {
        to = at;
        right = rights[values[state]!]!;
      }
      state = at < text.length ? step(trie, state, text.charCodeAt(at)) : 0;
    }
    if (right.length > 0 && !right.some((word) => text.startsWith(word, from))) found.push({ from, to, right });
    if (to > from) {
      from = to;
      second = text.charCodeAt(from);
    } else from++;
  }
  return found;
}
