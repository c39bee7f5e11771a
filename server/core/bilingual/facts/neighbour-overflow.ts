import { lengthOf } from '../align/cost.ts';
import type { BlockPair } from '../state/compare.ts';

/**
 * Whether the Chinese text next to a pair holds more than its English. Translators divide blocks differently, so what
 * this pair seems to lack may be there. `scale` is that of the comparison.
 */
export function neighbourOverflows(pairs: readonly BlockPair[], index: number, scale: number): boolean {
  return [-1, 1].some((step) => {
    for (let at = index + step; at >= 0 && at < pairs.length && Math.abs(at - index) <= NEAR; at += step) {
      const pair = pairs[at]!;
      const [chinese, english] = [lengthIn(pair.blocks.chinese) * scale, lengthIn(pair.blocks.english)];
      // Formulas, code and images may stand between parts of a sentence.
      if (chinese + english === 0 || (pair.state !== 'aligned' && pair.state !== 'extra')) continue;
      return pair.state === 'extra' || chinese - english > Math.max(LEAST, english * SHARE);
    }
    return false;
  });
}

const NEAR = 3;
/** How many characters of English are not a coincidence, and which share of the English they must be. */
const LEAST = 30;
const SHARE = 0.3;

function lengthIn(blocks: BlockPair['blocks']['chinese']): number {
  return blocks.reduce((sum, { leaf }) => sum + lengthOf(leaf), 0);
}
