import type { Block } from '../markdown/blocks.ts';
import type { Pair } from './compare.ts';
import { lengthCost } from './cost.ts';
import { type BlockKeys, keysOf } from './keys.ts';

/** Neighbouring blocks of one page that the other one lacks, between two pairs (undefined at the ends of the pages). */
export interface Gap {
  readonly before: Pair | undefined;
  readonly missing: readonly Pair[];
  readonly extra: readonly Pair[];
  readonly after: Pair | undefined;
}

/** The places at which the pages are not in step. */
export function gapsIn(pairs: readonly Pair[]): Gap[] {
  const gaps: Gap[] = [];
  let before: Pair | undefined;
  let missing: Pair[] = [];
  let extra: Pair[] = [];
  const flush = (after: Pair | undefined) => {
    const absent = unreplaced(missing, extra).filter(
      (pair) => ![before, after].some((near) => near && holds(near, pair)),
    );
    if (missing.length + extra.length > 0) gaps.push({ before, missing: absent, extra, after });
    missing = [];
    extra = [];
    before = after;
  };
  for (const pair of pairs) {
    if (pair.state === 'missing') missing.push(pair);
    else if (pair.state === 'extra') extra.push(pair);
    else flush(pair);
  }
  flush(undefined);
  return gaps;
}

/** Without those that stand there in another form: a table as a list, <pre> as a code block, a sentence reworded since. */
function unreplaced(missing: readonly Pair[], extra: readonly Pair[]): Pair[] {
  let next = 0;
  return missing.filter((pair) => {
    const found = extra.slice(next, next + MAX_LOOK).findIndex((other) => isReplaced(pair, other));
    if (found < 0) return true;
    next += found + 1;
    return false;
  });
}

const MAX_LOOK = 10;

function isReplaced({ blocks: { english } }: Pair, { blocks: { chinese } }: Pair): boolean {
  const [there, here] = [english[0]!.leaf, chinese[0]!.leaf];
  const [expected, found] = [keysOf(there), keysOf(here)];
  const keys = new Set(valuesOf(expected));
  if (valuesOf(found).some((key) => keys.has(key))) return true;
  return there.kind === here.kind && lengthCost(lengthOf(chinese.slice(0, 1)), lengthOf(english.slice(0, 1))) < 1;
}

/** Whether the translation beside a missing block holds it too: its code or links, or as much text as both together. */
function holds({ blocks: { chinese, english } }: Pair, missing: Pair): boolean {
  if (chinese.length === 0 || english.length === 0) return false;
  const own = new Set(english.flatMap(({ leaf }) => keysOf(leaf).hard));
  const wanted = new Set(missing.blocks.english.flatMap(({ leaf }) => keysOf(leaf).hard));
  const added = chinese.flatMap(({ leaf }) => keysOf(leaf).hard).filter((key) => !own.has(key));
  if (added.some((key) => wanted.has(key))) return true;
  if (missing.blocks.english[0]!.leaf.kind !== 'paragraph' || chinese[0]!.leaf.kind !== 'paragraph') return false;
  const [here, there, more] = [lengthOf(chinese), lengthOf(english), lengthOf(missing.blocks.english)];
  return more > 60 && lengthCost(here, there + more) + 1 < lengthCost(here, there);
}

// In characters of English, as the alignment counts them.
function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { leaf }) => sum + keysOf(leaf).han * 2.8 + keysOf(leaf).other, 0);
}

// What is code on one page can be a word on the other.
function valuesOf({ hard, soft }: BlockKeys): string[] {
  return [...hard, ...soft].flatMap((key) => {
    const at = key.indexOf(' ');
    const value = key.slice(at + 1).toLowerCase();
    return value.length < 3 || /^(?:tag|language)$/.test(key.slice(0, at)) ? [] : [value];
  });
}
