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

/** A history that gives the same answer again for a moment: what a page asks several times at once is asked of git once. */
export function rememberedHistory(
  history: History,
  milliseconds: number,
  now = Date.now,
): History & { forget(): void } {
  const answers = new Map<string, { readonly until: number; readonly answer: Promise<unknown> }>();
  const once = <Answer>(question: readonly (string | undefined)[], ask: () => Promise<Answer>): Promise<Answer> => {
    const key = JSON.stringify(question);
    const time = now();
    const known = answers.get(key);
    if (known && time < known.until) return known.answer as Promise<Answer>;
    if (answers.size >= MAX_ANSWERS) answers.clear();
    const answer = ask();
    answers.set(key, { until: time + milliseconds, answer });
    return answer;
  };
  return {
    read: (uri, revision) => once(['read', uri, revision], () => history.read(uri, revision)),
    last: (uri, revision) => once(['last', uri, revision], () => history.last(uri, revision)),
    since: (uri, revision) => once(['since', uri, revision], () => history.since(uri, revision)),
    resolve: (uri, name) => once(['resolve', uri, name], () => history.resolve(uri, name)),
    mergeBase: (uri, a, b) => once(['mergeBase', uri, a, b], () => history.mergeBase(uri, a, b)),
    forget: () => answers.clear(),
  };
}

const MAX_ANSWERS = 100;
