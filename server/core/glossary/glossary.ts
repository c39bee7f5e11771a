import type { Region, Term } from './term.ts';

/** All terms in force, in file order. Immutable; lookup tables are built on first use. */
export interface Glossary {
  readonly terms: readonly Term[];
  /** The pages use traditional characters. Renderings in either script are matched in both. */
  readonly isTraditional?: boolean;
}

export const emptyGlossary: Glossary = createGlossary([]);

/**
 * Builds a glossary from the terms of its files, in order of precedence. What a file says about an English name
 * overrules later files, unless part of speech, subject, region or a condition makes it a different sense.
 */
export function createGlossary(terms: readonly Term[]): Glossary {
  return Object.freeze({ terms: Object.freeze(terms.filter(notOverruled())) });
}

/** What decides which terms apply to a page. */
export interface PageScene {
  /** The regional Chinese of the page; without it, terms of every region apply. */
  readonly region?: Region;
  /** Whether one of these globs matches the page. */
  readonly isIn: (globs: readonly string[]) => boolean;
}

/** The terms that apply to a page; the same object if none is left out. */
export function glossaryFor(glossary: Glossary, { region, isIn }: PageScene): Glossary {
  const terms = glossary.terms.filter(
    (term) => (!region || !term.region || term.region === region) && (!term.when?.files || isIn(term.when.files)),
  );
  const isTraditional = region === 'zh-TW' || region === 'zh-HK';
  if (terms.length === glossary.terms.length && isTraditional === (glossary.isTraditional ?? false)) return glossary;
  return Object.freeze({ terms: Object.freeze(terms), isTraditional });
}

/** The senses of an English name in any case, in order; empty if the glossary does not know it. */
export function sensesOf(glossary: Glossary, name: string): readonly Term[] {
  return bySource(glossary).get(name.toLowerCase()) ?? [];
}

/** The wordings that a segmenter should know to find their boundaries, rejected ones included. */
export function wordings({ terms }: Glossary): string[] {
  return terms.flatMap(({ renderings }) => renderings.map(({ text }) => text));
}

/** A table that is built once per glossary, on first use. */
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

/** More senses than a name can have. Comparing all takes quadratic time. */
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
