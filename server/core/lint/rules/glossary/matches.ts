import { type Glossary, lazily } from '../../../glossary/glossary.ts';
import { findChinese, findEnglish, type Match } from '../../../glossary/match.ts';
import type { Term } from '../../../glossary/term.ts';
import type { Block } from '../../../markdown/blocks.ts';
import type { Prose } from '../../../markdown/prose.ts';
import type { Span } from '../../../text/span.ts';

/** The matches in a prose, which several rules ask for; kept as long as the prose and the glossary live. */
export const chineseMatches = remembered(findChinese);
export const englishMatches = remembered(findEnglish);

function remembered(find: (glossary: Glossary, text: string) => Match[]) {
  const memory = lazily(() => new WeakMap<Prose, readonly Match[]>());
  return (glossary: Glossary, prose: Prose): readonly Match[] => {
    const known = memory(glossary);
    let matches = known.get(prose);
    if (!matches) {
      matches = find(glossary, prose.text);
      known.set(prose, matches);
    }
    return matches;
  };
}

/** A name in the English source: what it may mean, how often it stands there, and where first (offsets in the source). */
export interface Anchor {
  readonly terms: readonly Term[];
  readonly place: Span;
  count: number;
}

/** The names in English blocks, by term. Senses that stand at one place share their anchor. */
export function anchorsIn(glossary: Glossary, blocks: readonly Block[]): ReadonlyMap<Term, Anchor> {
  const anchors = new Map<Term, Anchor>();
  for (const { leaf, from } of blocks) {
    for (const prose of leaf.prose) {
      for (const match of englishMatches(glossary, prose)) {
        const terms = match.senses.map(({ term }) => term);
        const known = anchors.get(match.term);
        if (known) {
          known.count++;
          continue;
        }
        const place = { from: from + prose.start(match.from), to: from + prose.end(match.to) };
        const anchor = { terms, place, count: 1 };
        for (const term of terms) if (!anchors.has(term)) anchors.set(term, anchor);
      }
    }
  }
  return anchors;
}

/** The prose of blocks as one text. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.flatMap(({ leaf }) => leaf.prose.map(({ text }) => text)).join('\n');
}
