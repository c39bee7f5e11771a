import { countHan } from '../../text/han.ts';
import { isApproved, type Rendering, type Term } from '../term.ts';
import type { WordBoundaries } from '../word-boundaries.ts';
import type { Match } from './match.ts';
import { holds, type MatchContext } from './match-context.ts';

/** A wording that the glossary deprecates or forbids, with the term and rendering that do so. */
export interface Rejection extends Match {
  readonly rendering: Rendering;
  /** Whether it starts and ends at word boundaries. */
  readonly isWord: boolean;
}

/** Options that narrow the terms, or widen the places. */
export interface Asked {
  /** Only these terms reject and approve, for example those whose English occurs in the source. */
  readonly applies?: (term: Term) => boolean;
  readonly scene?: MatchContext;
  /**
   * Whether a term is expected here but has no approved rendering.
   * Then its rejected ones count inside other words, too.
   */
  readonly lacks?: (term: Term) => boolean;
}

/**
 * Finds the wordings among the matches of a Chinese text that the glossary rejects. Each must be a word of its own: 关注
 * in 关注点 is not. If `boundaries` cannot tell, nothing is found. A wording that an applicable term approves is not found
 * either, and a term whose conditions are unclear rejects nothing.
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
