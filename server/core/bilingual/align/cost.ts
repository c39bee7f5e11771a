import type { BlockKind } from '../../markdown/block-kind.ts';
import type { Block } from '../../markdown/blocks.ts';
import type { Leaf } from '../../markdown/leaf.ts';
import type { Atom, Prose } from '../../markdown/prose.ts';
import type { Span } from '../../text/span.ts';
import { type BlockKeys, keysOf, keysOfPart, keyWeight } from './keys.ts';

/** The features that the cost of a bead is computed from, for one block or for two neighbours as one. */
export interface Item {
  readonly form: Form;
  /** 1–6 for a heading, else 0. */
  readonly level: number;
  readonly listDepth: number;
  readonly quoteDepth: number;
  readonly itemStart: boolean;
  /** The length of the text in characters of English, by Gale and Church's model; 0 without prose. */
  readonly length: number;
  readonly end: string;
  /** Key numbers, ascending. `all` includes `hard`. */
  readonly hard: readonly number[];
  readonly all: readonly number[];
  /** '' for blocks without hard keys, and for two blocks. */
  readonly signature: string;
  /** The cost of having no counterpart. */
  readonly skip: number;
}

/** What a block looks like: the kind of its leaf, or an image, or a moved block, which pairs with nothing. */
export type Form = BlockKind | 'image' | 'moved';

/** The items of both pages, with the weights of their keys. */
export interface Items {
  readonly chinese: readonly Item[];
  readonly english: readonly Item[];
  readonly weights: readonly number[];
}

/** The extra cost of a bead with two blocks on one side (Gale and Church's 2-1 and 1-2). */
export const MERGE = 5;

export function itemsOf(chinese: readonly Block[], english: readonly Block[]): Items {
  return read(chinese, english, itemOf, chinese.length + english.length);
}

/** The same for parts of two blocks that translate each other. */
export function itemsOfParts(chinese: readonly Part[], english: readonly Part[]): Items {
  return read(chinese, english, itemOfPart, USUAL_COUNT);
}

/** A sentence: a span of places in a prose. */
export interface Part extends Span {
  readonly prose: Prose;
}

// A block has too few sentences to tell how rare a key is.
const USUAL_COUNT = 60;

type Numbering = (key: string) => number;

function read<Source>(
  chinese: readonly Source[],
  english: readonly Source[],
  itemOf: (source: Source, number: Numbering) => Item,
  count: number,
): Items {
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  const number = (key: string) => {
    let found = numbers.get(key);
    if (found === undefined) {
      found = frequencies.length;
      numbers.set(key, found);
      frequencies.push(0);
    }
    frequencies[found]!++;
    return found;
  };
  return {
    chinese: chinese.map((source) => itemOf(source, number)),
    english: english.map((source) => itemOf(source, number)),
    weights: frequencies.map((frequency) => keyWeight(count, frequency)),
  };
}

/** Two neighbours as one item; undefined if they are of a form that translators do not join or split. */
export function merged(a: Item, b: Item): Item | undefined {
  if (
    !mergeable.has(a.form) ||
    !mergeable.has(b.form) ||
    (a.form !== b.form && a.form !== 'image' && b.form !== 'image')
  )
    return undefined;
  if (a.quoteDepth !== b.quoteDepth) return undefined;
  return joined(a, b);
}

/** Two neighbours as one item, whatever their form. */
export function joined(a: Item, b: Item): Item {
  return {
    ...a,
    form: a.form === 'image' ? b.form : a.form,
    length: a.length + b.length,
    end: b.end,
    hard: union(a.hard, b.hard),
    all: union(a.all, b.all),
    signature: '',
  };
}

/**
 * The cost of pairing two items: from about −10 (certain) to 30. Infinity if they cannot translate each other, or if
 * the cost is certainly `limit` or more.
 */
export function pairCost(chinese: Item, english: Item, weights: readonly number[], limit = Infinity): number {
  let cost = formCost(chinese, english);
  if (cost === Infinity) return Infinity;
  if (chinese.end !== english.end) cost += 2;
  cost += lengthCost(chinese.length, english.length);
  if (cost - SHARED * MAX_SHARED >= limit) return Infinity;
  const shared = sharedWeight(chinese.all, english.all, weights);
  const unshared =
    unsharedWeight(chinese.hard, english.all, weights) + unsharedWeight(english.hard, chinese.all, weights);
  return cost - SHARED * Math.min(MAX_SHARED, shared) + UNSHARED * Math.min(MAX_UNSHARED, unshared);
}

const SHARED = 1.6;
const MAX_SHARED = 6;
const UNSHARED = 0.5;
const MAX_UNSHARED = 14;

/** The negative log-probability of these two lengths, in characters of English (Gale and Church 1993); at most 12. */
export function lengthCost(chinese: number, english: number): number {
  if (chinese === 0 && english === 0) return 0;
  const longer = Math.max(1, chinese, english);
  const deviation = Math.sqrt(VARIANCE * longer + (SPREAD * longer) ** 2);
  return Math.min(12, -logErfc(Math.abs(chinese - english) / deviation / Math.SQRT2));
}

// Fitted to 2,700 blocks of 82 pages. A plain ratio of lengths has four times the variance, because Latin words keep
// their length. Long blocks also vary by translator, so the deviation grows faster than that of a random walk.
const HAN_LENGTH = 2.8;
const VARIANCE = 2.2;
const SPREAD = 0.1;

/** The length of a leaf in characters of English. */
export function lengthOf(leaf: Leaf): number {
  const keys = keysOf(leaf);
  return formOf(leaf, keys) === 'code' ? 0 : englishLength(keys);
}

function englishLength({ han, other }: BlockKeys): number {
  return han * HAN_LENGTH + other;
}

function itemOf({ leaf, listDepth, quoteDepth, itemStart }: Block, number: Numbering): Item {
  const keys = keysOf(leaf);
  const form = formOf(leaf, keys);
  const skip = skips[form] ?? SKIP;
  return { ...common(keys, form, number), level: leaf.level, listDepth, quoteDepth, itemStart, skip };
}

function itemOfPart(part: Part, number: Numbering): Item {
  const place = { level: 0, listDepth: 0, quoteDepth: 0, itemStart: false };
  return { ...common(keysOfPart(part.prose, part), 'paragraph', number), ...place, skip: SKIP };
}

function common(keys: BlockKeys, form: Form, number: Numbering) {
  const hard = keys.hard.map(number).sort(ascending);
  const all = [...hard, ...keys.soft.map(number)].sort(ascending);
  const length = form === 'code' ? 0 : englishLength(keys);
  return { form, length, end: keys.end, hard, all, signature: keys.signature };
}

// A paragraph without text is an image, or a mark such as `{#if a}`, which stands alone like a directive.
function formOf({ kind, prose, source }: Leaf, { han, other, images }: BlockKeys): Form {
  if (kind === 'html' && /^<pre\b/i.test(source)) return 'code';
  if (kind !== 'paragraph' || han + other > 0) return kind;
  if (images > 0) return 'image';
  return prose.some(({ atoms }) => atoms.length > 0 && atoms.every(isMark)) ? 'directive' : kind;
}

function isMark({ kind }: Atom): boolean {
  return kind === 'placeholder' || kind === 'shortcode';
}

const SKIP = 5.2;

// Blocks that a page can have or lack without any loss of text.
const skips: Partial<Record<Form, number>> = { comment: 1, rule: 1.5, esm: 2, definition: 3, directive: 3, html: 4 };

const mergeable = new Set<Form>(['paragraph', 'image', 'code', 'html']);

function formCost(a: Item, b: Item): number {
  let cost = 0;
  if (a.form === 'moved') return Infinity;
  if (a.form !== b.form) cost = across[`${a.form} ${b.form}`] ?? across[`${b.form} ${a.form}`] ?? Infinity;
  else if (a.level !== b.level) cost = 2.5;
  if (a.listDepth > 0 !== b.listDepth > 0 || a.quoteDepth > 0 !== b.quoteDepth > 0) cost += 1.2;
  if (a.itemStart !== b.itemStart || a.listDepth !== b.listDepth) cost += 0.6;
  return cost;
}

// Different forms for the same thing. No other two forms are ever translations of each other.
const across: Record<string, number> = {
  'image html': 3,
  'image paragraph': 6,
  'paragraph html': 5,
  'paragraph heading': 10,
  'paragraph math': 4,
  'paragraph footnote': 3,
  'paragraph directive': 9,
  'directive html': 7,
};

function sharedWeight(a: readonly number[], b: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const order = a[i]! - b[j]!;
    if (order === 0) sum += weights[a[i]!]!;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return sum;
}

function unsharedWeight(a: readonly number[], b: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.length; ) {
    const order = j < b.length ? a[i]! - b[j]! : -1;
    if (order < 0) sum += weights[a[i]!]!;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  return sum;
}

function union(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return [...new Set([...a, ...b])].sort(ascending);
}

function ascending(a: number, b: number): number {
  return a - b;
}

// erfc from Numerical Recipes; its logarithm never underflows. x ≥ 0.
function logErfc(x: number): number {
  const t = 1 / (1 + 0.5 * x);
  let sum = 0;
  for (const coefficient of ERFC) sum = sum * t + coefficient;
  return Math.log(t) - x * x + sum;
}

const ERFC = [
  0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368,
  -1.26551223,
];
