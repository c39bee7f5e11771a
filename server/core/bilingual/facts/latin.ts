import type { Block } from '../../markdown/blocks.ts';

/** All words in Latin letters on a page, in lower case: in prose, code, names and link targets. */
export function readableWords(blocks: readonly Block[]): Set<string> {
  const words = new Set<string>();
  for (const { leaf } of blocks) for (const [word] of leaf.source.matchAll(/[A-Za-z]+/g)) words.add(word.toLowerCase());
  return words;
}
