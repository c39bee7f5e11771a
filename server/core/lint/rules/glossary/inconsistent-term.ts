import type { Glossary } from '../../../glossary/glossary.ts';
import { isApproved, type Rendering, type Term } from '../../../glossary/term.ts';
import type { Block } from '../../../markdown/blocks.ts';
import type { Prose } from '../../../markdown/prose.ts';
import { classAt, classBefore, FULL_CLOSE, FULL_OPEN, QUOTE } from '../../../text/han.ts';
import { inBlock } from '../../places.ts';
import { type DocumentContext, defineRule } from '../../rule.ts';
import { isWordAt } from '../wording/word-at.ts';
import { anchorsIn, chineseMatches } from './matches.ts';
import { levelOf } from './rejected.ts';
import { replacements } from './replacement.ts';

export default defineRule({
  id: 'inconsistent-term',
  group: 'glossary',
  level: 'hint',
  fix: 'suggest',
  needsTerms: true,
  title: { en: 'Several translations of one term on a page', zh: '同一页内一词多译' },
  why: {
    en: 'The glossary allows several translations of the term, but one page should use one: readers take two words for two things. The one that the page uses most is offered. Translations that the glossary ties to a condition are not checked.',
    zh: '术语表允许该术语有几种译法，但同一页内应当统一，否则读者会以为是两回事。以本页用得最多的一种为准。术语表注明了使用条件的译法不作检查。',
  },
  message: {
    en: 'This page mostly translates “{term}” as “{right}”, but here as “{wrong}”. Use one of them.',
    zh: '本页多将“{term}”译为“{right}”，此处却译为“{wrong}”，应当统一。',
  },
  exampleGlossary: 'en,zh\nnamespace,名字空间/命名空间\nbreaking,"""非兼容""或""不兼容"""',
  examples: [
    ['名字空间里有名字空间。\n\n命名空间不同。', '名字空间里有名字空间。\n\n名字空间不同。'],
    '名字空间里有名字空间。',
    '名字空间，又称命名空间，即名字空间。',
    '名字空间（命名空间）与名字空间。',
    '名字空间与`命名空间`与名字空间。',
  ],
  translatedExamples: [
    {
      english: 'A namespace in a namespace.\n\nThe namespace differs.\n',
      chinese: ['名字空间里有名字空间。\n\n命名空间不同。\n', '名字空间里有名字空间。\n\n名字空间不同。\n'],
    },
    {
      english: 'A namespace in a namespace.\n\nThe space of names differs.\n',
      chinese: '名字空间里有名字空间。\n\n命名空间不同。\n',
    },
    {
      english: 'A namespace in a namespace.\n\nA namespace has room for names.\n',
      chinese: '名字空间里有名字空间。\n\n名字空间有命名空间。\n',
    },
  ],
  document({ blocks }, context) {
    if (!context.glossary.terms.some(hasSeveral)) return;
    reportOthers(usesIn(blocks, context.glossary), context);
  },
  translation({ comparison }, context) {
    const { glossary } = context;
    if (!glossary.terms.some(hasSeveral)) return;
    const uses = new Map<Term, Use[]>();
    for (const { blocks } of comparison.pairs) {
      const anchors = anchorsIn(glossary, blocks.english);
      for (const [term, own] of usesIn(blocks.chinese, glossary)) {
        // If it occurs more often than in the source, some occurrences are another word: 应用 for “apply”.
        if (own.length <= (anchors.get(term)?.count ?? 0)) append(uses, term, own);
      }
    }
    reportOthers(uses, context);
  },
});

type Uses = Map<Term, Use[]>;

function append(uses: Uses, term: Term, more: readonly Use[]): void {
  const known = uses.get(term) ?? [];
  for (const use of more) known.push(use);
  uses.set(term, known);
}

function usesIn(blocks: readonly Block[], glossary: Glossary): Uses {
  const uses: Uses = new Map();
  for (const block of blocks) {
    for (const prose of block.leaf.prose) {
      for (const { from, to, senses } of chineseMatches(glossary, prose)) {
        const [{ term, rendering }] = senses as [{ term: Term; rendering: Rendering }];
        // A wording that several terms share says nothing about any of them.
        if (senses.some((one) => one.term !== term) || !isApproved(rendering) || !hasSeveral(term)) continue;
        append(uses, term, [{ block, prose, from, to, rendering }]);
      }
    }
  }
  return uses;
}

type Context = Pick<
  DocumentContext<'term' | 'right' | 'wrong'>,
  'glossary' | 'style' | 'wordBoundaries' | 'report' | 'wantSegmenter'
>;

function reportOthers(uses: Uses, { glossary, style, wordBoundaries, report, wantSegmenter }: Context): void {
  for (const [term, all] of uses) {
    const usual = commonest(term, all);
    if (!usual) continue;
    for (const { block, prose, from, to, rendering } of all) {
      if (rendering === usual || isAlias(prose.text, from, to)) continue;
      const isWord = isWordAt(wordBoundaries, prose.text, from, to);
      if (isWord === undefined) wantSegmenter();
      if (!isWord) continue;
      inBlock(block, prose, report)(
        { from, to, level: levelOf(term) },
        { term: term.source[0]!, right: usual.text, wrong: rendering.text },
        ...replacements(prose.text, { from, to }, [usual.text], { glossary, style }).map((fix) => ({
          ...fix,
          everywhere: { en: `Use “${usual.text}” everywhere on this page`, zh: `本页统一用“${usual.text}”` },
        })),
      );
    }
  }
}

interface Use {
  readonly block: Block;
  readonly prose: Prose;
  readonly from: number;
  readonly to: number;
  readonly rendering: Rendering;
}

/** Whether a term has several wordings for one meaning, with no condition or note that says when to use which. */
function hasSeveral({ renderings, when, note, source, severity }: Term): boolean {
  if (renderings.length < 2 || source.length === 0 || when || severity === 'off') return false;
  return renderings.filter(isApproved).length > 1 && !(note && CONDITIONAL.test(note));
}

const CONDITIONAL = /[译用作指]|场景|语境|情况|时|\b(?:when|if|as|for|only|in)\b/i;

/** The most frequent rendering; undefined if there is only one, or a tie. */
function commonest(term: Term, uses: readonly Use[]): Rendering | undefined {
  const counts = new Map<Rendering, number>();
  for (const { rendering } of uses) counts.set(rendering, (counts.get(rendering) ?? 0) + 1);
  if (counts.size < 2) return undefined;
  const sorted = [...counts].sort(
    (a, b) => b[1] - a[1] || term.renderings.indexOf(a[0]) - term.renderings.indexOf(b[0]),
  );
  return sorted[0]![0];
}

/** Whether the page is talking about the word: it is in brackets or quotation marks, or introduced as another name. */
function isAlias(text: string, from: number, to: number): boolean {
  const before = classBefore(text, from);
  const after = classAt(text, to);
  if (before & (FULL_OPEN | QUOTE) || after & (FULL_CLOSE | QUOTE) || '(['.includes(text[from - 1] ?? ' ')) return true;
  return ALIAS.test(text.slice(Math.max(0, from - 8), from));
}

const ALIAS = /(?:又|亦|也|或|即|旧)[称叫名作译]?[作为]?\s?$|称[为作之]\s?$|叫做?\s?$/;
