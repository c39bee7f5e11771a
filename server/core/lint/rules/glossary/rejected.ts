import type { BlockPair } from '../../../bilingual/state/compare.ts';
import { forbiddenIn, type Rejection } from '../../../glossary/match/forbidden.ts';
import { renderingsIn, type Sense } from '../../../glossary/match/match.ts';
import { holds } from '../../../glossary/match/match-context.ts';
import { isApproved, type Rendering, type Term } from '../../../glossary/term.ts';
import type { Block } from '../../../markdown/blocks.ts';
import type { Prose } from '../../../markdown/prose.ts';
import { countHan, HAN, LATIN } from '../../../text/han.ts';
import { inBlock } from '../../places.ts';
import type { Fix, Knowledge, ProseContext, ReportedSpan } from '../../rule.ts';
import { isWordAt } from '../wording/word-at.ts';
import { type Anchor, anchorsIn, chineseMatches, countAnswers, textOf } from './matches.ts';
import { answersTo, replacements } from './replacement.ts';

type Context = Knowledge & Pick<ProseContext<never>, 'headings' | 'wantSegmenter'>;

/** The English that a prose translates, if known. Only the terms it names are expected in the translation. */
export interface Source {
  readonly text: string;
  readonly anchors: ReadonlyMap<Term, Anchor>;
  /** The whole translation. */
  readonly chinese: string;
  /** Whether the translation renders a term as often as the source names it. */
  readonly isAnswered: (term: Term) => boolean;
}

/**
 * The English of blocks, which is empty for a paragraph that the translation added. Undefined if the blocks hold
 * anything but prose, so that nothing is known about the source.
 */
export function sourceOf(
  glossary: Knowledge['glossary'],
  { english, chinese }: BlockPair['blocks'],
): Source | undefined {
  if (english.length > 0 && !english.some(({ leaf }) => leaf.prose.some(({ classes }) => (classes & LATIN) !== 0)))
    return undefined;
  const text = textOf(english);
  const anchors = anchorsIn(glossary, english);
  const answered = new Map<Anchor, boolean>();
  const isAnswered = (term: Term) => {
    const anchor = anchors.get(term);
    if (!anchor) return false;
    let answer = answered.get(anchor);
    if (answer === undefined) {
      const terms = anchor.terms.filter((one) => holds(one, { english: text }) !== false);
      answer = countAnswers(glossary, chinese, terms) >= anchor.count;
      answered.set(anchor, answer);
    }
    return answer;
  };
  return { text, anchors, chinese: textOf(chinese), isAnswered };
}

/**
 * Whether a Chinese text can be the translation of the whole English. In 95 % of paragraphs it has more than 0.28
 * characters per English one. A shorter one translates an older source, and what it lacks says nothing.
 */
export function isWhole({ text, chinese }: Source): boolean {
  return countHan(chinese) > 0 && (text.length < 60 || chinese.length > text.length * 0.25);
}

/** A rejected wording at its place in a prose, with its replacements. */
export interface Rejected {
  readonly place: ReportedSpan;
  readonly term: Term;
  readonly wrong: string;
  readonly answers: readonly string[];
  readonly fixes: readonly Fix[];
}

/** The rejected wordings of the wanted terms in a Chinese prose. */
export function rejectedIn(
  prose: Prose,
  { glossary, conformity, headings, style, wordBoundaries, wantSegmenter }: Context,
  isWanted: (term: Term) => boolean,
  source?: Source,
): Rejected[] {
  const matches = chineseMatches(glossary, prose);
  const isRejected = ({ term, rendering }: Sense) => rendering && !isApproved(rendering) && isWanted(term);
  if (!matches.some(({ senses }) => senses.some(isRejected))) return [];
  const boundaries = (text: string, from: number, to: number) => {
    const answer = isWordAt(wordBoundaries, text, from, to);
    if (answer === undefined) wantSegmenter();
    return answer;
  };
  const applies = (term: Term) => !source || term.source.length === 0 || source.anchors.has(term);
  const scene = { ...(source && { english: source.text }), ...(headings && { headings }) };
  let present: ReadonlySet<Rendering> | undefined;
  const lacks = (term: Term) => {
    if (!source?.anchors.has(term)) return false;
    present ??= renderingsIn(glossary, source.chinese);
    return !term.renderings.some((one) => isApproved(one) && present!.has(one));
  };
  // If the term is rendered every time, a wording that the pages use for something else means that here, too.
  const isStray = ({ term, rendering }: Rejection) =>
    source?.isAnswered(term) && conformity?.strays.has(rendering) === true;
  return forbiddenIn(matches, prose.text, boundaries, { applies, scene, lacks })
    .filter((one) => isWanted(one.term) && !isStray(one))
    .map(({ from, to, term, rendering, isWord }) => {
      const answers = answersTo(term, rendering);
      const place = {
        from,
        to,
        level: levelOf(term, rendering.status === 'deprecated' || !isWord || source?.isAnswered(term)),
      };
      const wrong = prose.text.slice(from, to);
      return { place, term, wrong, answers, fixes: replacements(prose.text, place, answers, { glossary, style }) };
    });
}

/** The level that the glossary sets, if any. A discouraged or doubtful wording is a hint. */
export function levelOf({ severity }: Term, isMild = false) {
  if (severity && severity !== 'off') return severity;
  return isMild ? 'hint' : undefined;
}

/** Calls `look` for each Chinese prose of some blocks, with a `report` that takes places of that prose. */
export function eachProse<Argument extends string>(
  blocks: readonly Block[],
  report: ProseContext<Argument>['report'],
  look: (prose: Prose, report: ProseContext<Argument>['report']) => void,
): void {
  for (const block of blocks) {
    for (const prose of block.leaf.prose) if (prose.classes & HAN) look(prose, inBlock(block, prose, report));
  }
}
