/**
 * What a version control system remembers of files. Like the Files port it never writes, runs a hook or fetches. An answer
 * is undefined where there is no such thing; where nobody can tell, a `HistoryFault` is thrown.
 */
export interface History {
  /** The bytes of a file as they were in a revision. */
  read(uri: string, revision: string): Promise<Uint8Array | undefined>;
  /** The bytes of a version of a file, by the id that `versions` gives. */
  content(uri: string, id: string): Promise<Uint8Array | undefined>;
  /** The newest revision that changed the file. */
  last(uri: string): Promise<Revision | undefined>;
  /** The versions of a file that led to the one that is checked out, newest first, over its renames; undefined when no commit holds it. */
  versions(uri: string): Promise<readonly Version[] | undefined>;
  /** The full id that a name (a branch, a tag, a short id) stands for in the checkout of a file. */
  resolve(uri: string, name: string): Promise<string | undefined>;
  /** The revision from which two lines of history part. */
  mergeBase(uri: string, a: string, b: string): Promise<string | undefined>;
  /** The checkout that a file lies in. */
  checkout(uri: string): Promise<Checkout>;
  /** The same history, which looks once at all files below a folder when the versions of one of them are asked for. */
  below(folder: string): History;
}

export interface Revision {
  /** The full id. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/** A file as a commit left it. */
export interface Version {
  /** The id of the commit. */
  readonly revision: string;
  /** What the file was called then. */
  readonly uri: string;
  /** How much of it is the same as in the version before, 0–100, where that had another name. */
  readonly likeness: number;
  /** The id of its content. */
  readonly content: string;
  /** The ids of what it was made of: none for a new file, several where a merge made something new of them. */
  readonly before: readonly string[];
  /** The history that is here begins with this commit: the version may be older. */
  readonly isCut: boolean;
}

export interface Checkout {
  /** URI of its folder. */
  readonly root: string;
  /** Only the newest commits are here. */
  readonly isShallow: boolean;
  /** The contents of older commits may not be here. */
  readonly isPartial: boolean;
}

/**
 * Why a history cannot be asked: `untrusted`, nobody trusts the workspace; `noGit`, no git can be run; `noHistory`, the file
 * lies in no checkout; `notOwned`, git refuses the checkout of another user; `timeout`, it took too long; `failed`, anything else.
 */
export type FaultReason = 'untrusted' | 'noGit' | 'noHistory' | 'notOwned' | 'timeout' | 'failed';

export class HistoryFault extends Error {
  readonly reason: FaultReason;

  constructor(reason: FaultReason) {
    super(`The history cannot be asked: ${reason}`);
    this.reason = reason;
  }
}

/** An answer of a history, undefined also where nobody can tell. */
export function ifKnown<Answer>(answer: Promise<Answer> | undefined): Promise<Answer | undefined> {
  return Promise.resolve(answer).catch((error: unknown) => {
    if (error instanceof HistoryFault) return undefined;
    throw error;
  });
}

/** A history that may not be asked as long as nobody trusts the workspace. */
export function trustedHistory(history: History, isTrusted: () => boolean): History {
  const guarded =
    <Args extends unknown[], Answer>(ask: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      if (!isTrusted()) throw new HistoryFault('untrusted');
      return ask(...args);
    };
  return {
    read: guarded(history.read),
    content: guarded(history.content),
    last: guarded(history.last),
    versions: guarded(history.versions),
    resolve: guarded(history.resolve),
    mergeBase: guarded(history.mergeBase),
    checkout: guarded(history.checkout),
    below: (folder) => trustedHistory(history.below(folder), isTrusted),
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
  const once =
    <Args extends string[], Answer>(name: string, ask: (...args: Args) => Promise<Answer>) =>
    (...args: Args): Promise<Answer> => {
      const key = JSON.stringify([name, ...args]);
      const time = now();
      const known = answers.get(key);
      if (known && time < known.until) return known.answer as Promise<Answer>;
      if (answers.size >= MAX_ANSWERS) answers.clear();
      const answer = ask(...args);
      answers.set(key, { until: time + milliseconds, answer });
      return answer;
    };
  return {
    read: once('read', history.read),
    content: once('content', history.content),
    last: once('last', history.last),
    versions: once('versions', history.versions),
    resolve: once('resolve', history.resolve),
    mergeBase: once('mergeBase', history.mergeBase),
    checkout: once('checkout', history.checkout),
    // It remembers by itself, as long as it is kept.
    below: history.below,
    forget: () => answers.clear(),
  };
}

const MAX_ANSWERS = 100;
