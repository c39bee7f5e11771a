import type { Glossary } from './glossary.ts';
import { findChinese, type Match } from './match.ts';
import { isApproved, type Term } from './term.ts';
import type { WordBoundaries } from './words.ts';

/**
 * The wordings in a Chinese text that the glossary deprecates or forbids, each a word of its own (关注 in 关注点 is not
 * one). Silent where `boundaries` cannot tell. `applies` limits the terms that are asked, say to those whose English stands
 * in the source; a wording that some such term approves is no finding. The match's first sense is the one that rejects it.
 */
export function forbiddenIn(
  glossary: Glossary,
  text: string,
  boundaries: WordBoundaries,
  applies: (term: Term) => boolean = () => true,
): Match[] {
  const found: Match[] = [];
  for (const match of findChinese(glossary, text)) {
    const senses = match.senses.filter(({ term }) => applies(term));
    const [sense] = senses;
    if (!sense || senses.some(({ rendering }) => rendering && isApproved(rendering))) continue;
    if (boundaries(text, match.from, match.to) !== true) continue;
    found.push({ from: match.from, to: match.to, ...sense, senses });
  }
  return found;
}
