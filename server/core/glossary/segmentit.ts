// The package's own entry picks a build at run time, so that a bundle would hold the dictionary twice.
import { DictTokenizer, dicts, Segment } from 'segmentit/dist/cjs/segmentit.js';
import type { Segmenter } from './words.ts';

/**
 * A segmenter over the full dictionary of segmentit and words of one's own. Takes a fifth of a second and some 90 MB, so
 * load this module only when it is needed. Words that are not all Han are ignored: other characters are boundaries anyway.
 */
export function createSegmenter(extraWords: readonly string[]): Segmenter {
  // The other modules join words that must stay apart here (稠密 + 的) or tell names and dates.
  const segment = new Segment().use([DictTokenizer]).loadDict(dicts);
  const known = segment.getDict('TABLE');
  const own = extraWords.filter((word) => /^\p{Script=Han}{2,}$/u.test(word) && !Object.hasOwn(known, word));
  segment.loadDict(own.map((word) => `${word}|${noun}|${frequency}`).join('\n'));
  return (sentence) =>
    (sentence.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []).flatMap((run) =>
      /^\p{Script=Han}/u.test(run) ? segmentRun(segment, run) : [run],
    );
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
