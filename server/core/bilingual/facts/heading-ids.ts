import type { Block } from '../../markdown/blocks.ts';
import { atomPieces, pieceReader } from './pieces.ts';

/** The ids that headings name themselves: `{#id}`, or a comment with it in MDX. */
export const headingIdsIn = pieceReader((leaf) =>
  atomPieces(leaf, ['placeholder'], (text) => /^\{(?:#|\/\*\s*#?)([\w.:-]+)(?:\s*\*\/|[^{}]*)\}$/.exec(text)?.[1]),
);

/** The id that a heading without an explicit one gets from its words. */
export function slugOf({ leaf }: Block): string {
  const words = leaf.source
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/^#+|[`*]/g, '')
    .trim()
    .toLowerCase();
  return words.replace(/[^\w\s-]/g, '').replace(/\s+/g, '-');
}
