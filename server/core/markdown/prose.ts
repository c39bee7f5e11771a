import { type Neighbourhood, neighbourhood } from '../text/han.ts';
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
export interface Prose extends Neighbourhood {
  readonly text: string;
  /** The text of the block, to which the offsets of atoms, marks and places lead. */
  readonly source: string;
  readonly atoms: readonly Atom[];
  readonly marks: readonly Mark[];
  /** Source offset at which the character at `place` starts; at the end of the text, where the prose ends. */
  start(place: number): number;
  /** Source offset at which the character before `place` ends. */
  end(place: number): number;
  /** Source offset for new text at `place`: outside of the emphasis or link that opens or closes there. */
  insertion(place: number): number;
}

/** Collects the pieces of a Prose in source order; `source` is the text of the block, to which offsets are relative. */
export class ProseBuilder {
  private readonly source: string;
  private visible = '';
  // Runs that map one to one, or a single prose character to a longer piece of source.
  private readonly places: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly atoms: Atom[] = [];
  private readonly marks: Mark[] = [];
  private opened: Map<number, number> | undefined;

  constructor(source: string) {
    this.source = source;
  }

  get place(): number {
    return this.visible.length;
  }

  /** Visible source text, as it is. */
  text(from: number, to: number): void {
    if (from >= to) return;
    const { source, places, starts, ends, visible } = this;
    const last = ends.length - 1;
    // A neighbouring run of plain text just grows.
    if (last >= 0 && ends[last] === from && visible.length - places[last]! === from - starts[last]!) {
      ends[last] = to;
      this.visible += source.slice(from, to);
    } else this.written(source.slice(from, to), from, to);
  }

  /** One visible character that is written otherwise in the source. */
  written(visible: string, from: number, to: number): void {
    this.places.push(this.visible.length);
    this.starts.push(from);
    this.ends.push(to);
    this.visible += visible;
  }

  atom(kind: AtomKind, from: number, to: number): void {
    this.atoms.push({ kind, at: this.visible.length, from, to });
    this.written(ATOMS[kind], from, to);
  }

  /** Hidden markup that opens something at `from`: new text at this place goes before it. */
  open(from: number): void {
    this.opened ??= new Map();
    if (!this.opened.has(this.visible.length)) this.opened.set(this.visible.length, from);
  }

  mark(mark: Mark): void {
    this.marks.push(mark);
  }

  finish(): Prose {
    return prose(this.visible, this.source, this.places, this.starts, this.ends, this.atoms, this.marks, this.opened);
  }
}

function prose(
  text: string,
  source: string,
  places: readonly number[],
  starts: readonly number[],
  ends: readonly number[],
  atoms: readonly Atom[],
  marks: readonly Mark[],
  opened: ReadonlyMap<number, number> | undefined,
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
    if (place <= 0 || places.length === 0) return opened?.get(0) ?? starts[0] ?? 0;
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
  const { classes, besideHan, besideBlank, twice } = neighbourhood(text);
  return {
    text,
    source,
    classes,
    besideHan,
    besideBlank,
    twice,
    atoms,
    marks,
    start,
    end,
    insertion: (place) => opened?.get(place) ?? start(place),
  };
}
