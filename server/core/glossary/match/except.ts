import type { Span } from '../../text/span.ts';
import type { Rendering, Term } from '../term.ts';
import { createTrieBuilder, type Trie } from './trie.ts';

/** A longer wording in which the names of a term, or a rendering, mean something else. */
export interface OwnedPattern {
  readonly key: readonly number[];
  readonly owner: Term | Rendering;
}

/** What a search through a text needs: the wordings, and a callback for each one found, from left to right. */
export interface ExceptionVisit {
  readonly trie: Trie;
  found(value: number, from: number, to: number): void;
}

/** Whether a match lies inside a wording that its owner excepts. Ask from left to right only. */
export function excepted(
  patterns: readonly OwnedPattern[],
  search: (visit: ExceptionVisit) => void,
): (owner: Term | Rendering, from: number, to: number) => boolean {
  const { trie, owners } = indexOf(patterns);
  const places = new Map<Term | Rendering, { spans: Span[]; next: number }>();
  search({
    trie,
    found(value, from, to) {
      for (const owner of owners[value]!) {
        const known = places.get(owner);
        const last = known?.spans.at(-1);
        if (!known) places.set(owner, { spans: [{ from, to }], next: 0 });
        // Keep only spans that reach further, so that ends increase like starts.
        else if (!last || last.to < to) known.spans.push({ from, to });
      }
    },
  });
  return (owner, from, to) => {
    const known = places.get(owner);
    if (!known) return false;
    while (known.next < known.spans.length && known.spans[known.next]!.from <= from) known.next++;
    const before = known.spans[known.next - 1];
    return before !== undefined && to <= before.to;
  };
}

const indexes = new WeakMap<readonly OwnedPattern[], { trie: Trie; owners: (Term | Rendering)[][] }>();

function indexOf(patterns: readonly OwnedPattern[]) {
  let index = indexes.get(patterns);
  if (!index) {
    const builder = createTrieBuilder();
    const owners: (Term | Rendering)[][] = [[]];
    for (const { key, owner } of patterns) {
      const value = builder.insert(key, owners.length);
      if (value === owners.length) owners.push([]);
      if (owners[value]!.at(-1) !== owner) owners[value]!.push(owner);
    }
    index = { trie: builder.finish(), owners };
    indexes.set(patterns, index);
  }
  return index;
}
