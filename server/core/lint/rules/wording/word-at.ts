import type { WordBoundaries } from '../../../glossary/word-boundaries.ts';

/**
 * Whether [from, to) begins and ends where words do. The segmenter is shown a stretch of a very long sentence only, the
 * same one for neighbouring places, so that many candidates in one sentence cost no more than the sentence.
 */
export function isWordAt(words: WordBoundaries, text: string, from: number, to: number): boolean | undefined {
  const start = Math.max(0, Math.floor(from / stretch) * stretch - margin);
  return words(text.slice(start, start + stretch + 2 * margin), from - start, to - start);
}

const stretch = 200;
const margin = 50;
