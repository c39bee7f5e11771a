import type { Span } from '../text/span.ts';

/**
 * What Prose shows in place of something opaque: one character a thing, its kind readable from the character.
 * They are noncharacters, which no text may hold (Unicode, chapter 23.7), and are never part of a word.
 */
export const ATOMS = {
  code: '\uFDD0',
  math: '\uFDD1',
  image: '\uFDD2',
  html: '\uFDD3',
  url: '\uFDD4',
  footnote: '\uFDD5',
  entity: '\uFDD6',
  placeholder: '\uFDD7',
  role: '\uFDD8',
  label: '\uFDD9',
  shortcode: '\uFDDA',
  wiki: '\uFDDB',
  unknown: '\uFDDC',
} as const;

export type AtomKind = keyof typeof ATOMS;

/** An opaque thing inside prose. `at` is its place in the prose, the span its place in the source of the block. */
export interface Atom extends Span {
  readonly kind: AtomKind;
  readonly at: number;
}

/** A link or an emphasis, whose marks are hidden. Spans are offsets in the source of the block. */
export interface Mark extends Span {
  readonly kind: 'link' | 'emphasis' | 'strong' | 'strikethrough';
  /** Where the visible content lies in the prose. */
  readonly content: Span;
  /** Where a link leads, in the source; undefined for a reference without a URL of its own. */
  readonly url?: Span;
}

/**
 * What the reader of a paragraph, heading or table cell reads: text without markup, one character for each opaque
 * thing, `\n` for a line break. Offsets of `text` are called places; the functions lead back to the block's source.
 */
export interface Prose {
  readonly text: string;
  /** The text of the block, to which the offsets of atoms, marks and places lead. */
  readonly source: string;
  /** The union of the character classes in `text` (see text/han.ts). */
  readonly classes: number;
  readonly atoms: readonly Atom[];
  readonly marks: readonly Mark[];
  /** Source offset at which the character at `place` starts; at the end of the text, where the prose ends. */
  start(place: number): number;
  /** Source offset at which the character before `place` ends. */
  end(place: number): number;
  /** Source offset for new text at `place`: outside of the emphasis or link that opens or closes there. */
  insertion(place: number): number;
}

/** Collects the pieces of a Prose in source order. */
export interface ProseBuilder {
  /** Visible source text, as it is. */
  text(from: number, to: number): void;
  /** One visible character that is written otherwise in the source. */
  written(character: string, from: number, to: number): void;
  atom(kind: AtomKind, from: number, to: number): void;
  /** Hidden markup that opens something at `from`: new text at this place goes before it. */
  open(from: number): void;
  readonly place: number;
  mark(mark: Mark): void;
  finish(classesIn: (text: string) => number): Prose;
}

/** `source` is the text of the block; offsets are relative to it. */
export function proseBuilder(source: string): ProseBuilder {
  let text = '';
  // Runs that map one to one, or a single prose character to a longer piece of source.
  const places: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const atoms: Atom[] = [];
  const marks: Mark[] = [];
  const opened = new Map<number, number>();

  const add = (visible: string, from: number, to: number) => {
    places.push(text.length);
    starts.push(from);
    ends.push(to);
    text += visible;
  };

  return {
    get place() {
      return text.length;
    },
    text(from, to) {
      if (from >= to) return;
      const last = ends.length - 1;
      // A neighbouring run of plain text just grows.
      if (last >= 0 && ends[last] === from && text.length - places[last]! === from - starts[last]!) {
        ends[last] = to;
        text += source.slice(from, to);
      } else add(source.slice(from, to), from, to);
    },
    written: add,
    atom(kind, from, to) {
      atoms.push({ kind, at: text.length, from, to });
      add(ATOMS[kind], from, to);
    },
    open(from) {
      if (!opened.has(text.length)) opened.set(text.length, from);
    },
    mark: (mark) => marks.push(mark),
    finish: (classesIn) => prose(text, source, classesIn(text), places, starts, ends, atoms, marks, opened),
  };
}

function prose(
  text: string,
  source: string,
  classes: number,
  places: readonly number[],
  starts: readonly number[],
  ends: readonly number[],
  atoms: readonly Atom[],
  marks: readonly Mark[],
  opened: ReadonlyMap<number, number>,
): Prose {
  const runAt = (place: number) => {
    let low = 0;
    let high = places.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (places[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const end = (place: number) => {
    if (place <= 0 || places.length === 0) return opened.get(0) ?? starts[0] ?? 0;
    const run = runAt(place - 1);
    const within = place - places[run]!;
    const length = (places[run + 1] ?? text.length) - places[run]!;
    return within === length ? ends[run]! : starts[run]! + within;
  };
  const start = (place: number) => {
    if (place >= text.length) return end(text.length);
    const run = runAt(place);
    return starts[run]! + place - places[run]!;
  };
  return {
    text,
    source,
    classes,
    atoms,
    marks,
    start,
    end,
    insertion: (place) => opened.get(place) ?? start(place),
  };
}
