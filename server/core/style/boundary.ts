import { ATOMS, type Atom, type Mark, type Prose } from '../markdown/prose.ts';
import { createAttachedCache } from '../text/attached-cache.ts';
import {
  ATOM,
  BLANK,
  classAt,
  classBefore,
  DIGIT,
  FULL_WIDTH,
  GREEK,
  HAN,
  LATIN,
  lengthAt,
  lengthBefore,
  QUOTE,
} from '../text/han.ts';
import type { Span } from '../text/span.ts';

/**
 * What decides whether a blank stands at a boundary: between two visible things that touch, or that blanks alone keep
 * apart. In order of precedence: the first kind that applies decides alone, and no rule of another kind speaks of it.
 */
export const boundaryKinds = [
  /** The start or the end of a line. */
  'line',
  /** Before a footnote mark. */
  'footnote',
  /** Before `{#id}` at the end of a heading. */
  'headingId',
  /** Before a hyphen that stands for a dash, behind code or a bracket: `（默认值） - 说明`. */
  'hyphen',
  /** Behind a bold label that ends in ：, before code or a link. */
  'label',
  /** Beside any other full-width mark. */
  'fullWidth',
  /** Beside ——. */
  'dash',
  /** Beside “ or ”. */
  'quote',
  /** Inside of half-width brackets. */
  'bracket',
  'code',
  'math',
  'url',
  'image',
  /** Beside HTML, a placeholder and whatever else is opaque: no rule. */
  'opaque',
  /** Between a number and its unit, % or °. */
  'number',
  /** Between Chinese and a word or number of another script, with the marks that belong to it: C++, -m, 15%. */
  'word',
  /** Between Chinese and an emoji. */
  'emoji',
  /** Between Chinese and Chinese, where a link begins or ends, whatever else does. */
  'link',
  'strong',
  'emphasis',
  'strikethrough',
  /** Between Chinese and Chinese, without markup. */
  'han',
  /** Between words of other scripts: no rule. */
  'other',
] as const;

export type BoundaryKind = (typeof boundaryKinds)[number];

/** The whole gap at a place of a prose: all the blanks around it, or an empty span where two things touch. */
export function gapAround(text: string, { from, to }: Span): Span {
  let start = from;
  let end = to;
  while (classBefore(text, start) & BLANK) start--;
  while (classAt(text, end) & BLANK) end++;
  return { from: start, to: end };
}

/** The kind of the boundary at a whole gap of a prose (`gapAround`). Places of the prose. */
export function boundaryAt(prose: Prose, gap: Span): BoundaryKind {
  const { text } = prose;
  const { from, to } = gap;
  const before = text.slice(from - lengthBefore(text, from), from);
  const behind = text.slice(to, to + lengthAt(text, to));
  if (from === 0 || to === text.length || before === '\n' || behind === '\n') return 'line';
  const left = classBefore(text, from);
  const right = classAt(text, to);
  const either = left | right;
  if (behind === ATOMS.footnote) return 'footnote';
  if (behind === ATOMS.placeholder && to + 1 === text.length) return 'headingId';
  if (isHyphen(text, to) && (before === '）' || before === ATOMS.code)) return 'hyphen';
  if (isBehindLabel(prose, gap)) return 'label';
  if (either & FULL_WIDTH) return 'fullWidth';
  if (DASHES.includes(before) || DASHES.includes(behind)) return 'dash';
  if (either & QUOTE) return 'quote';
  if (before === '(' || behind === ')') return 'bracket';
  if (either & ATOM) return opaqueKind(prose, gap);
  if (left & right & HAN) return markupKind(prose, gap);
  if (!(either & HAN)) return either & DIGIT ? 'number' : 'other';
  if (either & (LATIN | DIGIT | GREEK)) return 'word';
  return EMOJI.test(left & HAN ? behind : before) ? 'emoji' : 'word';
}

const DASHES = '—⸺';
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Presentation}|\p{Emoji_Modifier}|\uFE0F/u;

function isHyphen(text: string, place: number): boolean {
  return text[place] === '-' && (classAt(text, place + 1) & BLANK) !== 0;
}

function opaqueKind({ text, atoms, source }: Prose, { from, to }: Span): BoundaryKind {
  for (const kind of ['code', 'math', 'url', 'image'] as const) {
    if (text[from - 1] === ATOMS[kind] || text[to] === ATOMS[kind]) return kind;
  }
  const isCode = (place: number) => text[place] === ATOMS.html && isCodeElement(atomAt(atoms, place), source);
  return isCode(from - 1) || isCode(to) ? 'code' : 'opaque';
}

// Atoms come in order.
function atomAt(atoms: readonly Atom[], place: number): Atom {
  let low = 0;
  let high = atoms.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (atoms[middle]!.at < place) low = middle + 1;
    else high = middle;
  }
  return atoms[low]!;
}

/** Whether an atom is `<kbd>Ctrl</kbd>` or the like, which is set as code is. A tag alone is none: what it wraps is prose. */
export function isCodeElement({ kind, from, to }: Atom, source: string): boolean {
  return (
    kind === 'html' && /^<(?:code|kbd|samp|var|tt)\b/i.test(source.slice(from, from + 6)) && source[to - 2] !== '/'
  );
}

const markup: readonly Mark['kind'][] = ['link', 'strong', 'emphasis', 'strikethrough'];

function markupKind(prose: Prose, { from, to }: Span): BoundaryKind {
  const edges = edgesOf(prose);
  let first = markup.length;
  for (let place = from; place <= to; place++) first = Math.min(first, edges.get(place)?.rank ?? first);
  return markup[first] ?? 'han';
}

interface Edge {
  /** The first in precedence of the kinds that begin or end here, as an index of `markup`. */
  readonly rank: number;
  readonly opens: boolean;
  readonly endsStrong: boolean;
}

function edgesOf(prose: Prose): ReadonlyMap<number, Edge> {
  const known = edgesSlot.get(prose);
  if (known) return known;
  const edges = new Map<number, Edge>();
  const add = (place: number, edge: Edge) => {
    const known = edges.get(place) ?? edge;
    const first = edge.rank < known.rank ? edge : known;
    edges.set(place, { ...first, endsStrong: edge.endsStrong || known.endsStrong });
  };
  for (const { kind, content } of prose.marks) {
    const rank = markup.indexOf(kind);
    add(content.from, { rank, opens: true, endsStrong: false });
    add(content.to, { rank, opens: false, endsStrong: kind === 'strong' });
  }
  edgesSlot.set(prose, edges);
  return edges;
}

const edgesSlot = createAttachedCache<Prose, ReadonlyMap<number, Edge>>();

/** A whole gap where a mark begins (`opens`) or ends. */
export interface MarkGap extends Span {
  readonly opens: boolean;
}

/** The gaps, empty ones too, at which links, bold or italic text begin or end and which their kind decides. */
export function* gapsOfMarks(prose: Prose, kind: 'link' | 'strong' | 'emphasis'): Generator<MarkGap> {
  const seen = new Set<number>();
  for (const [place, { rank, opens }] of edgesOf(prose)) {
    if (markup[rank] !== kind) continue;
    const gap = gapAround(prose.text, { from: place, to: place });
    if (seen.has(gap.from) || boundaryAt(prose, gap) !== kind) continue;
    seen.add(gap.from);
    yield { ...gap, opens };
  }
}

/**
 * The gaps, empty ones too, between a bold label that ends in ： and code or a link behind it: `**类型：** [数组](u)`.
 * Before a letter the blank is no matter of style: without it nothing is bold (CommonMark §6.2).
 */
export function* labelGaps(prose: Prose): Generator<Span> {
  for (const { kind, content } of prose.marks) {
    if (kind !== 'strong') continue;
    const gap = { from: content.to, to: gapAround(prose.text, { from: content.to, to: content.to }).to };
    if (isBehindLabel(prose, gap)) yield gap;
  }
}

function isBehindLabel(prose: Prose, { from, to }: Span): boolean {
  const { text, source, insertion } = prose;
  if (text[from - 1] !== '：' || to >= text.length || !edgesOf(prose).get(from)?.endsStrong) return false;
  const behind = source[insertion(to)];
  return behind === '`' || behind === '[';
}
