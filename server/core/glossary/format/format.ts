import type { Bilingual } from '../../text/bilingual.ts';
import type { Edit } from '../../text/span.ts';
import type { Reading, Term } from '../term.ts';
import type { Ability } from './abilities.ts';

/**
 * A glossary file format. Each one is the default export of a file in this folder. `npm run generate` lists them in
 * `list.ts`, and all code that reads, writes, edits, watches or names glossary files uses that list.
 */
export interface Format {
  /** Its name on the command line. */
  readonly id: string;
  /** Its name for people. */
  readonly name: Bilingual;
  /** File extensions, in lower case and without the dot; `id` is one of them. */
  readonly extensions: readonly string[];
  /**
   * Whether a text is in this format. Asked when the file name does not tell. Unrecognised text is read as Markdown.
   */
  recognises?(text: string): boolean;
  /** The largest text to read, in UTF-16 units; unlimited if absent. */
  readonly largest?: number;
  /**
   * Reads a file that is not blank: its terms and its faults. Never throws. What cannot be understood is a fault at its
   * place, and the other entries still count. `file` becomes part of each term's origin.
   */
  read(text: string, file: string): Reading;
  /** Writes a file. Leaves out what the format cannot hold, which `lacks` names. */
  write(terms: readonly Term[]): string;
  /** What the format cannot hold. `test/project/formats.test.ts` tries every ability. */
  readonly lacks: readonly Ability[];
  /** The content of a new file before its first entry. */
  readonly blank?: string;
  /**
   * Candidate edits that add an entry, the likeliest first. The caller tries each and takes the first after which the
   * file says exactly that. `terms` is what the file says now. Lines end in `\n`.
   */
  append(text: string, terms: readonly Term[], draft: Draft): Edit[];
  /** Candidate edits that change an entry; tried in the same way. */
  change(text: string, change: EntryChange): Edit[];
  readonly docs: FormatDocs;
  /**
   * The files for which editors offer the schema of our own entries,
   * and the VS Code contribution point that declares it.
   */
  readonly schema?: { readonly point: 'yamlValidation' | 'jsonValidation'; readonly files: readonly string[] };
}

/** What `docs/glossary.md` and its translation say about a format. */
export interface FormatDocs {
  /** How it is read, as a table cell. */
  readonly reading: Bilingual;
  /** A section of its own, in Markdown without a heading. A test reads its example. */
  readonly section?: Bilingual;
}

/** A new entry as a person describes it. Without a Chinese wording the term stays in English. */
export interface Draft {
  readonly source: string;
  readonly target?: string;
  readonly note?: string;
}

/** A change: the entry before and after it. */
export interface EntryChange {
  readonly field: 'approved' | 'rejected' | 'note';
  readonly before: Term;
  readonly after: Term;
}
