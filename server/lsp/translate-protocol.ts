import type { DraftForm } from '../core/bilingual/state/draft.ts';
import type { LineRange } from '../workspace/comparing.ts';
import type { NoStart } from '../workspace/starting/start.ts';
import type { CompareParams, PageEdit } from './compare-protocol.ts';

/** What client and server say to each other to start a translation, and to go on with it. */

/** Client → server: the edit of a Chinese page that puts missing blocks to their place, or null where none can be made. */
export const insertRequest = 'yijiao/insertMissing';

export interface InsertParams extends CompareParams {
  /**
   * A 0-based line: of a missing block in the English page, or of the place in the Chinese
   * page where blocks are missing.
   */
  readonly line: number;
  readonly side: 'chinese' | 'english';
  /** Insert everything that is missing there, not only the first block. */
  readonly all?: boolean;
}

/** Client → server, CompareParams of an open Chinese page → InsertedAll, or null for a page without a source. */
export const insertAllRequest = 'yijiao/insertMissing/all';

export interface InsertedAll {
  /** All that is missing, each at its place. */
  readonly edits: readonly PageEdit[];
  readonly inserted: number;
  /** Blocks that find no place. */
  readonly left: number;
}

/** Client → server, ProgressParams of an open page → PageProgress, or null for what is no translation or has no source. */
export const progressRequest = 'yijiao/progress';

export interface ProgressParams {
  readonly uri: string;
  /** A person asks: a source that was not there before is looked for again. */
  readonly search?: boolean;
}

export interface PageProgress {
  readonly pages: { readonly chinese: string; readonly english: string };
  /** Blocks of the source that a reader would miss, and how many of them are translated. */
  readonly blocks: number;
  readonly translated: number;
  /** What is still to be done in the Chinese page, in order. */
  readonly stops: readonly Stop[];
}

export interface Stop {
  /** What is to be written over; empty where something is to be written. Of `done` the mark, with the empty lines below it. */
  readonly range: PageEdit['range'];
  /** `done`: nothing under the mark is English any more. */
  readonly why: 'missing' | 'empty' | 'untranslated' | 'marked' | 'done';
  /** Of `marked`: the mark, likewise. Without it the block counts as translated. */
  readonly mark?: PageEdit['range'];
  /** The lines of the source; of `done`, those of the Chinese page that stand under the mark. */
  readonly lines?: LineRange;
}

/** Client → server, { uri } of an English page → StartResult: where its translation lies or would lie. */
export const startRequest = 'yijiao/start';

export interface StartResult {
  /** Why none can be begun. */
  readonly reason?: NoStart;
  /** The translation that is there already. */
  readonly existing?: string;
  /** Where it would lie, the likeliest first. */
  readonly proposals: readonly string[];
  /** The first is where the project's settings or its other pages put it. */
  readonly isCertain: boolean;
}

/** Client → server, DraftParams → NewTranslation: the text of a new translation, or null when the source cannot be read. */
export const draftRequest = 'yijiao/start/draft';

export interface DraftParams {
  /** The English page. */
  readonly uri: string;
  /** The page that is to be made. */
  readonly chinese: string;
  readonly form: DraftForm;
}
