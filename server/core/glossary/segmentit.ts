// The package's own entry picks a build at run time, so that a bundle would hold the dictionary twice.
import { DictTokenizer, dicts, Segment } from 'segmentit/dist/cjs/segmentit.js';
import { PARTS } from '../lexicon/parts.ts';
import type { Segmenter } from './word-boundaries.ts';

/**
 * A segmenter over the full dictionary of segmentit and words of one's own. The dictionary is a large text, so load this
 * module only when it is needed. Words that are not all Han are ignored: other characters are boundaries anyway.
 */
export function createSegmenter(extraWords: readonly string[]): Segmenter {
  // The other modules join words that must stay apart here (稠密 + 的) or tell names and dates.
  const segment = new Segment().use([DictTokenizer]).loadDict('');
  const known = segment.getDict('TABLE');
  const loaded = new Set<number>();
  const load = (text: string) => {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (loaded.has(unit)) continue;
      loaded.add(unit);
      for (const entries of dictionary().get(unit) ?? []) segment.loadDict(entries);
    }
  };
  const own = extraWords.filter((word) => {
    if (!/^\p{Script=Han}{2,}$/u.test(word)) return false;
    load(word[0]!);
    return !Object.hasOwn(known, word);
  });
  segment.loadDict(own.map((word) => `${word}|${noun}|${frequency}`).join('\n'));
  const divide = (sentence: string) =>
    (sentence.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []).flatMap((run) => {
      if (!/^\p{Script=Han}/u.test(run)) return [run];
      load(run);
      return segmentRun(segment, run);
    });
  return Object.assign(divide, {
    partsOf: (word: string) => partsOfTag(Object.hasOwn(known, word) ? known[word]!.p : 0),
  });
}

/** The parts of speech of the dictionary (POSTAG of segmentit) that patterns ask for; all that name things are nouns. */
const TAGS: readonly (readonly [tag: number, parts: number])[] = [
  [0x40000000, PARTS.adjective],
  [0x20000000, PARTS.adjective],
  [0x10000000, PARTS.conjunction],
  [0x08000000, PARTS.adverb],
  [0x02000000, PARTS.localizer],
  [0x00400000, PARTS.numeral],
  [0x00100000, PARTS.noun],
  [0x00040000, PARTS.preposition],
  [0x00020000, PARTS.measure],
  [0x00010000, PARTS.pronoun],
  [0x00004000, PARTS.noun],
  [0x00002000, PARTS.particle],
  [0x00001000, PARTS.verb],
];

function partsOfTag(tag: number): number {
  return TAGS.reduce((parts, [bit, part]) => (tag & bit ? parts | part : parts), 0);
}

let entriesByUnit: ReadonlyMap<number, readonly string[]> | undefined;

/**
 * The entries of the dictionary by the unit that their words begin with. To read all of it takes a third of a second and
 * some 90 MB; what a text needs are the words that begin with its characters.
 */
function dictionary(): ReadonlyMap<number, readonly string[]> {
  if (entriesByUnit) return entriesByUnit;
  const found = new Map<number, string[]>();
  for (const dict of dicts) {
    // Neighbours mostly begin alike, and are taken together.
    let from = dict.startsWith('\ufeff') ? 1 : 0;
    let unit = dict.charCodeAt(from);
    const take = (to: number) => {
      const list = found.get(unit);
      if (list) list.push(dict.slice(from, to));
      else found.set(unit, [dict.slice(from, to)]);
    };
    for (let end = dict.indexOf('\n'); end >= 0; end = dict.indexOf('\n', end + 1)) {
      const next = dict.charCodeAt(end + 1);
      if (next === unit) continue;
      take(end);
      from = end + 1;
      unit = next;
    }
    take(dict.length);
  }
  entriesByUnit = found;
  return found;
}

const noun = 0x100000;
/** Of a common word in the dictionary of segmentit. */
const frequency = 1000;

/** segmentit weighs every way to divide a text, which doubles every few characters: it is shown a window at a time. */
const window = 20;
/** The last words of a window could go on beyond it. */
const uncertain = 6;

function segmentRun(segment: Segment, run: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < run.length; ) {
    const piece = run.slice(at, at + window);
    const isLast = at + window >= run.length;
    let used = 0;
    for (const word of segment.doSegment(piece, { simple: true })) {
      if (!isLast && used > 0 && used + word.length > window - uncertain) break;
      words.push(word);
      used += word.length;
    }
    at += used || piece.length;
  }
  return words;
}
