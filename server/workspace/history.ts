/**
 * What a version control system remembers of files. Like the Files port it never writes, runs a hook or fetches; every
 * answer is undefined (or empty) where there is no history, no such revision, or no leave to look.
 */
export interface History {
  /** The bytes of a file as they were in a revision. */
  read(uri: string, revision: string): Promise<Uint8Array | undefined>;
  /** The newest revision at or before `revision` (default: the one checked out) that changed the file. */
  last(uri: string, revision?: string): Promise<Revision | undefined>;
  /** The revisions that changed the file since another one, newest first, at most `MAX_REVISIONS`. */
  since(uri: string, revision: string): Promise<readonly Revision[]>;
  /** The full id that a name (a branch, a tag, a short id) stands for in the checkout of a file. */
  resolve(uri: string, name: string): Promise<string | undefined>;
  /** The revision from which two lines of history part. */
  mergeBase(uri: string, a: string, b: string): Promise<string | undefined>;
}

export interface Revision {
  /** The full id. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly subject: string;
}

export const MAX_REVISIONS = 200;

/** A history that knows nothing as long as it may not be asked. */
export function trustedHistory(history: History, isTrusted: () => boolean): History {
  return {
    read: async (uri, revision) => (isTrusted() ? history.read(uri, revision) : undefined),
    last: async (uri, revision) => (isTrusted() ? history.last(uri, revision) : undefined),
    since: async (uri, revision) => (isTrusted() ? history.since(uri, revision) : []),
    resolve: async (uri, name) => (isTrusted() ? history.resolve(uri, name) : undefined),
    mergeBase: async (uri, a, b) => (isTrusted() ? history.mergeBase(uri, a, b) : undefined),
  };
}

/** Names of revisions that can be asked for: nothing that could be taken for an option or a path. */
export const REVISION_NAME = /^[\w][\w./@{}^~-]*$/;
