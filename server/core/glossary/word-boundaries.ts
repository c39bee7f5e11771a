import type { Divider } from '../lexicon/tag.ts';
import { classAt, classBefore, countHan, HAN, lengthAt, lengthBefore } from '../text/han.ts';
import { simplified } from './match/fold.ts';

/** Divides Chinese text into words; joined, they give the text. Slow to create and to run, so use it sparingly. */
export interface Segmenter {
  (sentence: string): readonly string[];
  /** The parts of speech of a word in its dictionary, as bits of the lexicon's PARTS; 0 if it is not there. */
  readonly partsOf?: (word: string) => number;
}

/**
 * Whether the candidate at [from, to) (UTF-16) starts and ends at word boundaries: 类 does in 一个类, not in 类似. Undefined
 * if only a segmenter could tell and none is loaded.
 */
export type WordBoundaries = (text: string, from: number, to: number) => boolean | undefined;

/** Finds word boundaries, and the words of a text with their parts of speech. */
export type Segmentation = WordBoundaries & Divider;

/** Word boundaries from a segmenter. Recent runs of Han are cached. */
export function createWordBoundaries(segmenter: Segmenter | undefined): Segmentation {
  const memo = new Map<string, Divided>();
  const remembered = (sentence: string): Divided => {
    let divided = memo.get(sentence);
    if (!divided) {
      const words = segmenter!(simplified(sentence));
      divided = { words, cuts: cutsOf(words) };
      if (memo.size >= mostSentences) memo.delete(memo.keys().next().value!);
    } else memo.delete(sentence);
    memo.set(sentence, divided);
    return divided;
  };
  const cutsIn = segmenter && ((sentence: string) => remembered(sentence).cuts);
  return Object.assign((text: string, from: number, to: number) => confirm(cutsIn, text, from, to), {
    divide: (run: string) => segmenter && remembered(run).words,
    dictionaryParts: (word: string) => segmenter?.partsOf?.(word) ?? 0,
  });
}

interface Divided {
  readonly words: readonly string[];
  readonly cuts: ReadonlySet<number>;
}

/** Answers {@link WordBoundaries} for a single candidate, without a cache. */
export function confirmsBoundary(
  segmenter: Segmenter | undefined,
  text: string,
  from: number,
  to: number,
): boolean | undefined {
  return confirm(segmenter && ((sentence) => cutsOf(segmenter(simplified(sentence)))), text, from, to);
}

const mostSentences = 1000;
/** Longer wordings are hardly ever part of another word. */
const longestAmbiguous = 3;

function confirm(
  cutsIn: ((sentence: string) => ReadonlySet<number>) | undefined,
  text: string,
  from: number,
  to: number,
): boolean | undefined {
  const left = (classBefore(text, from) & classAt(text, from) & HAN) !== 0;
  const right = (classBefore(text, to) & classAt(text, to) & HAN) !== 0;
  if (!left && !right) return true;
  if (countHan(text.slice(from, to)) > longestAmbiguous) return true;
  if (!cutsIn) return undefined;
  // Other characters separate words anyway, so the segmenter only needs the run of Han around the candidate.
  let start = from;
  while (classBefore(text, start) & HAN) start -= lengthBefore(text, start);
  let end = to;
  while (classAt(text, end) & HAN) end += lengthAt(text, end);
  const cuts = cutsIn(text.slice(start, end));
  return (!left || cuts.has(from - start)) && (!right || cuts.has(to - start));
}

/** Suffixes that form a new word with the one before, and are hardly ever words themselves. */
const SUFFIXES = new Set(['化', '性', '者', '率', '度', '器']);

function cutsOf(words: readonly string[]): ReadonlySet<number> {
  const cuts = new Set([0]);
  let at = 0;
  for (const word of words) {
    // 实例 in 实例化 is not a word of its own.
    if (SUFFIXES.has(word) && at > 0) cuts.delete(at);
    at += word.length;
    cuts.add(at);
  }
  return cuts;
}
