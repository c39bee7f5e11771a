import type { TextPair } from '../../glossary/match/conformity.ts';
import type { Block } from '../../markdown/blocks.ts';
import type { Comparison } from '../state/compare.ts';

/** The prose of a page next to that of its source, block by block, where both have some. */
export function alignedTexts({ pairs }: Comparison): TextPair[] {
  return pairs
    .filter(({ state }) => state === 'aligned')
    .map(({ blocks }) => ({ english: proseOf(blocks.english), chinese: proseOf(blocks.chinese) }))
    .filter(({ english, chinese }) => english !== '' && chinese !== '');
}

function proseOf(blocks: readonly Block[]): string {
  return blocks.flatMap(({ leaf }) => leaf.prose.map(({ text }) => text)).join('\n');
}
