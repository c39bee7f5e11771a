import type { EntryFields } from '../core/glossary/edit/entry-fields.ts';

/** What client and server say to each other of the glossary. */

/**
 * Client → server: { uri, range } → ProposedTerm, or null: what is known about a selection that is to become a term.
 */
export const proposeTermRequest = 'yijiao/glossary/propose';

export interface ProposedTerm {
  /** One of the two is the selection. The other, if present, is a guess. */
  readonly source?: string;
  readonly target?: string;
  /** The text on the other page of the comparison, if known. */
  readonly context?: string;
  /** Existing entries of the glossary: URI and 0-based line. */
  readonly known: readonly { readonly uri: string; readonly line: number }[];
}

/** Client → server: AddTermParams → EntryResult. */
export const addTermRequest = 'yijiao/glossary/add';

export interface AddTermParams {
  /** A page of the project. */
  readonly uri: string;
  readonly source: string;
  /** If absent, the term stays in English. */
  readonly target?: string;
  readonly note?: string;
}

export interface EntryResult {
  /** A WorkspaceEdit of the Language Server Protocol; undefined if there is none. */
  readonly edit?: object;
  /** The glossary file. */
  readonly file?: string;
  /** Why there is no edit, as a text for the user. */
  readonly refused?: string;
}

/**
 * Client → server: { uri, position } → GlossaryEntry[]: the entries for the term at a position of a
 * page, or on a line of a glossary.
 */
export const entriesRequest = 'yijiao/glossary/entries';

export interface GlossaryEntry {
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
  /** Its index among the entries of the line. */
  readonly index: number;
  readonly title: string;
  readonly fields: EntryFields;
}

/** Client → server: EditEntryParams → EntryResult. */
export const editEntryRequest = 'yijiao/glossary/edit';

export interface EditEntryParams {
  /** As the server returned it. */
  readonly entry: GlossaryEntry;
  readonly fields: EntryFields;
}

/** Client → server: { uri } of a page → CheckGlossaryResult. Problems arrive as diagnostics. */
export const checkGlossaryRequest = 'yijiao/glossary/check';

export interface CheckGlossaryResult {
  readonly files: number;
  readonly terms: number;
  readonly problems: number;
}
