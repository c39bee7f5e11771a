import {
  maskOf,
  partsAt,
  partsBefore,
  partsOf,
  partsOfFirst,
  partsOfLast,
  startOfLast,
} from '../../../lexicon/lexicon.ts';

const HOW = maskOf(['manner', 'grade']);
const ACTION = maskOf(['verb', 'manner', 'adverb', 'preposition', 'passive', 'pivot']);

export interface Edges {
  /** Parts of speech of the words right before and after a particle that may be wrong there. */
  readonly before: number;
  readonly after: number;
}

export const edges: readonly { readonly wrong: string; readonly pairs: readonly Edges[] }[] = [
  {
    wrong: '的',
    pairs: [
      { before: HOW, after: ACTION },
      { before: maskOf(['verb']), after: maskOf(['degree', 'grade']) },
    ],
  },
  { wrong: '得', pairs: [{ before: HOW, after: ACTION }] },
  { wrong: '地', pairs: [{ before: maskOf(['adjective', 'manner']), after: maskOf(['head']) }] },
];
/** Set phrases: 更具体的说, 类似的，对应得是. */
const SET = /^(?:.的(?:[说讲]|来[说讲])|[体般式确似应样]的[，,]|[^说]得是)/;

/** A quick test. Most particles stand between other words, and the clause need not be read. */
export function couldBeWrong(text: string, at: number, pairs: readonly Edges[]): boolean {
  const first = partsOfFirst(text, at + 1);
  for (let i = 0; i < pairs.length; i++) {
    const { before, after } = pairs[i]!;
    if (!(first & after && partsOfLast(text, at) & before)) continue;
    if (!(partsAt(text, at + 1) & after && partsBefore(text, at) & before)) continue;
    if (before !== HOW || !isAttribute(text, at)) return true;
  }
  return beginsSet(text.charCodeAt(at + 1)) && SET.test(text.slice(at - 1, at + 3));
}

/** After a verb, 了 or a measure, the word before 的 describes a thing: 提供了更好的支持, 一种简单的实现. */
function isAttribute(text: string, at: number): boolean {
  let to = startOfLast(text, at);
  if (partsOf(text.slice(to, at)) & ALWAYS) return false;
  for (let from = startOfLast(text, to); from < to; from = startOfLast(text, to)) {
    const parts = partsOf(text.slice(from, to));
    if (parts & DEGREE) {
      to = from;
      continue;
    }
    if (parts & ACTS) return !(parts & OTHERWISE) && !LEAVES_OPEN.test(text[to - 1]!);
    return !(parts & ~BOUND) && !CLOSES.test(text[to - 1]!);
  }
  return false;
}

const ALWAYS = maskOf(['onlyManner']);
const DEGREE = maskOf(['degree']);
const ACTS = maskOf(['verb']);
const OTHERWISE = maskOf([
  'noun',
  'modal',
  'adverb',
  'preposition',
  'pivot',
  'passive',
  'conjunction',
  'manner',
  'localizer',
]);
const BOUND = maskOf(['measure', 'numeral', 'particle', 'aspect', 'suffix']);
/** Ends of verbs that also take a verb: 需要, 开始. */
const LEAVES_OPEN = /[要需始续试于]/;

/** Measures that end a phrase of place or time: 在下一章详细的. */
const CLOSES = /[章节步次年月周天页行期遍轮]/;

/** Whether a character is 说, 讲, 来, 是 or a comma. */
function beginsSet(unit: number): boolean {
  return unit === 0x8bf4 || unit === 0x8bb2 || unit === 0x6765 || unit === 0x662f || unit === 0xff0c || unit === 0x2c;
}
