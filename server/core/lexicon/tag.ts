import { BLANK, classAt, HAN, lengthAt } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import { beginning, maskOf, partsOf, type Step } from './lexicon.ts';
import { PARTS } from './parts.ts';

/**
 * A word of a clause, with its place in the text (UTF-16). The edges of a clause are words of no
 * length whose text is the mark that stands there, or nothing at the edges of the prose.
 */
export interface Word extends Span {
  readonly text: string;
  /** Bits of PARTS. */
  readonly parts: number;
}

/** Divides Chinese text into words, as long as there is a segmenter. */
export interface Divider {
  /** The words of a run of Han; joined again they are as long as the run. `undefined` when there is no segmenter. */
  divide(run: string): readonly string[] | undefined;
  /** What the dictionary of the segmenter says of a word, as bits of PARTS; 0 for a word that it does not know. */
  dictionaryParts(word: string): number;
}

/**
 * The words of the clause around a place of prose, with their parts of speech. A clause goes from one mark that divides
 * sentences to the next; of a long one only what lies near is looked at, and then it has no edge there. Without a divider
 * only the words of the lexicon are known, and all else are nouns: cheap, and good for a first look. `undefined` when the
 * divider has no segmenter.
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

/** Dots in a row are an ellipsis; one may stand inside of a name. */
function dividesAt(text: string, at: number): boolean {
  return DIVIDES.has(text.charCodeAt(at)) || (text[at] === '.' && text[at + 1] === '.');
}

function codes(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)));
}

const REACH = 24;
const DIVIDES = codes('，。；：！？,;:!?\n\r\u2028\u2029…—（）()“”"「」《》【】[]');
/** Behind what stands in brackets or quotation marks the clause goes on. */
const STARTS = codes('，。；：！？,;:!?\n\r\u2028\u2029…（(');
const ENDS = codes('，。；：！？,;:!?\n\r\u2028\u2029…）)');

/**
 * The cheapest way to cover a run of Han with words of the lexicon and words that the segmenter found: as few as can be,
 * and those of the lexicon before others. The dictionary knows phrases (解决问题) and cuts some words apart (能带|来).
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

/** Words of the lexicon that the dictionary takes for one: 很快, 让我们, 解决问题; but 开发者 is one. */
function isPhrase(text: string, known: number): boolean {
  // The lexicon has all words of the closed classes: other pronouns are mistaken, 本会 in 新版本会.
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

/** What a word costs: one of the lexicon, one that the dictionary knows, and a character of which nothing is known. */
const OWN = 10;
const KNOWN = 14;
const UNKNOWN = 25;
/** A character that is a word of grammar is one in most places; others are mostly parts of words: 端, 点. */
const SINGLE = 13;
/** Without a dictionary two characters are taken for a word, unless one of them hardly ever is a part of one. */
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
