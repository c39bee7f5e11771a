import { type Block, blocksOf } from '../markdown/blocks.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Span } from '../text/span.ts';
import { align, type Bead } from './align.ts';
import { isContent } from './content.ts';
import { isUntranslated } from './untranslated.ts';

/** A Chinese page beside its English source. */
export interface Comparison {
  /** In the order of the Chinese page; what is missing there stands where it belongs. */
  readonly pairs: readonly Pair[];
}

/** Text and its translation, as spans of either page (UTF-16 offsets). A side that has none is undefined. */
export interface Pair {
  readonly chinese?: Span;
  readonly english?: Span;
  readonly state: PairState;
}

/**
 * `missing`: the English has no translation. `extra`: the Chinese has no source. `untranslated`: the same prose, still
 * in English.
 */
export type PairState = 'aligned' | 'missing' | 'extra' | 'untranslated';

/** Compares a translation with its source. */
export function compare(chinese: Markdown, english: Markdown): Comparison {
  const left = blocksOf(chinese);
  const right = blocksOf(english);
  return { pairs: align(left, right).flatMap((bead) => pairOf(bead, left, right) ?? []) };
}

function pairOf(bead: Bead, left: readonly Block[], right: readonly Block[]): Pair | undefined {
  const chinese = bead.chinese.map((index) => left[index]!);
  const english = bead.english.map((index) => right[index]!);
  if (chinese.length === 0) return english.some(isContent) ? { english: spanOf(english), state: 'missing' } : undefined;
  if (english.length === 0) return chinese.some(isContent) ? { chinese: spanOf(chinese), state: 'extra' } : undefined;
  const untranslated = chinese.length === 1 && english.length === 1 && isUntranslated(chinese[0]!, english[0]!);
  return { chinese: spanOf(chinese), english: spanOf(english), state: untranslated ? 'untranslated' : 'aligned' };
}

function spanOf(blocks: readonly Block[]): Span {
  return { from: blocks[0]!.from, to: blocks.at(-1)!.to };
}
