import { createTrieBuilder, step, type Trie } from '../../../glossary/match/trie.ts';
import type { Span } from '../../../text/span.ts';

/** A wrong word in a text, with its replacements, the likeliest first. */
export interface Replacement extends Span {
  readonly right: readonly string[];
}

/**
 * Finds the words of a table: entries `wrong>right` or `wrong>right/other`, separated by whitespace. An
 * entry without `>` is correct and hides the wrong ones inside of it. All have at least two characters.
 * The table is parsed on first use.
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
  /** Indexed by the values of the trie; 0 is unused. */
  readonly rights: readonly (readonly string[])[];
  /** Its bit in `beginnings`. */
  readonly bit: number;
}

/**
 * By the hash of two units: the bits of the tables with a word that starts so. Several rules search the same text in a
 * row, and nearly all of its offsets can be skipped; a single pass finds the others for all of them.
 */
const beginnings = new Uint8Array(0x4000);
let tables = 0;
let last: { readonly text: string; readonly places: readonly number[]; readonly bits: readonly number[] } | undefined;

function hashOf(first: number, second: number): number {
  return ((first << 5) ^ second) & 0x3fff;
}

function placesIn(text: string): NonNullable<typeof last> {
  if (last?.text === text) return last;
  const places: number[] = [];
  const bits: number[] = [];
  let first = text.charCodeAt(0);
  for (let at = 1; at < text.length; at++) {
    const second = text.charCodeAt(at);
    const found = beginnings[hashOf(first, second)]!;
    if (found !== 0) {
      places.push(at - 1);
      bits.push(found);
    }
    first = second;
  }
  last = { text, places, bits };
  return last;
}

function readTable(table: string): Table {
  const builder = createTrieBuilder();
  const rights: string[][] = [[]];
  const bit = 1 << tables++;
  for (const entry of table.trim().split(/\s+/)) {
    const [wrong, right] = entry.split('>') as [string, string?];
    builder.insert(
      Array.from(wrong, (character) => character.charCodeAt(0)),
      rights.length,
    );
    beginnings[hashOf(wrong.charCodeAt(0), wrong.charCodeAt(1))]! |= bit;
    rights.push(right === undefined ? [] : right.split('/'));
  }
  last = undefined;
  return { trie: builder.finish(), rights, bit };
}

function find({ trie, rights, bit }: Table, text: string): readonly Replacement[] {
  const { roots, values } = trie;
  const { places, bits } = placesIn(text);
  let found: Replacement[] | undefined;
  let free = 0;
  for (let index = 0; index < places.length; index++) {
    const from = places[index]!;
    if ((bits[index]! & bit) === 0 || from < free) continue;
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
    free = to;
    if (right.length === 0 || right.some((word) => text.startsWith(word, from))) continue;
    found ??= [];
    found.push({ from, to, right });
  }
  return found ?? none;
}

const none: readonly Replacement[] = [];
