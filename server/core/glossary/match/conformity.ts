import { type Glossary, lazily } from '../glossary.ts';
import { type Fault, isApproved, type Rendering, type Term } from '../term.ts';
import { functionWords } from './function-words.ts';
import { findEnglish, renderingsIn } from './match.ts';

/** How the translations of a project keep a term, counted in blocks whose source names it. */
export interface Usage {
  readonly uses: number;
  /** The translation has an approved rendering of the term, or its English where it must stay. */
  readonly followed: number;
  /** The same, of any sense of the name that stands there. */
  readonly answered: number;
  /** The English name stands in the translation. */
  readonly kept: number;
}

/** What the project itself makes of its glossary. */
export interface Conformity {
  readonly usage: ReadonlyMap<Term, Usage>;
  /** Rejected renderings that the pages use for something else: they stand where the source does not name their term. */
  readonly strays: ReadonlySet<Rendering>;
}

/** The prose of a block, or of several that belong together, in both languages. */
export interface TextPair {
  readonly english: string;
  readonly chinese: string;
}

/** Pages under one glossary. */
export interface CountedPages {
  readonly glossary: Glossary;
  readonly texts: Iterable<TextPair>;
}

/** Counts in aligned blocks how their translations keep the terms that hold there. Linear in the text; some hundred pages tell. */
export function gatherConformity(pages: Iterable<CountedPages>): Conformity {
  const counts = { usage: new Map(), strays: new Set<Rendering>() };
  for (const { glossary, texts } of pages) if (glossary.terms.length > 0) count(glossary, texts, counts);
  return counts;
}

interface Counts {
  readonly usage: Map<Term, { -readonly [Count in keyof Usage]: Usage[Count] }>;
  readonly strays: Set<Rendering>;
}

const rejectedOf = lazily(
  ({ terms }) =>
    new Map(
      terms.flatMap((term) => term.renderings.filter((one) => !isApproved(one)).map((one) => [one, term] as const)),
    ),
);

function count(glossary: Glossary, texts: Iterable<TextPair>, { usage, strays }: Counts): void {
  const rejected = rejectedOf(glossary);
  for (const { english, chinese } of texts) {
    const names = new Map<Term, readonly Term[]>();
    for (const { senses } of findEnglish(glossary, english)) {
      const terms = senses.map(({ term }) => term);
      for (const term of terms) if (!names.has(term)) names.set(term, terms);
    }
    const present = renderingsIn(glossary, chinese);
    for (const rendering of present) {
      const term = rejected.get(rendering);
      if (term && !names.has(term)) strays.add(rendering);
    }
    if (names.size === 0) continue;
    const left = new Set(findEnglish(glossary, chinese).flatMap(({ senses }) => senses.map(({ term }) => term)));
    const follows = (term: Term) =>
      (term.doNotTranslate && left.has(term)) || term.renderings.some((one) => isApproved(one) && present.has(one));
    for (const [term, senses] of names) {
      const counts = usage.get(term) ?? { uses: 0, followed: 0, answered: 0, kept: 0 };
      counts.uses++;
      counts.followed += Number(follows(term));
      counts.answered += Number(senses.some(follows));
      counts.kept += Number(left.has(term));
      usage.set(term, counts);
    }
  }
}

/**
 * Whether the project keeps a term so regularly that a block without it is worth a look. A word that many blocks do without
 * is one that good Chinese drops, however often it stands elsewhere.
 */
export function isKeptTo(conformity: Conformity, term: Term): boolean {
  const { uses, answered } = conformity.usage.get(term) ?? none;
  if (uses < FEWEST || answered < uses * REGULAR || uses - answered > Math.max(FEW_MISSES, uses * SELDOM_MISSED))
    return false;
  return !term.source.every((name) => functionWords.has(name.toLowerCase()));
}

/** Whether the project itself does not keep to a row, as far as can be told. */
export function isOftenBroken(conformity: Conformity, term: Term): boolean {
  const { uses, answered } = conformity.usage.get(term) ?? none;
  return uses >= FEWEST / 2 && answered < uses * USUAL;
}

/** Whether the project leaves a term in English, whatever its glossary says. */
export function isLeftInEnglish(conformity: Conformity, term: Term): boolean {
  const { uses, kept } = conformity.usage.get(term) ?? none;
  return kept * 10 > uses;
}

const none: Usage = { uses: 0, followed: 0, answered: 0, kept: 0 };
const FEWEST = 10;
const REGULAR = 0.95;
const FEW_MISSES = 2;
const SELDOM_MISSED = 0.01;
const USUAL = 0.8;

/**
 * The rows among these terms that the project's own translations contradict, as faults in the files of the glossary. Rows that hold under a
 * condition, or for one part of speech, cannot be judged by counting.
 */
export function contradictedRows(
  { usage }: Conformity,
  terms: Iterable<Term>,
): { readonly file: string; readonly fault: Fault }[] {
  const found: { file: string; fault: Fault }[] = [];
  for (const term of terms) {
    const { uses, followed } = usage.get(term) ?? none;
    if (uses < FEWEST || followed > uses * SELDOM || term.pos || term.when || term.note || term.severity === 'off')
      continue;
    const right = term.doNotTranslate ? term.source[0] : term.renderings.find(isApproved)?.text;
    if (!right || term.source.every((name) => functionWords.has(name.toLowerCase()))) continue;
    const { file, from, to } = term.origin;
    found.push({
      file,
      fault: {
        from,
        to,
        level: 'info',
        message: {
          en: `The pages contradict this row: of ${uses} paragraphs whose source has “${term.source[0]}”, ${followed} have “${right}”. Correct the row, or the pages.`,
          zh: `译文与这一行不符：原文有“${term.source[0]}”的 ${uses} 段中，${followed} 段用了“${right}”。请改正这一行，或改正译文。`,
        },
      },
    });
  }
  return found;
}

const SELDOM = 0.05;
