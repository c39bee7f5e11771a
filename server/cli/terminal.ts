import type { Bilingual } from '../core/text/bilingual.ts';
import type { Files } from '../workspace/files/files.ts';
import type { History } from '../workspace/history/history.ts';
import type { SegmenterFactory } from '../workspace/project/project.ts';

/** What the command line needs of the world; `cli.ts` gives the real one, tests one in memory. */
export interface Terminal {
  readonly files: Files;
  /** Undefined where there is none to ask. */
  readonly history?: History;
  /**
   * Standard output. Text is for people: what it quotes of files goes through `visible`. Data, such as a glossary, keeps
   * every character unless somebody watches.
   */
  out(text: string, what?: 'text' | 'data'): void;
  /** Standard error: what went wrong, and progress. */
  error(text: string): void;
  /** Shown and overwritten in place; ignored where nobody watches. */
  progress(text: string): void;
  readonly colours: boolean;
  /** A path as typed, as a URI. */
  uri(path: string): string;
  /** A URI as a path relative to where people are; `visible` shows it to them. */
  path(uri: string): string;
  /** Writes a file that really lies below a folder; gives what prevented it, and then the file is as it was. */
  save(uri: string, bytes: Uint8Array, root: string): Promise<Bilingual | undefined>;
  /** Removes what a killed run left in a folder. */
  tidy(folder: string): Promise<void>;
  /** Why a file or folder that is there cannot be read; undefined where it can. */
  whyUnreadable(uri: string): Promise<Bilingual | undefined>;
  loadSegmenter(): Promise<SegmenterFactory>;
  serve(): Promise<void>;
  readonly language: 'en' | 'zh';
  readonly version: string;
}
