import type { Region, Term } from './term.ts';

/** All terms in force, in the order of their files; never changes. Look-up tables are made when first asked for. */
export interface Glossary {
  readonly terms: readonly Term[];
  /** The pages are written in traditional characters: the renderings, written in either, are looked for in both. */
  readonly isTraditional?: boolean;
}

export const emptyGlossary: Glossary = createGlossary([]);

/**
 * The glossary of terms that are given file by file. A file goes before those that follow it: what it says of an English
 * name overrules what they say, unless part of speech, subject, region or a condition tells the two apart.
 */
export function createGlossary(terms: readonly Term[]): Glossary {
  return Object.freeze({ terms: Object.freeze(terms.filter(notOverruled())) });
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
