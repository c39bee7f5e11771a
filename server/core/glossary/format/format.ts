import type { Bilingual } from '../../text/bilingual.ts';
import type { Edit } from '../../text/span.ts';
import type { Reading, Term } from '../term.ts';
import type { Ability } from './abilities.ts';

/**
 * A form of glossary files. Each is the default export of a file in this folder; `npm run generate` enters it in `list.ts`, which is what
 * all else asks that reads, writes, edits, watches or names glossary files.
 */
export interface Format {
  /** What the command line calls it. */
  readonly id: string;
  /** What people call it. */
  readonly name: Bilingual;
  /** Endings of its files, in lower case and without the dot; `id` is one of them. */
  readonly extensions: readonly string[];
  /** Whether a text is in this format, asked where the name of the file does not tell. What no format knows is read as Markdown. */
  recognises?(text: string): boolean;
  /** The most UTF-16 units that are read; without it any number. */
  readonly largest?: number;
  /**
   * The terms of a file that is not blank, and what is wrong in it. Never throws: what cannot be understood is a fault at its
   * place, and the other entries stand. `file` goes into the origin of each term.
   */
  read(text: string, file: string): Reading;
  /** The text of a file. What the format cannot hold is left out; `lacks` says what that is. */
  write(terms: readonly Term[]): string;
  /** What its files do not hold. Held by `test/project/formats.test.ts`, which tries each ability. */
  readonly lacks: readonly Ability[];
  /** What a new file begins with before its first entry is appended. */
  readonly blank?: string;
  /**
   * Ways to add an entry, the likeliest first. Each is tried: the first after which the file says just that is taken. `terms` is
   * what the file says now. Line ends are `\n`.
   */
  append(text: string, terms: readonly Term[], draft: Draft): Edit[];
  /** Ways to make a change of an entry, tried likewise. */
  change(text: string, change: EntryChange): Edit[];
  readonly docs: FormatDocs;
  /** The files for which an editor offers the schema of our own entries, and the contribution point that says so. */
  readonly schema?: { readonly point: 'yamlValidation' | 'jsonValidation'; readonly files: readonly string[] };
}

/** What `docs/glossary.md` and its translation say of a format. */
export interface FormatDocs {
  /** How it is read, for a cell of a table. */
  readonly reading: Bilingual;
  /** A section of its own, in Markdown without a heading. Its example is read by a test. */
  readonly section?: Bilingual;
}

/** What a person says of a term that is to be added. Without a Chinese wording it stays in English. */
export interface Draft {
  readonly source: string;
  readonly target?: string;
  readonly note?: string;
}

/** One change: what an entry said and is to say. */
export interface EntryChange {
  readonly field: 'approved' | 'rejected' | 'note';
  readonly before: Term;
  readonly after: Term;
}
