import { type Glossary, lazily } from '../../../glossary/glossary.ts';
import { findChinese, findEnglish, type Match } from '../../../glossary/match.ts';
import type { Term } from '../../../glossary/term.ts';
import type { Block } from '../../../markdown/blocks.ts';
import type { Prose } from '../../../markdown/prose.ts';
import { ATOM, classBefore } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import { skipBlanksBack } from '../../neighbours.ts';

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

/** A name in the English source: what it may mean, and where it stands first (offsets in the source). */
export interface Anchor {
  readonly terms: readonly Term[];
  /** As it is written there. */
  readonly name: string;
  readonly place: Span;
  /** It stands there otherwise than behind code, to which a translation need not add it: the `title` prop. */
  isNeeded: boolean;
}

/** The names in English blocks, by term. Senses that stand at one place share their anchor. */
export function anchorsIn(glossary: Glossary, blocks: readonly Block[]): ReadonlyMap<Term, Anchor> {
  const anchors = new Map<Term, Anchor>();
  for (const { leaf, from } of blocks) {
    for (const prose of leaf.prose) {
      for (const match of englishMatches(glossary, prose)) {
        const terms = match.senses.map(({ term }) => term);
        const isNeeded = !followsAtom(prose.text, match.from);
        const known = anchors.get(match.term);
        if (known) {
          known.isNeeded ||= isNeeded;
          continue;
        }
        const place = { from: from + prose.start(match.from), to: from + prose.end(match.to) };
        const anchor = { terms, name: prose.text.slice(match.from, match.to), place, isNeeded };
        for (const term of terms) if (!anchors.has(term)) anchors.set(term, anchor);
      }
    }
  }
  return anchors;
}

function followsAtom(text: string, at: number): boolean {
  return (classBefore(text, skipBlanksBack(text, at)) & ATOM) !== 0;
}

/** The prose of blocks as one text. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.flatMap(({ leaf }) => leaf.prose.map(({ text }) => text)).join('\n');
}
