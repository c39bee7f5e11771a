import { forbiddenIn } from '../../../glossary/forbidden.ts';
import type { Term } from '../../../glossary/term.ts';
import type { Block } from '../../../markdown/blocks.ts';
import type { Prose } from '../../../markdown/prose.ts';
import { HAN, LATIN } from '../../../text/han.ts';
import { inBlock } from '../../places.ts';
import type { Knowledge, ProseContext } from '../../rule.ts';
import { type Anchor, anchorsIn, chineseMatches, textOf } from './matches.ts';
import { answersTo, listed, replacements } from './replacement.ts';

type Arguments = 'wrong' | 'term' | 'right';
type Context = Knowledge & Pick<ProseContext<Arguments>, 'headings' | 'report' | 'wantWords'>;

/** The English that a prose translates, where it is known: only what it names is asked of the translation. */
export interface Source {
  readonly text: string;
  readonly anchors: ReadonlyMap<Term, Anchor>;
}

/** What English blocks say; undefined where they hold no prose, so that nothing is known of the source. */
export function sourceOf(glossary: Knowledge['glossary'], blocks: readonly Block[]): Source | undefined {
  if (!blocks.some(({ leaf }) => leaf.prose.some(({ classes }) => (classes & LATIN) !== 0))) return undefined;
  return { text: textOf(blocks), anchors: anchorsIn(glossary, blocks) };
}

/** Reports the rejected wordings of the wanted terms in a Chinese prose. */
export function reportRejected(
  prose: Prose,
  context: Context,
  isWanted: (term: Term) => boolean,
  source?: Source,
): void {
  const { glossary, headings, style, words, report, wantWords } = context;
  const matches = chineseMatches(glossary, prose);
  if (matches.length === 0) return;
  const boundaries = (text: string, from: number, to: number) => {
    const answer = words(text, from, to);
    if (answer === undefined) wantWords();
    return answer;
  };
  const applies = (term: Term) => !source || term.source.length === 0 || source.anchors.has(term);
  const scene = { ...(source && { english: source.text }), ...(headings && { headings }) };
  for (const { from, to, term, rendering } of forbiddenIn(matches, prose.text, boundaries, applies, scene)) {
    if (!isWanted(term)) continue;
    const answers = answersTo(term, rendering);
    report(
      { from, to, level: levelOf(term, rendering.status === 'deprecated') },
      { wrong: prose.text.slice(from, to), term: term.source[0] ?? answers[0] ?? '', right: listed(answers) },
      ...replacements(prose.text, from, to, answers, style),
    );
  }
}

/** The level that the glossary asks for, if it does; what it only discourages is a hint. */
export function levelOf({ severity }: Term, isMild = false) {
  if (severity && severity !== 'off') return severity;
  return isMild ? 'hint' : undefined;
}

/** Calls for each Chinese prose of some blocks, with a report whose places are those of the prose. */
export function eachProse<Argument extends string>(
  blocks: readonly Block[],
  report: ProseContext<Argument>['report'],
  look: (prose: Prose, report: ProseContext<Argument>['report']) => void,
): void {
  for (const block of blocks) {
    for (const prose of block.leaf.prose) if (prose.classes & HAN) look(prose, inBlock(block, prose, report));
  }
}
