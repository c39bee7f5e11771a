import type { Divider } from '../lexicon/tag.ts';
import { classAt, classBefore, countHan, HAN, lengthAt, lengthBefore } from '../text/han.ts';
import { simplified } from './match/fold.ts';

/** Divides Chinese text into words; joined again, they are the text. Slow to make and to run, hence asked sparingly. */
export interface Segmenter {
  (sentence: string): readonly string[];
  /** What its dictionary says of a word, as bits of the lexicon's PARTS; 0 for a word that it does not know. */
  readonly partsOf?: (word: string) => number;
}

/**
 * Whether the candidate at [from, to) (UTF-16) begins and ends where words do: 类 does in 一个类, not in 类似.
 * `undefined` when only a segmenter could tell and there is none.
 */
export type WordBoundaries = (text: string, from: number, to: number) => boolean | undefined;

/** Tells where words begin and end, and what they are. */
export type Segmentation = WordBoundaries & Divider;

/** Word boundaries by a segmenter, which sees each run of Han once while the run is remembered. */
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

/** The answer of {@link WordBoundaries} for one candidate, without a memory. */
export function confirmsBoundary(
  segmenter: Segmenter | undefined,
  text: string,
  from: number,
  to: number,
): boolean | undefined {
  return confirm(segmenter && ((sentence) => cutsOf(segmenter(simplified(sentence)))), text, from, to);
}

const mostSentences = 1000;
/** A longer wording is hardly ever part of another word. */
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
  // What is not Han divides words anyway: the run of Han around the candidate is all that a segmenter has to see.
  let start = from;
  while (classBefore(text, start) & HAN) start -= lengthBefore(text, start);
  let end = to;
  while (classAt(text, end) & HAN) end += lengthAt(text, end);
  const cuts = cutsIn(text.slice(start, end));
  return (!left || cuts.has(from - start)) && (!right || cuts.has(to - start));
}

/** What makes another word of the one before, and is hardly ever a word itself. */
const SUFFIXES = new Set(['化', '性', '者', '率', '度', '器']);

function cutsOf(words: readonly string[]): ReadonlySet<number> {
  const cuts = new Set([0]);
  let at = 0;
  for (const word of words) {
    // 实例 in 实例化 is no word of its own.
    if (SUFFIXES.has(word) && at > 0) cuts.delete(at);
    at += word.length;
    cuts.add(at);
  }
  return cuts;
}
