import type { Piece } from '../../../bilingual/facts/pieces.ts';
import type { BlockPair } from '../../../bilingual/state/compare.ts';
import type { Block } from '../../../markdown/blocks.ts';
import type { Prose } from '../../../markdown/prose.ts';
import type { Bilingual } from '../../../text/bilingual.ts';
import type { Span } from '../../../text/span.ts';
import type { PairContext } from '../../rule.ts';

/** Whether a pair has a text and its translation to compare. */
export function isTranslated({ blocks, state }: BlockPair): boolean {
  return state === 'aligned' && blocks.chinese.length > 0 && blocks.english.length > 0;
}

/** Message arguments: what one side has, or that it has nothing. */
export const being = (text: string): Bilingual => ({ en: text, zh: `是 ${text}` });
export const nothing: Bilingual = { en: 'nothing', zh: '没有' };

/** The first line of a block, to report something that is missing from it. */
export function firstLine([block]: readonly Block[]): Span {
  const { from, leaf } = block!;
  const end = leaf.source.search(/[\r\n]/);
  return { from, to: from + (end < 0 ? leaf.source.length : end) };
}

/**
 * Reports each piece that the translation lost. If it has equally many alien pieces, each report is on one of them with
 * a fix to replace it; otherwise on the first line.
 */
export function reportLost(
  report: PairContext<'expected' | 'found'>['report'],
  chinese: readonly Block[],
  lost: readonly Piece[],
  alien: readonly Piece[],
): void {
  for (const [at, { from, to, text }] of lost.entries()) {
    const english = { from, to };
    const other = alien.length === lost.length ? alien[at] : undefined;
    if (!other) {
      report({ ...firstLine(chinese), english }, { expected: being(text), found: nothing });
      continue;
    }
    const span = { from: other.from, to: other.to };
    const fix = { edits: [{ ...span, insert: text }], changesMarkup: true as const };
    report({ ...span, english }, { expected: being(text), found: being(other.text) }, fix);
  }
}

/** Every prose of the blocks, with the offset of its block in the page. */
export function proseOf(blocks: readonly Block[]): { prose: Prose; offset: number }[] {
  return blocks.flatMap(({ leaf, from }) => leaf.prose.map((prose) => ({ prose, offset: from })));
}

/** Converts a span of places in a prose to offsets in the page. */
export function inPage({ prose, offset }: { prose: Prose; offset: number }, { from, to }: Span): Span {
  return { from: offset + prose.start(from), to: offset + prose.end(to) };
}

/** What a block says without URLs: its prose and the text in code, formulas, tags and image descriptions. */
export function readableText(blocks: readonly Block[]): string {
  return proseOf(blocks)
    .map(({ prose }) => {
      const atoms = prose.atoms.filter(({ kind }) => kind !== 'url');
      return [prose.text, ...atoms.map(({ kind, from, to }) => shown(kind, prose.source.slice(from, to)))].join(' ');
    })
    .join('\n');
}

function shown(kind: string, source: string): string {
  return kind === 'image' ? (/^!\[([^\]]*)\]/.exec(source)?.[1] ?? '') : source;
}
