import { type Block, blocksOf } from '../markdown/blocks.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Span } from '../text/span.ts';
import { align, type Bead } from './align.ts';
import { isContent } from './content.ts';
import { lengthOf } from './cost.ts';
import { scaleOf } from './scale.ts';
import { isUntranslated } from './untranslated.ts';

/** A Chinese page beside its English source. */
export interface Comparison {
  /** In the order of the Chinese page; what is missing there stands where it belongs. */
  readonly pairs: readonly Pair[];
  /** How much longer the English is than usual beside such Chinese: above 1 for a terse translator. */
  readonly scale: number;
}

/** Text and its translation, as spans of either page (UTF-16 offsets). A side that has none is undefined. */
export interface Pair {
  readonly chinese?: Span;
  readonly english?: Span;
  readonly state: PairState;
  readonly blocks: { readonly chinese: readonly Block[]; readonly english: readonly Block[] };
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
  const pairs = align(left, right).flatMap((bead) => pairOf(bead, left, right) ?? []);
  return { pairs, scale: scaleOf(pairs.flatMap(lengthsOf)) };
}

function lengthsOf({ blocks: { chinese, english }, state }: Pair): [number, number][] {
  const [left, right] = [chinese[0], english[0]];
  const isCertain = state === 'aligned' && left && right && chinese.length === 1 && english.length === 1;
  return isCertain ? [[lengthOf(left.leaf), lengthOf(right.leaf)]] : [];
}

function pairOf(bead: Bead, left: readonly Block[], right: readonly Block[]): Pair | undefined {
  const chinese = bead.chinese.map((index) => left[index]!);
  const english = bead.english.map((index) => right[index]!);
  const blocks = { chinese, english };
  if (chinese.length === 0)
    return english.some(isContent) ? { english: spanOf(english), state: 'missing', blocks } : undefined;
  if (english.length === 0)
    return chinese.some(isContent) ? { chinese: spanOf(chinese), state: 'extra', blocks } : undefined;
  const untranslated = chinese.length === 1 && english.length === 1 && isUntranslated(chinese[0]!, english[0]!);
  const state = untranslated ? 'untranslated' : 'aligned';
  return { chinese: spanOf(chinese), english: spanOf(english), state, blocks };
}

function spanOf(blocks: readonly Block[]): Span {
  return { from: blocks[0]!.from, to: blocks.at(-1)!.to };
}
