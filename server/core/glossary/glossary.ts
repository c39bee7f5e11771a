import type { Term } from './term.ts';

/** All terms in force, in the order of their files; never changes. Look-up tables are made when first asked for. */
export interface Glossary {
  readonly terms: readonly Term[];
}

export const emptyGlossary: Glossary = createGlossary([]);

/**
 * The glossary of terms that are given file by file. A file goes before those that follow it: what it says of an English
 * name overrules what they say, unless part of speech, subject, region or a condition tells the two apart.
 */
export function createGlossary(terms: readonly Term[]): Glossary {
  return Object.freeze({ terms: Object.freeze(terms.filter(notOverruled())) });
}

/** The senses of an English name, whatever its case, in their order; empty when the glossary does not know it. */
export function sensesOf(glossary: Glossary, name: string): readonly Term[] {
  return bySource(glossary).get(name.toLowerCase()) ?? [];
}

/** A table that is built from a glossary once, when it is first needed. */
export function lazily<Table>(build: (glossary: Glossary) => Table): (glossary: Glossary) => Table {
  const tables = new WeakMap<Glossary, Table>();
  return (glossary) => {
    let table = tables.get(glossary);
    if (table === undefined) {
      table = build(glossary);
      tables.set(glossary, table);
    }
    return table;
  };
}

function notOverruled(): (term: Term) => boolean {
  const before = new Map<string, Term[]>();
  return (term) => {
    const [head] = term.source;
    if (head === undefined) return true;
    const known = before.get(head.toLowerCase())?.slice(0, mostSenses) ?? [];
    if (known.some((other) => other.origin.file !== term.origin.file && !areApart(term, other))) return false;
    for (const name of new Set(term.source.map((source) => source.toLowerCase()))) {
      const others = before.get(name);
      if (others) others.push(term);
      else before.set(name, [term]);
    }
    return true;
  };
}

/** More than a name can have; comparing all would take the square of their number. */
const mostSenses = 50;

function areApart(a: Term, b: Term): boolean {
  const differ = (one: string | undefined, other: string | undefined) => one && other && one !== other;
  if (differ(a.pos, b.pos) || differ(a.domain, b.domain) || differ(a.region, b.region)) return true;
  return JSON.stringify(a.when) !== JSON.stringify(b.when);
}

const bySource = lazily(({ terms }) => {
  const senses = new Map<string, Term[]>();
  for (const term of terms) {
    for (const name of new Set(term.source.map((source) => source.toLowerCase()))) {
      const known = senses.get(name);
      if (known) known.push(term);
      else senses.set(name, [term]);
    }
  }
  return senses as ReadonlyMap<string, readonly Term[]>;
});
