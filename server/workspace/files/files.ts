/**
 * The port for all file access, so that Node, a browser, a virtual workspace and tests work the same way. URIs of files
 * and folders have no trailing slash. Nothing here writes, runs or fetches.
 */
export interface Files {
  /** The bytes of a file; undefined if it does not exist or cannot be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
  kind(uri: string): Promise<'file' | 'folder' | undefined>;
  /** The entries of a folder; empty if it does not exist. */
  list(uri: string): Promise<readonly { name: string; kind: 'file' | 'folder' }[]>;
  /**
   * The Markdown and MDX files anywhere below a folder, at most `MAX_FILES`, without those that git or the editor
   * hides. On a disk, `onUnreadable` is called with folders that cannot be read.
   */
  markdown(root: string, onUnreadable?: (folder: string) => void): Promise<readonly string[]>;
  /**
   * The real URI of a file or folder, with symbolic links resolved; undefined if it does not
   * exist. Absent if there are no links.
   */
  real?(uri: string): Promise<string | undefined>;
}

export const MAX_FILES = 20_000;

export const MARKDOWN_NAME = /\.(md|mdx|markdown)$/i;
