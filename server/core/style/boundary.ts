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
 * A boundary lies between two visible things that touch or have only whitespace between them.
 * Its kind decides whether a space belongs there. Kinds are in order of precedence: the first
 * that applies decides alone, and rules for other kinds stay silent.
 */
export const boundaryKinds = [
  /** At the start or end of a line. */
  'line',
  /** Before a footnote reference. */
  'footnote',
  /** Before `{#id}` at the end of a heading. */
  'headingId',
  /** Before a hyphen used as a dash, after code or a bracket: `（默认值） - 说明`. */
  'hyphen',
  /** After a bold label that ends in ：, before code or a link. */
  'label',
  /** Next to any other full-width mark. */
  'fullWidth',
  /** Next to ——. */
  'dash',
  /** Next to “ or ”. */
  'quote',
  /** Just inside half-width brackets. */
  'bracket',
  'code',
  'math',
  'url',
  'image',
  /** Next to HTML, a placeholder or anything else that is opaque. No rule covers it. */
  'opaque',
  /** Between a number and its unit, % or °. */
  'number',
  /** Between Chinese and a word or number of another script, including its marks: C++, -m, 15%. */
  'word',
  /** Between Chinese and an emoji. */
  'emoji',
  /** Between Chinese and Chinese, where a link starts or ends, whatever else does. */
  'link',
  'strong',
  'emphasis',
  'strikethrough',
  /** Between Chinese and Chinese, without markup. */
  'han',
  /** Between words of other scripts. No rule covers it. */
  'other',
] as const;

export type BoundaryKind = (typeof boundaryKinds)[number];

/** Extends a span of prose by the whitespace around it. The gap is empty where two things touch. */
export function gapAround(text: string, { from, to }: Span): Span {
  let start = from;
  let end = to;
  while (classBefore(text, start) & BLANK) start--;
  while (classAt(text, end) & BLANK) end++;
  return { from: start, to: end };
}

/** The kind of the boundary at a whole gap (see `gapAround`). `gap` is in places of the prose. */
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

// Binary search; atoms are in order.
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

/**
 * Whether an atom is an element like `<kbd>Ctrl</kbd>`, which looks like code. A lone tag is not: its content is prose.
 */
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
  /** The kind with the highest precedence that starts or ends here, as an index of `markup`. */
  readonly rank: number;
  readonly opens: boolean;
  readonly endsStrong: boolean;
}

function edgesOf(prose: Prose): ReadonlyMap<number, Edge> {
  const known = edgesCache.get(prose);
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
  edgesCache.set(prose, edges);
  return edges;
}

const edgesCache = createAttachedCache<Prose, ReadonlyMap<number, Edge>>();

/** A whole gap where markup starts (`opens`) or ends. */
export interface MarkGap extends Span {
  readonly opens: boolean;
}

/** The gaps, including empty ones, where a link, bold or italic text starts or ends and that kind decides. */
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
 * The gaps, including empty ones, between a bold label that ends in ： and the code or link after it: `**类型：** [数组](u)`.
 * Before a letter the space is not a matter of style, because nothing is bold without it (CommonMark §6.2).
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
