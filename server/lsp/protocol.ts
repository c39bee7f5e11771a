import type { DraftForm } from '../core/bilingual/state/draft.ts';
import type { DiffPart } from '../core/bilingual/state/drift.ts';
import type { LineRange } from '../workspace/comparing.ts';
import type { PageCoverage } from '../workspace/coverage/coverage.ts';
import type { UnknownReason } from '../workspace/history/revision.ts';
import type { Pairs } from '../workspace/source/pairs.ts';
import type { PageEdit } from './compare-protocol.ts';

export type { EntryFields } from '../core/glossary/edit/entry-fields.ts';
export type { LinePair as ComparedPair, LineRange } from '../workspace/comparing.ts';
export type { PageCoverage, PageState } from '../workspace/coverage/coverage.ts';
export type { Pair } from '../workspace/source/pairs.ts';
export { VIRTUAL_SCHEME } from '../workspace/source/virtual-scheme.ts';
export type { NewTranslation } from '../workspace/starting/start.ts';
export * from './compare-protocol.ts';
export * from './glossary-protocol.ts';
export * from './project-protocol.ts';
export * from './style-protocol.ts';
export * from './translate-protocol.ts';
export type { DraftForm, UnknownReason };

/**
 * The protocol between client and server beyond the Language Server Protocol. The client
 * imports no other file of the server.
 */

export interface InitializationOptions {
  /** The client answers requests about files. Otherwise the server reads the disk itself. */
  readonly clientFiles?: boolean;
  /** The commands that the client knows, for use in code actions and hovers. */
  readonly commands?: readonly string[];
  /** Which documents are pages, where the client has others of these languages, too. */
  readonly pages?: readonly { readonly language: string; readonly scheme?: string }[];
  /**
   * The page can be formatted, as with the setting `yijiao.format.enable`; for clients that have no settings, or to which nothing can
   * be told later.
   */
  readonly format?: boolean;
  /** Whether git may be asked in this workspace; it may when nothing is said. */
  readonly trusted?: boolean;
  /** See `pausedNotification`; it is not when nothing is said. */
  readonly paused?: boolean;
  /** The client shows what `statusNotification` tells. */
  readonly status?: boolean;
  /** Sources that the user has chosen: URI of the Chinese page → URI of its source. */
  readonly chosenSources?: Readonly<Record<string, string>>;
  /** Where the pages of the rules are: the start of a URI that `<rule>.md` completes. The default is the web. */
  readonly rulePages?: string;
  /** The language in which the client itself speaks: messages are in it, whatever its settings say. */
  readonly language?: 'en' | 'zh';
  /** Where the segmenter's bundle lies, for a server that runs in a browser. */
  readonly segmenter?: string;
}

/** The code of a fault of the JSON, whatever the file is about: an editor that says so itself may leave it out. */
export const INVALID_JSON = 'invalid-json';

/** Commands of the client that the server offers. */
export const commands = {
  /** [rule id] */
  openRule: 'yijiao.openRule',
  /** [URI of the glossary, 0-based line] */
  openEntry: 'yijiao.openGlossaryEntry',
  /** [URI of the Chinese page, index of a change] */
  showChanges: 'yijiao.showChanges',
  /** [URI of the Chinese page] */
  markSynced: 'yijiao.markSynced',
  /** [URI of the glossary, 0-based line]; without them, the entry of the term at the cursor */
  editEntry: 'yijiao.editGlossaryEntry',
  /** [URI of a page, position of the term] */
  findUses: 'yijiao.findTermUses',
  /** [URI of a page, id of a point of style]; without them, for a person to choose */
  settle: 'yijiao.settleStyle',
  /** [Mended]: after the edit of an action that mends many places */
  tellMended: 'yijiao.tellMended',
  /** [PageEdit that was made]: its English is selected, to be written over */
  selectInserted: 'yijiao.selectInserted',
} as const;

/**
 * Client → server, VisibleParams: the visible lines of a page have changed. Only needed for
 * pages with very many findings.
 */
export const visibleNotification = 'yijiao/visible';

export interface VisibleParams {
  readonly uri: string;
  /** 0-based. Folded lines are between two ranges. */
  readonly lines: readonly LineRange[];
}

/** Client → server, TranslationsParams → TranslationsResult: the translations of a folder whose names lead to their sources; cheap. */
export const translationsRequest = 'yijiao/translations';

export interface TranslationsParams {
  readonly folder: string;
  /** How many are wanted at most. */
  readonly limit: number;
}

export type TranslationsResult = Pairs;

/** Client → server, { uri, source? }: what changed in the English since a Chinese page was translated from it. */
export const changesRequest = 'yijiao/changes';

export interface ChangesResult {
  readonly pages?: { readonly chinese: string; readonly english: string };
  /** Why the changes are unknown. */
  readonly reason?: 'noSource' | UnknownReason;
  /** The same as a text, with what to do. Not for `noSource`. */
  readonly why?: string;
  /** The source as it was translated: a URI for `textRequest`. */
  readonly before?: string;
  readonly revision?: { readonly id: string; readonly by: 'marker' | 'fork' | 'commit' };
  readonly changes: readonly ChangedBlock[];
}

export interface ChangedBlock {
  readonly chinese: LineRange;
  /** In the current English page; undefined if the block was removed. */
  readonly after?: LineRange;
  readonly diff: readonly DiffPart[];
  readonly trivial: boolean;
}

/** Client → server, { uri, source?, add? }: returns the edit that marks a Chinese page as in sync with its source. */
export const syncRequest = 'yijiao/markSynced';

export interface SyncResult {
  readonly edit?: PageEdit;
  /**
   * Why there is no edit. `committing`: the page names no revision, so committing it is enough; `add` would write one.
   * `unsaved`: the current source is not committed. `fork`: merging the upstream is enough.
   */
  readonly reason?: ChangesResult['reason'] | 'committing' | 'unsaved' | 'fork' | 'already';
  readonly why?: string;
}

/**
 * Client → server: returns the coverage of the translations below a folder. Progress goes to `workDoneToken`. When
 * stopped, it returns the pages read so far.
 */
export const coverageRequest = 'yijiao/coverage';

export interface CoverageParams {
  readonly folder: string;
  /** Also return the report, as an HTML page. */
  readonly report?: boolean;
  /** Reuse the results for pages that have not changed. */
  readonly kept?: boolean;
  readonly workDoneToken?: string | number;
}

export interface CoverageResult {
  /** `why`: the reason for `unknown` as a text, with what to do. */
  readonly pages: readonly (PageCoverage & { readonly why?: string })[];
  readonly isPartial: boolean;
  readonly report?: string;
}

/**
 * Client → server, { workDoneToken } of such a request, or of a check of all pages: it is to end with what it has. (One that is
 * cancelled has no answer.)
 */
export const stopNotification = 'yijiao/stop';

/** Server → client, after a coverage request: the coverage may have changed. */
export const coverageChangedNotification = 'yijiao/coverageChanged';

/** Client → server: { uri } → text, or null: the text of a page that is not a file (`yijiao-source:` URIs). */
export const textRequest = 'yijiao/text';

/** Client → server: the workspace is now trusted, and git may be used. */
export const trustNotification = 'yijiao/trusted';

/**
 * Client → server, { isPaused }: nothing is analysed any more and no finding is shown, or all is as it was. A server may be started
 * so (`InitializationOptions.paused`).
 */
export const pausedNotification = 'yijiao/paused';

/** Server → client: the questions of the Files port. */
export const fileRequests = {
  /** URI → base64, or null. */
  read: 'yijiao/files/read',
  /** URI → 'file' | 'folder' | null. */
  kind: 'yijiao/files/kind',
  /** URI → { name, kind }[]. */
  list: 'yijiao/files/list',
  /** URI of a folder → URIs of the Markdown files below it. */
  markdown: 'yijiao/files/markdown',
} as const;

/** Server → client: the content of the status item. */
export const statusNotification = 'yijiao/status';

export interface PageStatus {
  readonly uri: string;
  readonly version: number;
  /** False while the style is being learnt or the segmenter loaded, so that more findings may follow. */
  readonly settled: boolean;
  readonly findings: number;
  /** Milliseconds of the last analysis of the page. */
  readonly duration: number;
  readonly glossaryTerms: number;
  /** The Chinese pages of which the style was learnt; undefined until it is. */
  readonly stylePages?: number;
  /** Why the page is not checked, for a person to read. */
  readonly skipped?: string;
}
