// The package's main entry chooses a build at run time, so a bundle would contain the dictionary twice.
import { DictTokenizer, dicts, Segment } from 'segmentit/dist/cjs/segmentit.js';
import { PARTS } from '../lexicon/parts.ts';
import type { Segmenter } from './word-boundaries.ts';

/**
 * A segmenter with the full dictionary of segmentit and extra words. The dictionary is large, so load this module only
 * when needed. Extra words that are not all Han are ignored: other characters are boundaries anyway.
 */
export function createSegmenter(extraWords: readonly string[]): Segmenter {
  // segmentit's other modules join words that must stay apart here (稠密 + 的), or recognise names and dates.
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

/**
 * Which tags of the dictionary (segmentit's POSTAG) correspond to
 * which parts of speech. Everything that names a thing is a noun.
 */
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
 * The entries of the dictionary by their first UTF-16 unit. Parsing all of it takes a third of a second and about 90
 * MB, and a text only needs the words that start with its characters.
 */
function dictionary(): ReadonlyMap<number, readonly string[]> {
  if (entriesByUnit) return entriesByUnit;
  const found = new Map<number, string[]>();
  for (const dict of dicts) {
    // Neighbouring entries mostly share their first unit, so they are taken together.
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
/** That of a common word in segmentit's dictionary. */
const frequency = 1000;

/**
 * segmentit weighs all divisions of a text, whose number doubles every few characters. So it gets one window at a time.
 */
const window = 20;
/** The last words of a window may continue after it. */
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
