import type { Region, Term } from './term.ts';

/** All terms in force, in the order of their files; never changes. Look-up tables are made when first asked for. */
export interface Glossary {
  readonly terms: readonly Term[];
  /** The pages are written in traditional characters: the renderings, written in either, are looked for in both. */
  readonly isTraditional?: boolean;
}

export const emptyGlossary: Glossary = createGlossary([]);

export function createGlossary(terms: readonly Term[]): Glossary {
  return Object.freeze({ terms: Object.freeze([...terms]) });
}

/** What decides on whole pages which terms hold. */
export interface PageScene {
  /** The Chinese that the page is written in; without it terms of every region hold. */
  readonly region?: Region;
  /** Whether the page is one of these globs. */
  readonly isIn: (globs: readonly string[]) => boolean;
}

/** The terms that hold on a page: the same glossary where none is left out. */
export function glossaryFor(glossary: Glossary, { region, isIn }: PageScene): Glossary {
  const terms = glossary.terms.filter(
    (term) => (!region || !term.region || term.region === region) && (!term.when?.files || isIn(term.when.files)),
  );
  const isTraditional = region === 'zh-TW' || region === 'zh-HK';
  if (terms.length === glossary.terms.length && isTraditional === (glossary.isTraditional ?? false)) return glossary;
  return Object.freeze({ terms: Object.freeze(terms), isTraditional });
}

/** The senses of an English name, whatever its case, in their order; empty when the glossary does not know it. */
export function sensesOf(glossary: Glossary, name: string): readonly Term[] {
  return bySource(glossary).get(name.toLowerCase()) ?? [];
}

/** The wordings that a segmenter should know, so that it finds where they begin and end: also the rejected ones. */
export function wordings({ terms }: Glossary): string[] {
  return terms.flatMap(({ renderings }) => renderings.map(({ text }) => text));
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
