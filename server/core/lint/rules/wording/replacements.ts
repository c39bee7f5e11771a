import { createTrieBuilder, step, type Trie } from '../../../glossary/trie.ts';
import type { Span } from '../../../text/span.ts';

/** A wrong word in a text, and what may stand there: the likeliest first. */
export interface Replacement extends Span {
  readonly right: readonly string[];
}

/**
 * Finds the words of a table: entries `wrong>right` or `wrong>right/other`, divided by blanks. An entry without `>` is
 * right and hides the wrong ones inside of it. The table is read when it is first asked.
 */
export function replacementsIn(table: string): (text: string) => Generator<Replacement> {
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
}

function readTable(table: string): Table {
  const builder = createTrieBuilder();
  const rights: string[][] = [[]];
  for (const entry of table.trim().split(/\s+/)) {
    const [wrong, right] = entry.split('>') as [string, string?];
    builder.insert(
      Array.from(wrong, (character) => character.charCodeAt(0)),
      rights.length,
    );
    rights.push(right === undefined ? [] : right.split('/'));
  }
  return { trie: builder.finish(), rights };
}

function* find({ trie, rights }: Table, text: string): Generator<Replacement> {
  const { roots, values } = trie;
  for (let from = 0; from < text.length; ) {
    let state = roots[text.charCodeAt(from)]!;
    let to = from;
    let right: readonly string[] = [];
    for (let at = from + 1; state !== 0; at++) {
      if (values[state]! !== 0) {
        to = at;
        right = rights[values[state]!]!;
      }
      state = at < text.length ? step(trie, state, text.charCodeAt(at)) : 0;
    }
    if (right.length > 0 && !right.some((word) => text.startsWith(word, from))) yield { from, to, right };
    from = to > from ? to : from + 1;
  }
}
