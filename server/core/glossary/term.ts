import type { Bilingual } from '../text/bilingual.ts';

/** What the team thinks of a Chinese wording: `deprecated` is discouraged, `forbidden` is wrong. */
export type Status = 'preferred' | 'admitted' | 'deprecated' | 'forbidden';

/** One Chinese wording of a term. `……` in the text stands for any words. */
export interface Rendering {
  readonly text: string;
  readonly status: Status;
}

/** Where a term is written: the whole row of the glossary file. */
export interface Origin {
  /** The file as its reader was given it. */
  readonly file: string;
  /** 0-based. */
  readonly line: number;
  /** UTF-16 offsets of the row in the file. */
  readonly from: number;
  readonly to: number;
}

/**
 * One sense of an English term. Several terms may share a source: they are senses, and the rendering of any satisfies.
 * What a richer format knows besides (domain, condition, case …) joins as optional fields.
 */
export interface Term {
  /** The English names, the head word first; empty for a convention about Chinese wording alone (`应用程序` → `应用`). */
  readonly source: readonly string[];
  readonly renderings: readonly Rendering[];
  /** The English name stays in the translation. */
  readonly doNotTranslate: boolean;
  /** `noun`, `verb`, `adjective` or `adverb` where the glossary's mark is known, else the mark itself. */
  readonly pos?: string;
  /** What the glossary says besides, such as the condition under which a rendering holds. */
  readonly note?: string;
  readonly origin: Origin;
}

/** Something in a glossary file that could not be understood; UTF-16 offsets in the file, `from` ≤ `to`. */
export interface Fault {
  readonly from: number;
  readonly to: number;
  readonly message: Bilingual;
}

/** What a glossary file says: the rows that were understood, and what was wrong with the others. */
export interface Reading {
  readonly terms: readonly Term[];
  readonly faults: readonly Fault[];
}

export function isApproved({ status }: Rendering): boolean {
  return status === 'preferred' || status === 'admitted';
}
