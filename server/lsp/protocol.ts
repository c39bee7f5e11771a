import type { DiffPart } from '../core/bilingual/state/drift.ts';
import type { EntryFields } from '../core/glossary/edit/entry-fields.ts';
import type { LinePair, LineRange } from '../workspace/comparing.ts';
import type { PageCoverage } from '../workspace/coverage/coverage.ts';
import type { UnknownReason } from '../workspace/history/revision.ts';

export type { EntryFields } from '../core/glossary/edit/entry-fields.ts';
export type { LinePair as ComparedPair, LineRange } from '../workspace/comparing.ts';
export type { PageCoverage, PageState } from '../workspace/coverage/coverage.ts';
export { VIRTUAL_SCHEME } from '../workspace/source/virtual-scheme.ts';
export type { UnknownReason };

/** What client and server say to each other beyond the Language Server Protocol. The client imports only this file. */

export interface InitializationOptions {
  /** The client answers the server's questions about files; without it the server reads the disk itself. */
  readonly clientFiles?: boolean;
  /** The client knows these commands, so code actions and hovers may offer them. */
  readonly commands?: readonly string[];
  /** Whether git may be asked in this workspace; it may when nothing is said. */
  readonly trusted?: boolean;
  /** The client shows what `statusNotification` tells. */
  readonly status?: boolean;
  /** Sources that a person has chosen: URI of the Chinese page → URI of its source. */
  readonly chosenSources?: Readonly<Record<string, string>>;
  /** Where the pages of the rules lie, as the start of a URI that `<rule>.md` completes; without it they are on the web. */
  readonly rulePages?: string;
  /** Where the segmenter's bundle lies, for a server that runs in a browser. */
  readonly segmenter?: string;
}

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
} as const;

/** Client → server, VisibleParams: the lines of a page that can be seen have changed. Wanted of pages with very many findings. */
export const visibleNotification = 'yijiao/visible';

export interface VisibleParams {
  readonly uri: string;
  /** 0-based; what is folded lies between two of them. */
  readonly lines: readonly LineRange[];
}

/** Client → server: the page beside its English source. */
export const compareRequest = 'yijiao/compare';

export interface CompareParams {
  readonly uri: string;
  /** The source that a person chose, if the server is not to look for it. */
  readonly source?: string;
}

export interface CompareResult {
  /** Both sides, whichever of them the question was asked of; undefined when there is no source. */
  readonly pages?: { readonly chinese: string; readonly english: string };
  readonly pairs: readonly LinePair[];
  /** When there is no single source: the pages that might be it. */
  readonly candidates: readonly string[];
  /** When there is none at all: what was looked for, as paths. */
  readonly tried: readonly string[];
}

/** Client → server: the edit of a Chinese page that puts missing blocks to their place, or null where none can be made. */
export const insertRequest = 'yijiao/insertMissing';

export interface InsertParams extends CompareParams {
  /** A 0-based line of a missing block in the English page; of a place in the Chinese page where blocks are missing. */
  readonly line: number;
  readonly side: 'chinese' | 'english';
  /** All that is missing there, not only the first. */
  readonly all?: boolean;
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

/** Client → server, { uri, source? }: what changed in the English since a Chinese page was translated from it. */
export const changesRequest = 'yijiao/changes';

export interface ChangesResult {
  readonly pages?: { readonly chinese: string; readonly english: string };
  /** Why nothing can be said. */
  readonly reason?: 'noSource' | UnknownReason;
  /** The same for a person to read, with what to do; not for `noSource`. */
  readonly why?: string;
  /** The source as it was translated, as a URI that `textRequest` reads. */
  readonly before?: string;
  readonly revision?: { readonly id: string; readonly by: 'marker' | 'fork' | 'commit' };
  readonly changes: readonly ChangedBlock[];
}

export interface ChangedBlock {
  readonly chinese: LineRange;
  /** In the English page as it is; undefined when the block is gone. */
  readonly after?: LineRange;
  readonly diff: readonly DiffPart[];
  readonly trivial: boolean;
}

/** Client → server, { uri, source?, add? }: the edit by which a Chinese page says that it is in step with its source. */
export const syncRequest = 'yijiao/markSynced';

export interface SyncResult {
  readonly edit?: PageEdit;
  /**
   * Why there is no edit. `committing`: the page names no revision, so that committing it says the same; with `add` a
   * name is written. `unsaved`: the source is not committed as it is. `fork`: merging the upstream says it.
   */
  readonly reason?: ChangesResult['reason'] | 'committing' | 'unsaved' | 'fork' | 'already';
  readonly why?: string;
}

/**
 * Client → server: how the translations below a folder stand. Progress is told to `workDoneToken`; when that is stopped, what
 * was looked at so far is the answer.
 */
export const coverageRequest = 'yijiao/coverage';

export interface CoverageParams {
  readonly folder: string;
  /** Also write the report, as one page of HTML. */
  readonly report?: boolean;
  /** Pages that have not changed since the last look need not be looked at again. */
  readonly kept?: boolean;
  readonly workDoneToken?: string | number;
}

export interface CoverageResult {
  /** `why`: the reason of `unknown` for a person to read, with what to do. */
  readonly pages: readonly (PageCoverage & { readonly why?: string })[];
  readonly isPartial: boolean;
  readonly report?: string;
}

/** Client → server, { workDoneToken } of such a request: it is to end with what it has. (One that is cancelled has no answer.) */
export const stopCoverageNotification = 'yijiao/coverage/stop';

/** Server → client, after a look at all translations: how they stand may have changed. */
export const coverageChangedNotification = 'yijiao/coverageChanged';

/** Client → server: what is known of a selection that is to become a term: { uri, range } → ProposedTerm, or null. */
export const proposeTermRequest = 'yijiao/glossary/propose';

export interface ProposedTerm {
  /** One of the two is what was selected; the other, if it is there, a guess. */
  readonly source?: string;
  readonly target?: string;
  /** What stands on the other side of the comparison, where that is known. */
  readonly context?: string;
  /** Entries that the glossary has already: URI and 0-based line. */
  readonly known: readonly { readonly uri: string; readonly line: number }[];
}

/** Client → server: AddTermParams → EntryResult. */
export const addTermRequest = 'yijiao/glossary/add';

export interface AddTermParams {
  /** A page of the project. */
  readonly uri: string;
  readonly source: string;
  /** Without it the term stays in English. */
  readonly target?: string;
  readonly note?: string;
}

export interface EntryResult {
  /** An edit of the workspace as the Language Server Protocol has it; undefined where none can be made. */
  readonly edit?: object;
  /** The glossary file. */
  readonly file?: string;
  /** Why there is no edit, for a person to read. */
  readonly refused?: string;
}

/**
 * Client → server: { uri, position } of a page, or of a line of a glossary → GlossaryEntry[]: the entries of the term there, or of
 * the line.
 */
export const entriesRequest = 'yijiao/glossary/entries';

export interface GlossaryEntry {
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
  /** Which one of those of the line it is. */
  readonly index: number;
  readonly title: string;
  readonly fields: EntryFields;
}

/** Client → server: EditEntryParams → EntryResult. */
export const editEntryRequest = 'yijiao/glossary/edit';

export interface EditEntryParams {
  /** As it was told. */
  readonly entry: GlossaryEntry;
  readonly fields: EntryFields;
}

/** Client → server: { uri } of a page → CheckGlossaryResult; the problems come as diagnostics. */
export const checkGlossaryRequest = 'yijiao/glossary/check';

export interface CheckGlossaryResult {
  readonly files: number;
  readonly terms: number;
  readonly problems: number;
}

/** Client → server: the text of a page that no file holds (`yijiao-source:` URIs): { uri } → text, or null. */
export const textRequest = 'yijiao/text';

/** Client → server: the workspace is trusted now; git may be asked. */
export const trustNotification = 'yijiao/trusted';

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

/** Server → client: what the status item shows. */
export const statusNotification = 'yijiao/status';

export interface PageStatus {
  readonly uri: string;
  readonly version: number;
  /** False while more may come of this version: the style is being detected, or the segmenter loaded. */
  readonly settled: boolean;
  readonly findings: number;
  /** Milliseconds that the last analysis of the page took. */
  readonly duration: number;
  readonly glossaryTerms: number;
  /** Why the page is not checked, for a person to read. */
  readonly skipped?: string;
}
