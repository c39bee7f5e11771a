import type { Bilingual, Language } from '../core/text/bilingual.ts';
import type { Files } from '../workspace/files/files.ts';
import type { History } from '../workspace/history/history.ts';
import type { SegmenterFactory } from '../workspace/project/project.ts';

/** What the command line needs from its environment. `cli.ts` provides the real one, tests provide one in memory. */
export interface Terminal {
  readonly files: Files;
  /** Undefined if there is no git. */
  readonly history?: History;
  /**
   * Standard output. Text is for people, so parts of files in it go through `visible`. Data, such as a glossary, keeps
   * every character unless a person is watching.
   */
  out(text: string, what?: 'text' | 'data'): void;
  /** Standard error, for failures and progress. */
  error(text: string): void;
  /** Shows a line that the next one overwrites. Ignored if nobody is watching. */
  progress(text: string): void;
  readonly colours: boolean;
  /** Converts a path as typed to a URI. */
  uri(path: string): string;
  /** Converts a URI to a path relative to the working folder. Show it through `visible`. */
  path(uri: string): string;
  /** Such a path from the root of the checkout that CI has made, with `/`; where there is no CI, from where people are. */
  fromCheckout(path: string): string;
  /** Writes a file that really lies below a folder; gives what prevented it, and then the file is as it was. */
  save(uri: string, bytes: Uint8Array, root: string): Promise<Bilingual | undefined>;
  /** Removes what a killed run left in a folder. */
  tidy(folder: string): Promise<void>;
  /** Why an existing file or folder cannot be read; undefined if it can. */
  whyUnreadable(uri: string): Promise<Bilingual | undefined>;
  loadSegmenter(): Promise<SegmenterFactory>;
  serve(): Promise<void>;
  readonly language: Language;
  readonly version: string;
}
