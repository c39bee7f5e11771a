/**
 * Every look at a disk goes through this port, so that Node, a browser, a virtual workspace and a test share one way.
 * Files and folders are named by URI strings without a trailing slash. Nothing here writes, runs or fetches.
 */
export interface Files {
  /** The bytes of a file; undefined when there is none or it cannot be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
  kind(uri: string): Promise<'file' | 'folder' | undefined>;
  /** Names in a folder; empty when there is none. */
  list(uri: string): Promise<readonly { name: string; kind: 'file' | 'folder' }[]>;
  /**
   * The Markdown and MDX files anywhere below a folder, at most `MAX_FILES`, without those that git or the editor hides.
   * A disk tells `onUnreadable` the folders into which it cannot look.
   */
  markdown(root: string, onUnreadable?: (folder: string) => void): Promise<readonly string[]>;
  /** Where a file or folder really lies, its symbolic links followed; undefined when there is none. Absent where no links are known. */
  real?(uri: string): Promise<string | undefined>;
}

export const MAX_FILES = 20_000;

export const MARKDOWN_NAME = /\.(md|mdx|markdown)$/i;
