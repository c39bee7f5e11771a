import { type Glossary, lazily } from '../glossary.ts';
import { type Fault, isApproved, type Rendering, type Term } from '../term.ts';
import { functionWords } from './function-words.ts';
import { findEnglish, renderingsIn } from './match.ts';

/** How the translations of a project keep a term, counted in blocks whose source names it. */
export interface Usage {
  readonly uses: number;
  /** In how many the translation has an approved rendering, or the English where it must stay. */
  readonly followed: number;
  /** The same for any sense of the name that occurs there. */
  readonly answered: number;
  /** In how many the translation has the English name. */
  readonly kept: number;
}

/** How far a project follows its own glossary. */
export interface Conformity {
  readonly usage: ReadonlyMap<Term, Usage>;
  /**
   * Rejected renderings that the pages use for something else: they occur where the source does not name their term.
   */
  readonly strays: ReadonlySet<Rendering>;
}

/** The prose of a block, or of several that belong together, in both languages. */
export interface TextPair {
  readonly english: string;
  readonly chinese: string;
}

/** Pages with the same glossary. */
export interface CountedPages {
  readonly glossary: Glossary;
  readonly texts: Iterable<TextPair>;
}

/**
 * Counts in aligned blocks how translations keep the terms that apply
 * there. Linear in the text; some hundred pages are enough.
 */
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
 * Whether the project keeps a term so regularly that a block without it is worth reporting. If many blocks lack the
 * term, good Chinese often drops it, whatever the share.
 */
export function isKeptTo(conformity: Conformity, term: Term): boolean {
  const { uses, answered } = conformity.usage.get(term) ?? none;
  if (uses < FEWEST || answered < uses * REGULAR || uses - answered > Math.max(FEW_MISSES, uses * SELDOM_MISSED))
    return false;
  return !term.source.every((name) => functionWords.has(name.toLowerCase()));
}

/** Whether the project often does not follow a row, if there is enough evidence. */
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
 * Reports the rows that the project's own translations contradict, as faults in the glossary files. Rows with a
 * condition, a note or a part of speech cannot be judged by counting.
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
          en: `The pages contradict this row: the source has “${term.source[0]}” in ${uses} paragraphs, and ${followed} of their translations have “${right}”. Correct the row or the pages.`,
          zh: `译文与这一行不符：原文有“${term.source[0]}”的 ${uses} 段中，${followed} 段用了“${right}”。请改正这一行，或改正译文。`,
        },
      },
    });
  }
  return found;
}

const SELDOM = 0.05;
