import type { LinePair } from '../workspace/comparing.ts';

export type { LinePair as ComparedPair, LineRange } from '../workspace/comparing.ts';
export { VIRTUAL_SCHEME } from '../workspace/virtual-scheme.ts';

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
  /** [URI of the glossary, 0-based line] */
  editEntry: 'yijiao.editGlossaryEntry',
  /** [URI of a page, position of the term] */
  findUses: 'yijiao.findTermUses',
} as const;

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

/** Client → server: AddTermParams → AddTermResult. */
export const addTermRequest = 'yijiao/glossary/add';

export interface AddTermParams {
  /** A page of the project. */
  readonly uri: string;
  readonly source: string;
  /** Without it the term stays in English. */
  readonly target?: string;
  readonly note?: string;
}

export interface AddTermResult {
  /** An edit of the workspace as the Language Server Protocol has it; undefined where none can be made. */
  readonly edit?: object;
  /** The glossary file. */
  readonly file?: string;
  /** Why there is no edit, for a person to read. */
  readonly refused?: string;
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

export interface Status {
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
