import { codeSpansIn, type Piece, without } from '../../../bilingual/facts/pieces.ts';
import type { BlockPair } from '../../../bilingual/state/compare.ts';
import { isOneSlip, likeness } from '../../../text/edit-distance.ts';
import { countHan } from '../../../text/han.ts';
import { isTranslated } from './both-sides.ts';

/** How the inline code of a translation differs from its source. */
export interface CodeDifference {
  /** Code of the translation in place of code of the source. */
  readonly altered: readonly { readonly found: Piece; readonly meant: Piece }[];
  /** Code of the source that the translation has nowhere. */
  readonly lost: readonly Piece[];
}

export function codeDifference(pair: BlockPair): CodeDifference {
  if (!isTranslated(pair)) return NONE;
  const here = codeSpansIn(pair.blocks.chinese);
  const there = codeSpansIn(pair.blocks.english);
  if (here.length + there.length === 0) return NONE;
  const text = pair.blocks.english.map(({ leaf }) => leaf.source).join('\n');
  const alien = without(here, there).filter(({ key }) => !hasWord(text, key));
  const foreign = alien.filter(({ key }) => countHan(key) === 0);
  let lost = without(there, here);
  // Code with a Chinese name stands for one of the lost ones.
  if (alien.length - foreign.length >= lost.length) lost = [];
  const altered: { found: Piece; meant: Piece }[] = [];
  for (const found of foreign) {
    const only = lost.length === 1 && foreign.length === 1 ? lost[0] : undefined;
    const meant = only && likeness(only.key, found.key) >= 0.3 ? only : nearest(found, lost, there);
    if (!meant) continue;
    altered.push({ found, meant });
    lost = lost.filter((one) => one !== meant);
  }
  return { altered, lost };
}

/** Code that the translation has and its own source lacks. */
export function addedCode({ blocks }: BlockPair): Piece[] {
  return without(codeSpansIn(blocks.chinese), codeSpansIn(blocks.english));
}

const NONE: CodeDifference = { altered: [], lost: [] };

// How many codes of a block to compare with an unknown one.
const MAX_LOOK = 100;

function nearest({ key }: Piece, lost: readonly Piece[], all: readonly Piece[]): Piece | undefined {
  const isNear = (other: Piece) =>
    isOneSlip(key, other.key) || (Math.min(key.length, other.key.length) > 4 && likeness(key, other.key) >= 0.7);
  return lost.slice(0, MAX_LOOK).find(isNear) ?? all.slice(0, MAX_LOOK).find(isNear);
}

/** Whether a text contains a code as a whole, not inside a longer name. */
function hasWord(text: string, key: string): boolean {
  return wordAt(text, key) >= 0;
}

/** The offset where it does; −1 if nowhere. */
export function wordAt(text: string, key: string): number {
  const [first, last] = [/\w/.test(key[0]!), /\w/.test(key.at(-1)!)];
  for (let at = text.indexOf(key), tries = 0; at >= 0 && tries < 50; at = text.indexOf(key, at + 1), tries++) {
    const before = text[at - 1] ?? '';
    const after = text[at + key.length] ?? '';
    if (!(first && /[\w$\\]/.test(before)) && !(last && /[\w$]/.test(after))) return at;
  }
  return -1;
}
