import { type Glossary, lazily } from '../../../glossary/glossary.ts';
import { functionWords } from '../../../glossary/match/function-words.ts';
import { findChinese, findEnglish, type Match, type Sense } from '../../../glossary/match/match.ts';
import { isApproved, type Term } from '../../../glossary/term.ts';
import type { Block } from '../../../markdown/blocks.ts';
import type { Prose } from '../../../markdown/prose.ts';
import { ATOM, classBefore } from '../../../text/han.ts';
import type { Span } from '../../../text/span.ts';
import { skipBlanksBack } from '../../neighbours.ts';

/** The matches in a prose. Several rules need them, so they are cached with the prose and the glossary. */
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

/** A name in the English source: its possible terms and its first occurrence (offsets in the source). */
export interface Anchor {
  readonly terms: readonly Term[];
  /** As written in the source. */
  readonly name: string;
  readonly place: Span;
  /** How often it occurs. */
  count: number;
  /** It occurs at least once without code before it. After code (the `title` prop) a translation may drop it. */
  isNeeded: boolean;
  /**
   * It occurs at least once on its own, not as the head of a compound (a ref object), which a translation often drops.
   */
  isFree: boolean;
}

/** The names in English blocks, by term. Senses of the same occurrence share an anchor. */
export function anchorsIn(glossary: Glossary, blocks: readonly Block[]): ReadonlyMap<Term, Anchor> {
  const anchors = new Map<Term, Anchor>();
  for (const { leaf, from } of blocks) {
    for (const prose of leaf.prose) {
      for (const match of englishMatches(glossary, prose)) {
        const terms = match.senses.map(({ term }) => term);
        const isNeeded = !followsAtom(prose.text, match.from);
        const isFree = isNeeded && isByItself(prose.text, match);
        const known = anchors.get(match.term);
        if (known) {
          known.isNeeded ||= isNeeded;
          known.isFree ||= isFree;
          known.count++;
          continue;
        }
        const place = { from: from + prose.start(match.from), to: from + prose.end(match.to) };
        const anchor = { terms, name: prose.text.slice(match.from, match.to), place, count: 1, isNeeded, isFree };
        for (const term of terms) if (!anchors.has(term)) anchors.set(term, anchor);
      }
    }
  }
  return anchors;
}

/** How often a translation renders a name: with an approved rendering, or with the English if that stays. */
export function countAnswers(glossary: Glossary, blocks: readonly Block[], terms: readonly Term[]): number {
  const answers = ({ term, rendering }: Sense) =>
    terms.includes(term) && (rendering ? isApproved(rendering) : term.doNotTranslate);
  let count = 0;
  for (const { leaf } of blocks) {
    for (const prose of leaf.prose) {
      for (const { senses } of chineseMatches(glossary, prose)) if (senses.some(answers)) count++;
      for (const { senses } of englishMatches(glossary, prose)) if (senses.some(answers)) count++;
    }
  }
  return count;
}

function followsAtom(text: string, at: number): boolean {
  return (classBefore(text, skipBlanksBack(text, at)) & ATOM) !== 0;
}

/**
 * Whether a name stands on its own: it has several words, or it follows punctuation, an article or another small word.
 */
function isByItself(text: string, { from, to }: Match): boolean {
  if (/[\s-]/.test(text.slice(from, to))) return true;
  const before = /([\p{L}\p{N}'’]+)[\s-]+$/u.exec(text.slice(Math.max(0, from - 30), from));
  return !before || functionWords.has(before[1]!.toLowerCase());
}

export function textOf(blocks: readonly Block[]): string {
  return blocks.flatMap(({ leaf }) => leaf.prose.map(({ text }) => text)).join('\n');
}
