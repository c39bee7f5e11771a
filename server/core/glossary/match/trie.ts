/**
 * A trie over UTF-16 units for many thousands of short keys. A single hash table holds the children of all nodes, so a
 * node takes about 20 bytes and no object. State 0 means “no match”; the root's children are in `roots`.
 */
export interface Trie {
  /** The state after a first unit. */
  readonly roots: Int32Array;
  /** The value that `insert` gave to a state, or 0. */
  readonly values: Int32Array;
  /** Parent and unit of each state, interleaved. */
  readonly nodes: Int32Array;
  readonly slots: Int32Array;
}

export interface TrieBuilder {
  /** Adds a key, which must not be empty. Returns its value, which is `fresh` if the key is new. */
  insert(key: readonly number[], fresh: number): number;
  finish(): Trie;
}

/** The state after `state` and `unit`, or 0. */
export function step(trie: Trie, state: number, unit: number): number {
  const { slots, nodes } = trie;
  // `insert` creates an unshared path in one go, so the next node is often next in memory.
  const next = 2 * state + 2;
  if (nodes[next] === state && nodes[next + 1] === unit) return state + 1;
  const mask = slots.length - 1;
  for (let slot = hash(state, unit) & mask; ; slot = (slot + 1) & mask) {
    const child = slots[slot]!;
    if (child === 0 || (nodes[2 * child] === state && nodes[2 * child + 1] === unit)) return child;
  }
}

export function createTrieBuilder(): TrieBuilder {
  const roots = new Int32Array(0x10000);
  let count = 1;
  let trie: Trie = { roots, ...emptyNodes(1 << 12), slots: new Int32Array(1 << 13) };

  function child(state: number, unit: number): number {
    const known = step(trie, state, unit);
    if (known) return known;
    if (count === trie.values.length) trie = grown(trie, count);
    trie.nodes[2 * count] = state;
    trie.nodes[2 * count + 1] = unit;
    place(trie, count);
    return count++;
  }

  return {
    insert(key, fresh) {
      const first = key[0]!;
      roots[first] ||= child(0, first);
      let state = roots[first]!;
      for (let at = 1; at < key.length; at++) state = child(state, key[at]!);
      trie.values[state] ||= fresh;
      return trie.values[state]!;
    },
    finish: () => trie,
  };
}

function hash(state: number, unit: number): number {
  const mixed = Math.imul(state ^ Math.imul(unit, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

function place({ slots, nodes }: Trie, node: number): void {
  const mask = slots.length - 1;
  let slot = hash(nodes[2 * node]!, nodes[2 * node + 1]!) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = node;
}

function emptyNodes(size: number) {
  return { values: new Int32Array(size), nodes: new Int32Array(2 * size) };
}

function grown(trie: Trie, count: number): Trie {
  const size = count * 2;
  const larger: Trie = { roots: trie.roots, ...emptyNodes(size), slots: new Int32Array(size * 2) };
  larger.values.set(trie.values);
  larger.nodes.set(trie.nodes);
  for (let node = 1; node < count; node++) place(larger, node);
  return larger;
}
