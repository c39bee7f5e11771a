import type { BlockPair } from '../state/compare.ts';
import { keysOf } from './keys.ts';

/**
 * Whether the two pages of a comparison are a translation and its source at all: half of the blocks have a counterpart,
 * and half of those with code, links, numbers or Latin words share some with it.
 */
export function areRelated(pairs: readonly BlockPair[]): boolean {
  let blocks = 0;
  let matched = 0;
  let comparable = 0;
  let alike = 0;
  for (const {
    blocks: { chinese, english },
  } of pairs) {
    blocks += chinese.length + english.length;
    if (chinese.length === 0 || english.length === 0) continue;
    matched += chinese.length + english.length;
    const keys = chinese.flatMap(({ leaf }) => keysIn(leaf));
    if (keys.length === 0) continue;
    const others = new Set(english.flatMap(({ leaf }) => keysIn(leaf)));
    comparable++;
    if (keys.some((key) => others.has(key))) alike++;
  }
  if (blocks < FEWEST) return true;
  return matched * 2 >= blocks && (comparable < FEWEST || alike * 2 >= comparable);
}

/** Fewer blocks tell nothing. */
const FEWEST = 4;

function keysIn(leaf: Parameters<typeof keysOf>[0]): string[] {
  const { hard, soft } = keysOf(leaf);
  return [...hard, ...soft].filter((key) => !/^(?:tag|language|directive|label|picture) /.test(key));
}
