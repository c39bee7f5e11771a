import type { LinePair } from '../workspace/comparing.ts';

/** What client and server say to each other of two pages side by side. */

/** Client → server: compares the page with its English source. */
export const compareRequest = 'yijiao/compare';

export interface CompareParams {
  readonly uri: string;
  /** The source that the user chose. By default the server searches for it. */
  readonly source?: string;
}

export interface CompareResult {
  /** Both pages, whichever one the request named; undefined if there is no source. */
  readonly pages?: { readonly chinese: string; readonly english: string };
  readonly pairs: readonly LinePair[];
  /** If there is no single source: the pages that may be it. */
  readonly candidates: readonly string[];
  /** If there is none at all: the paths that were tried. */
  readonly tried: readonly string[];
  /** The page is in English: what was not found is its translation. */
  readonly isSource?: boolean;
}

export interface PageEdit {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

interface Position {
  readonly line: number;
  readonly character: number;
}
