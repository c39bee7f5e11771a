import type { WordBoundaries } from '../../../glossary/word-boundaries.ts';

/**
 * Whether [from, to) starts and ends at word boundaries. For a very long sentence the segmenter only gets a part, the
 * same one for nearby places, so that many candidates in a sentence cost no more than the sentence.
 */
export function isWordAt(words: WordBoundaries, text: string, from: number, to: number): boolean | undefined {
  const start = Math.max(0, Math.floor(from / stretch) * stretch - margin);
  return words(text.slice(start, start + stretch + 2 * margin), from - start, to - start);
}

const stretch = 200;
const margin = 50;
