import { type Block, blocksOf } from '../../markdown/blocks.ts';
import type { Markdown } from '../../markdown/parse.ts';
import type { Span } from '../../text/span.ts';
import { align } from '../align/align.ts';
import type { Bead } from '../align/bead.ts';
import { lengthOf } from '../align/cost.ts';
import { scaleOf } from '../align/scale.ts';
import { isContent } from '../facts/content.ts';
import { isUntranslated } from './untranslated.ts';

/** A Chinese page next to its English source. */
export interface Comparison {
  /** In the order of the Chinese page. Missing blocks are where they belong. */
  readonly pairs: readonly BlockPair[];
  /** The ratio of English to Chinese, relative to the usual one: above 1 for a terse translator. */
  readonly scale: number;
  /** Runs of blocks, often whole sections, whose translation is elsewhere. Both places are given. */
  readonly moves: readonly Move[];
}

export interface Move {
  readonly chinese: Span;
  readonly english: Span;
}

/** A text and its translation, as spans of their pages (UTF-16 offsets). A missing side is undefined. */
export interface BlockPair {
  readonly chinese?: Span;
  readonly english?: Span;
  readonly state: PairState;
  /** The other place of a moved block. */
  readonly counterpart?: Span;
  /** The blocks of both sides; for a moved block at each of its two places. */
  readonly blocks: { readonly chinese: readonly Block[]; readonly english: readonly Block[] };
}

/**
 * `missing`: the English has no translation. `extra`: the Chinese has no source. `untranslated`: the prose is still in
 * English. `moved`: the other side is elsewhere; each of the two places has a pair.
 */
export type PairState = 'aligned' | 'missing' | 'extra' | 'untranslated' | 'moved';

export function compare(chinese: Markdown, english: Markdown): Comparison {
  const left = blocksOf(chinese);
  const right = blocksOf(english);
  const beads = align(left, right);
  const pairs = beads.flatMap((bead) => pairOf(bead, left, right) ?? []);
  return { pairs, scale: scaleOf(pairs.flatMap(lengthsOf)), moves: movesOf(beads, left, right) };
}

function lengthsOf({ blocks: { chinese, english }, state }: BlockPair): [number, number][] {
  const [left, right] = [chinese[0], english[0]];
  const isCertain = state === 'aligned' && left && right && chinese.length === 1 && english.length === 1;
  return isCertain ? [[lengthOf(left.leaf), lengthOf(right.leaf)]] : [];
}

function pairOf(bead: Bead, left: readonly Block[], right: readonly Block[]): BlockPair | undefined {
  const chinese = bead.chinese.map((index) => left[index]!);
  const english = bead.english.map((index) => right[index]!);
  const blocks = { chinese, english };
  if (bead.moved && ![...chinese, ...english].some(isContent)) return undefined;
  if (bead.moved && chinese.length > 0) {
    const there = bead.moved.map((index) => right[index]!);
    const counterpart = spanOf(there);
    return { chinese: spanOf(chinese), state: 'moved', counterpart, blocks: { chinese, english: there } };
  }
  if (bead.moved) {
    const there = bead.moved.map((index) => left[index]!);
    return {
      english: spanOf(english),
      state: 'moved',
      counterpart: spanOf(there),
      blocks: { chinese: there, english },
    };
  }
  if (chinese.length === 0)
    return english.some(isContent) ? { english: spanOf(english), state: 'missing', blocks } : undefined;
  if (english.length === 0)
    return chinese.some(isOwnContent) ? { chinese: spanOf(chinese), state: 'extra', blocks } : undefined;
  const untranslated = chinese.length === 1 && english.length === 1 && isUntranslated(chinese[0]!, english[0]!);
  const state = untranslated ? 'untranslated' : 'aligned';
  return { chinese: spanOf(chinese), english: spanOf(english), state, blocks };
}

// Front matter may say which revision a page was translated from. That does not exist in the source.
function isOwnContent(block: Block): boolean {
  return isContent(block) && block.leaf.kind !== 'frontMatter';
}

// Groups moved blocks that are adjacent, or nearly, on both sides. A run of bare tags or imports is not
// a move that a reader would see.
function movesOf(beads: readonly Bead[], left: readonly Block[], right: readonly Block[]): Move[] {
  const runs: { move: Move; isShown: boolean }[] = [];
  let [chinese, english] = [-2, -2];
  for (const { chinese: here, moved: there } of beads) {
    if (here[0] === undefined || !there) continue;
    const move = { chinese: spanOf([left[here[0]]!]), english: spanOf(there.map((index) => right[index]!)) };
    const isShown = isContent(left[here[0]]!);
    const before = runs.at(-1);
    const follows = here[0] - chinese <= NEAR && there[0]! >= english && there[0]! - english <= NEAR;
    if (before && follows) {
      before.move = {
        chinese: around(before.move.chinese, move.chinese),
        english: around(before.move.english, move.english),
      };
      before.isShown ||= isShown;
    } else runs.push({ move, isShown });
    [chinese, english] = [here[0], there.at(-1)!];
  }
  return runs.filter(({ isShown }) => isShown).map(({ move }) => move);
}

const NEAR = 2;

function around(a: Span, b: Span): Span {
  return { from: a.from, to: b.to };
}

function spanOf(blocks: readonly Block[]): Span {
  return { from: blocks[0]!.from, to: blocks.at(-1)!.to };
}
