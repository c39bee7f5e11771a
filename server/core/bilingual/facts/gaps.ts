import type { Block } from '../../markdown/blocks.ts';
import { lengthCost } from '../align/cost.ts';
import { type BlockKeys, keysOf } from '../align/keys.ts';
import type { BlockPair } from '../state/compare.ts';

/** Adjacent blocks of one page that the other one lacks, between two pairs (undefined at the ends of the page). */
export interface Mismatch {
  readonly before: BlockPair | undefined;
  readonly missing: readonly BlockPair[];
  readonly extra: readonly BlockPair[];
  readonly after: BlockPair | undefined;
  /** The end of the Chinese block before it: the place for what is missing. */
  readonly at: number;
}

/** The places where the pages do not match. */
export function gapsIn(pairs: readonly BlockPair[]): Mismatch[] {
  const gaps: Mismatch[] = [];
  let before: BlockPair | undefined;
  let missing: BlockPair[] = [];
  let extra: BlockPair[] = [];
  let at = 0;
  const extras = pairs.filter(({ state }) => state === 'extra').map(hardKeys);
  const flush = (after: BlockPair | undefined) => {
    const absent = unreplaced(missing, extra).filter(
      (pair, index, all) =>
        ![before, after].some((near) => near && holds(near, pair)) &&
        !(all.length === 1 && extras.some((keys) => isHeld(pair, keys))) &&
        !(index === all.length - 1 && isRenamed(pair, after)),
    );
    if (missing.length + extra.length > 0) gaps.push({ before, missing: absent, extra, after, at });
    at = extra.at(-1)?.chinese?.to ?? at;
    missing = [];
    extra = [];
    before = after;
    at = after?.chinese?.to ?? at;
  };
  for (const pair of pairs) {
    if (pair.state === 'missing') missing.push(pair);
    else if (pair.state === 'extra') extra.push(pair);
    else flush(pair);
  }
  flush(undefined);
  return gaps;
}

/**
 * Leaves out blocks that exist in another form: a table as a list, <pre> as a code block, a sentence that was reworded.
 */
function unreplaced(missing: readonly BlockPair[], extra: readonly BlockPair[]): BlockPair[] {
  let next = 0;
  const counts = new Map<string, number>();
  const count = (pair: BlockPair, by: number) => counts.set(kindOf(pair), (counts.get(kindOf(pair)) ?? 0) + by);
  for (const pair of extra) count(pair, 1);
  for (const pair of missing) count(pair, -1);
  return missing.filter((pair) => {
    // Equally many blocks of its kind are there: an older or newer version of the same.
    if (counts.get(kindOf(pair))! >= 0 && !extra.some((other) => isStripped(pair, other))) return false;
    const found = extra.slice(next, next + MAX_LOOK).findIndex((other) => isReplaced(pair, other));
    if (found < 0) return true;
    // A list that is read as code contains all of its items.
    next += found + (kindOf(extra[next + found]!) === kindOf(pair) ? 1 : 0);
    return false;
  });
}

function kindOf({ blocks: { chinese, english } }: BlockPair): string {
  const { leaf } = (chinese[0] ?? english[0])!;
  return `${leaf.kind}${leaf.level}`;
}

const MAX_LOOK = 10;

function isReplaced({ blocks: { english } }: BlockPair, { blocks: { chinese } }: BlockPair): boolean {
  const [there, here] = [english[0]!.leaf, chinese[0]!.leaf];
  const [expected, found] = [keysOf(there), keysOf(here)];
  const keys = new Set(valuesOf(expected));
  if (valuesOf(found).some((key) => keys.has(key))) return true;
  if (here.kind === 'code' && there.kind !== 'code' && valuesOf({ hard: expected.hard, soft: [] }).length > 0) {
    const text = here.source.toLowerCase();
    return valuesOf({ hard: expected.hard, soft: [] }).some((value) => text.includes(value));
  }
  return there.kind === here.kind && lengthCost(lengthOf(chinese.slice(0, 1)), lengthOf(english.slice(0, 1))) < 1;
}

/** Whether a block translates another one without its code, which is why the two were not paired. */
function isStripped({ blocks: { english } }: BlockPair, { blocks: { chinese } }: BlockPair): boolean {
  const [there, here] = [english[0]!.leaf, chinese[0]!.leaf];
  const codes = (leaf: typeof here) => keysOf(leaf).hard.filter((key) => key.startsWith('code '));
  const lost = codes(there).reduce((sum, key) => sum + key.length - 5, 0);
  if (there.kind !== here.kind || lost === 0 || codes(here).length > 0) return false;
  return lengthCost(lengthOf(chinese.slice(0, 1)), lengthOf(english.slice(0, 1)) - lost) < 3;
}

function hardKeys({ blocks: { chinese, english } }: BlockPair): ReadonlySet<string> {
  return new Set([...chinese, ...english].flatMap(({ leaf }) => keysOf(leaf).hard));
}

/** Whether the Chinese page has all the code and links of a missing block, far from its place. */
function isHeld(missing: BlockPair, keys: ReadonlySet<string>): boolean {
  const wanted = [...hardKeys(missing)];
  return wanted.length > 0 && wanted.every((key) => keys.has(key));
}

/** Whether a heading was reworded: its section is elsewhere on the page. */
function isRenamed({ blocks }: BlockPair, after: BlockPair | undefined): boolean {
  return blocks.english[0]!.leaf.kind === 'heading' && after?.state === 'moved' && !after.chinese;
}

/** Whether the translation next to a missing block contains it: its code or links, or as much text as both need. */
function holds({ blocks: { chinese, english } }: BlockPair, missing: BlockPair): boolean {
  if (chinese.length === 0 || english.length === 0) return false;
  const own = new Set(english.flatMap(({ leaf }) => keysOf(leaf).hard));
  const wanted = new Set(missing.blocks.english.flatMap(({ leaf }) => keysOf(leaf).hard));
  const added = chinese.flatMap(({ leaf }) => keysOf(leaf).hard).filter((key) => !own.has(key));
  if (added.some((key) => wanted.has(key))) return true;
  if (missing.blocks.english[0]!.leaf.kind !== 'paragraph' || chinese[0]!.leaf.kind !== 'paragraph') return false;
  const [here, there, more] = [lengthOf(chinese), lengthOf(english), lengthOf(missing.blocks.english)];
  return more > 60 && lengthCost(here, there + more) + 1 < lengthCost(here, there);
}

// In characters of English, like the alignment.
function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { leaf }) => sum + keysOf(leaf).han * 2.8 + keysOf(leaf).other, 0);
}

// Code on one page may be a plain word on the other.
function valuesOf({ hard, soft }: Pick<BlockKeys, 'hard' | 'soft'>): string[] {
  return [...hard, ...soft].flatMap((key) => {
    const at = key.indexOf(' ');
    const value = key.slice(at + 1).toLowerCase();
    return value.length < 3 || /^(?:tag|language)$/.test(key.slice(0, at)) ? [] : [value];
  });
}
