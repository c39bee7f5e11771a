import { countHan } from '../../text/han.ts';
import { isApproved, type Rendering, type Term } from '../term.ts';
import type { WordBoundaries } from '../word-boundaries.ts';
import type { Match } from './match.ts';
import { holds, type MatchContext } from './match-context.ts';

/** A wording that the glossary deprecates or forbids; `term` and `rendering` are those that do. */
export interface Rejection extends Match {
  readonly rendering: Rendering;
  /** Whether it begins and ends where words do. */
  readonly isWord: boolean;
}

/** What narrows the terms that are asked, and what widens the places. */
export interface Asked {
  /** Only these terms reject and approve, say those whose English stands in the source. */
  readonly applies?: (term: Term) => boolean;
  readonly scene?: MatchContext;
  /** The term is wanted here and has no approved rendering, so that its rejected ones count inside other words too. */
  readonly lacks?: (term: Term) => boolean;
}

/**
 * The wordings among the matches in a Chinese text that the glossary deprecates or forbids, each a word of its own (关注
 * in 关注点 is not one). Silent where `boundaries` cannot tell. A wording that some term approves which applies and may
 * hold here is no finding, and one whose conditions are in doubt rejects nothing.
 */
export function forbiddenIn(
  matches: readonly Match[],
  text: string,
  boundaries: WordBoundaries,
  { applies = () => true, scene = {}, lacks = () => false }: Asked = {},
): Rejection[] {
  const found: Rejection[] = [];
  const held = new Map<Term, boolean | undefined>();
  const isHeld = (term: Term) => {
    if (!term.when) return true;
    if (!held.has(term)) held.set(term, holds(term, scene));
    return held.get(term);
  };
  for (const match of matches) {
    if (match.senses.every(({ rendering }) => rendering && isApproved(rendering))) continue;
    const senses = match.senses.filter(({ term }) => applies(term) && isHeld(term) !== false);
    if (senses.some(({ rendering }) => rendering && isApproved(rendering))) continue;
    const rejecting = senses.filter(({ term }) => term.severity !== 'off' && isHeld(term));
    const sense = rejecting.find(({ rendering }) => rendering?.status === 'forbidden') ?? rejecting[0];
    if (!sense?.rendering) continue;
    const { from, to } = match;
    const isWord = boundaries(text, from, to);
    if (isWord || (isWord === false && countHan(sense.rendering.text) > 1 && lacks(sense.term))) {
      found.push({ from, to, term: sense.term, rendering: sense.rendering, senses, isWord });
    }
  }
  return found;
}
