import { BLANK, classAt, HAN, lengthAt } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import { beginning, maskOf, partsOf, type Step } from './lexicon.ts';
import { PARTS } from './parts.ts';

/**
 * A word of a clause and its span in the text. The edges of a clause are words of length 0; their `text` is the mark
 * that stands there, or empty at the edges of the prose.
 */
export interface Word extends Span {
  readonly text: string;
  /** Bits of {@link PARTS}. */
  readonly parts: number;
}

/** Divides Chinese text into words, with the help of a segmenter. */
export interface Divider {
  /** The words of a run of Han; joined, they have its length. Undefined while no segmenter is loaded. */
  divide(run: string): readonly string[] | undefined;
  /** The parts of speech of a word in the segmenter's dictionary, as bits of {@link PARTS}; 0 if it is not there. */
  dictionaryParts(word: string): number;
}

/**
 * The words of the clause around an offset, with their parts of speech. Punctuation ends a
 * clause. The search stops at `REACH`; a clause that goes on there has no edge on that side.
 * Without a divider only our own words are known and everything else is a noun, which is cheap
 * and good enough for a first look. Undefined while the divider has no segmenter.
 */
export function clauseAt(text: string, place: number, divider: Divider): Word[] | undefined;
export function clauseAt(text: string, place: number): Word[];
export function clauseAt(text: string, place: number, divider?: Divider): Word[] | undefined {
  let from = place;
  while (from > 0 && place - from < REACH && !DIVIDES.has(text.charCodeAt(from - 1))) from--;
  let to = place;
  while (to < text.length && to - place < REACH && !dividesAt(text, to)) to++;
  const words: Word[] = [];
  if (from === 0 || STARTS.has(text.charCodeAt(from - 1)))
    words.push({ text: text[from - 1] ?? '', from, to: from, parts: PARTS.start });
  for (let at = from; at < to; ) {
    const classes = classAt(text, at);
    let end = at + lengthAt(text, at);
    if (classes & HAN) {
      while (end < to && classAt(text, end) & HAN) end += lengthAt(text, end);
      const run = text.slice(at, end);
      const divided = divider ? divider.divide(run) : [];
      if (!divided) return undefined;
      words.push(...taggedWords(run, divided, at, divider));
    } else if (text[at] === '、') words.push({ text: '、', from: at, to: end, parts: PARTS.conjunction });
    else if (!(classes & BLANK)) {
      while (end < to && text[end] !== '、' && !(classAt(text, end) & (HAN | BLANK))) end += lengthAt(text, end);
      const isNumber = /^[\d.,]+$/.test(text.slice(at, end));
      const parts = isNumber ? PARTS.numeral : PARTS.opaque | PARTS.noun;
      words.push({ text: text.slice(at, end), from: at, to: end, parts });
    }
    at = end;
  }
  if (to === text.length || ENDS.has(text.charCodeAt(to)) || text.startsWith('..', to))
    words.push({ text: text[to] ?? '', from: to, to, parts: PARTS.end });
  return words;
}

/** Two dots in a row are an ellipsis; a single one may be part of a name. */
function dividesAt(text: string, at: number): boolean {
  return DIVIDES.has(text.charCodeAt(at)) || (text[at] === '.' && text[at + 1] === '.');
}

function codes(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

const REACH = 24;
const DIVIDES = codes('，。；：！？,;:!?\n\r\u2028\u2029…—（）()“”"「」《》【】[]');
/** A clause continues after a closing bracket or quotation mark. */
const STARTS = codes('，。；：！？,;:!?\n\r\u2028\u2029…（(');
const ENDS = codes('，。；：！？,;:!?\n\r\u2028\u2029…）)');

/**
 * Covers a run of Han at the lowest cost with listed words and words of the segmenter: as few as possible, listed ones
 * first. The segmenter alone is not enough: its dictionary contains phrases (解决问题), and it splits some words (能带|来).
 */
function taggedWords(run: string, divided: readonly string[], start: number, divider?: Divider): Word[] {
  const costs = new Int32Array(run.length + 1).fill(UNREACHED, 1);
  const froms = new Int32Array(run.length + 1);
  const take = (from: number, to: number, cost: number) => {
    const sum = costs[from]! + cost;
    if (to > run.length || costs[to]! <= sum) return;
    costs[to] = sum;
    froms[to] = from;
  };
  const found = new Map<number, string>();
  let at = 0;
  for (const word of divided) {
    found.set(at, word);
    at += word.length;
  }
  for (let from = 0; from < run.length; from++) {
    if (costs[from] === UNREACHED) continue;
    let step: Step | undefined = beginning;
    for (let to = from + 1; to <= run.length; to++) {
      step = step.next.get(run.charCodeAt(to - 1));
      if (!step) break;
      const { parts } = step;
      if (parts) take(from, to, to - from === 1 && !(parts & GRAMMATICAL) ? SINGLE : OWN);
    }
    if (!divider && isUnknown(run, from)) take(from, Math.min(from + 2, run.length), GUESSED);
    const word = found.get(from);
    if (word && !isPhrase(word, divider!.dictionaryParts(word)))
      take(from, from + word.length, divider?.dictionaryParts(word) ? KNOWN : UNKNOWN * word.length);
    take(from, from + 1, UNKNOWN);
  }
  const words: Word[] = [];
  for (let to = run.length; to > 0; to = froms[to]!) {
    const text = run.slice(froms[to], to);
    const parts = partsOf(text) || divider?.dictionaryParts(text) || PARTS.noun;
    words.push({ text, from: start + froms[to]!, to: start + to, parts });
  }
  return words.reverse();
}

/** Whether a dictionary word is really several listed words: 很快, 让我们, 解决问题, but not 开发者. */
function isPhrase(text: string, known: number): boolean {
  // All words of the closed classes are listed, so any other “pronoun” of the dictionary is a mistake: 本会 in 新版本会.
  if (known & CLOSED) return true;
  for (let cut = 1; cut < text.length; cut++) {
    const first = partsOf(text.slice(0, cut));
    const second = partsOf(text.slice(cut));
    if (first & PARTS.degree && second & (PARTS.grade | PARTS.manner)) return true;
    if (text.length === 2 && text[0] === text[1] && first & GRAMMATICAL) return true;
    if (text.length > 2 && first && second && !(second & PARTS.suffix)) return true;
  }
  return false;
}

/** The costs of words: listed, in the dictionary only, and (per character) unknown. */
const OWN = 10;
const KNOWN = 14;
const UNKNOWN = 25;
/** One listed character that is not a function word. It is more often a part of a word: 端, 点. */
const SINGLE = 13;
/** Without a divider: two unknown characters that are taken for a word. */
const GUESSED = 24;
const CLOSED = maskOf(['pronoun', 'preposition', 'particle']);
const GRAMMATICAL = maskOf([
  'modal',
  'adverb',
  'preposition',
  'conjunction',
  'pronoun',
  'determiner',
  'particle',
  'aspect',
  'passive',
  'pivot',
  'degree',
  'grade',
]);
function isUnknown(run: string, at: number): boolean {
  const [first, second] = [run.charCodeAt(at), run.charCodeAt(at + 1)];
  if (isWord(first) && isWord(second)) return false;
  return !STANDS_ALONE.has(first) && !STANDS_ALONE.has(second);
}

function isWord(unit: number): boolean {
  return (beginning.next.get(unit)?.parts ?? 0) !== 0;
}

const UNREACHED = 0x7fffffff;
const STANDS_ALONE = codes('的地得了着过在把被将能会我你他她它们这那是不很更最就也都还和与或并而且让使请');
