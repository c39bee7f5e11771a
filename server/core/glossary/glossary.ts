import type { Term } from './term.ts';

/** All terms in force, in the order of their files; never changes. Look-up tables are made when first asked for. */
export interface Glossary {
  readonly terms: readonly Term[];
}

export const emptyGlossary: Glossary = createGlossary([]);

export function createGlossary(terms: readonly Term[]): Glossary {
  return Object.freeze({ terms: Object.freeze([...terms]) });
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
