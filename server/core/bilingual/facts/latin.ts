import type { Block } from '../../markdown/blocks.ts';

/** The words in Latin letters (lower case) that a page holds anywhere: in prose, code, names and targets of links. */
export function readableWords(blocks: readonly Block[]): Set<string> {
  const words = new Set<string>();
  for (const { leaf } of blocks) for (const [word] of leaf.source.matchAll(/[A-Za-z]+/g)) words.add(word.toLowerCase());
  return words;
}
