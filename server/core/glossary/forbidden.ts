import type { Match } from './match.ts';
import { holds, type Scene } from './scene.ts';
import { isApproved, type Rendering, type Term } from './term.ts';
import type { WordBoundaries } from './words.ts';

/** A wording that the glossary deprecates or forbids; `term` and `rendering` are those that do. */
export interface Rejection extends Match {
  readonly rendering: Rendering;
}

/**
 * The wordings among the matches in a Chinese text that the glossary deprecates or forbids, each a word of its own (关注
 * in 关注点 is not one). Silent where `boundaries` cannot tell. `applies` limits the terms that are asked, say to those
 * whose English stands in the source. A wording that some term approves which applies and may hold here is no finding,
 * and one whose conditions are in doubt rejects nothing.
 */
export function forbiddenIn(
  matches: readonly Match[],
  text: string,
  boundaries: WordBoundaries,
  applies: (term: Term) => boolean = () => true,
  scene: Scene = {},
): Rejection[] {
  const found: Rejection[] = [];
  for (const match of matches) {
    if (match.senses.every(({ rendering }) => rendering && isApproved(rendering))) continue;
    const senses = match.senses.filter(({ term }) => applies(term) && holds(term, scene) !== false);
    if (senses.some(({ rendering }) => rendering && isApproved(rendering))) continue;
    const rejecting = senses.filter(({ term }) => term.severity !== 'off' && holds(term, scene));
    const sense = rejecting.find(({ rendering }) => rendering?.status === 'forbidden') ?? rejecting[0];
    if (!sense?.rendering || boundaries(text, match.from, match.to) !== true) continue;
    found.push({ from: match.from, to: match.to, term: sense.term, rendering: sense.rendering, senses });
  }
  return found;
}
