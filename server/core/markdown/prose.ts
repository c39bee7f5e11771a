import { type Neighbourhood, neighbourhood } from '../text/han.ts';
import type { Span } from '../text/span.ts';

/**
 * The characters that stand for opaque things in prose: one per thing, different for each kind. They are noncharacters,
 * which no text may contain (Unicode, chapter 23.7), and are never part of a word.
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

/** An opaque thing in prose. `at` is its place in the prose, the span its offsets in the source of the block. */
export interface Atom extends Span {
  readonly kind: AtomKind;
  readonly at: number;
}

/** A link or emphasis whose markup is hidden. The span is in offsets of the block's source. */
export interface Mark extends Span {
  readonly kind: 'link' | 'emphasis' | 'strong' | 'strikethrough';
  /** The visible content, as places in the prose. */
  readonly content: Span;
  /** The link target, as offsets in the source; undefined for a reference without a URL of its own. */
  readonly url?: Span;
}

/**
 * What a reader sees of a paragraph, heading or table cell: text without markup, one
 * character per opaque thing, `\n` for a line break. Offsets in `text` are called
 * places; `start`, `end` and `insertion` map them to the source of the block.
 */
export interface Prose extends Neighbourhood {
  readonly text: string;
  /** The text of the block. Atoms, marks and places refer to it. */
  readonly source: string;
  readonly atoms: readonly Atom[];
  readonly marks: readonly Mark[];
  /** The source offset where the character at `place` starts; at the end of the text, the end of the prose. */
  start(place: number): number;
  /** The source offset where the character before `place` ends. */
  end(place: number): number;
  /** The source offset for text inserted at `place`: outside of emphasis or a link that opens or closes there. */
  insertion(place: number): number;
}

/** Builds a Prose from its pieces, in source order. All offsets refer to `source`, the text of the block. */
export class ProseBuilder {
  private readonly source: string;
  private visible = '';
  // Runs of text that map one to one, or single characters of prose that stand for more source.
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

  /** Adds source text that is visible as it is. */
  text(from: number, to: number): void {
    if (from >= to) return;
    const { source, places, starts, ends, visible } = this;
    const last = ends.length - 1;
    // Extends the previous run of plain text, if it is adjacent.
    if (last >= 0 && ends[last] === from && visible.length - places[last]! === from - starts[last]!) {
      ends[last] = to;
      this.visible += source.slice(from, to);
    } else this.written(source.slice(from, to), from, to);
  }

  /** Adds a visible character that is written differently in the source. */
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

  /** Notes hidden markup that opens at `from`. Text inserted at this place goes before it. */
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
