import type { Files } from '../workspace/files.ts';
import type { History } from '../workspace/history.ts';
import type { SegmenterFactory } from '../workspace/project.ts';

/** What the command line needs of the world; `cli.ts` gives the real one, tests one in memory. */
export interface Terminal {
  readonly files: Files;
  /** Undefined where there is none to ask. */
  readonly history?: History;
  /** Standard output. */
  out(text: string): void;
  /** Standard error: what went wrong, and progress. */
  error(text: string): void;
  /** Shown and overwritten in place; ignored where nobody watches. */
  progress(text: string): void;
  readonly colours: boolean;
  /** A path as typed, as a URI. */
  uri(path: string): string;
  /** A URI as a path for people, relative to where they are. */
  path(uri: string): string;
  /** Replaces a file as a whole or not at all, with its permissions. */
  save(uri: string, bytes: Uint8Array): Promise<void>;
  loadSegmenter(): Promise<SegmenterFactory>;
  serve(): Promise<void>;
  readonly language: 'en' | 'zh';
  readonly version: string;
}
