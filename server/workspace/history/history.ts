/**
 * What a version control system knows about files. Like the Files port, it never writes, runs a hook or fetches.
 * Undefined means that something does not exist. If that cannot be known, it throws a `HistoryFault`.
 */
export interface History {
  /** The bytes of a file in a revision. */
  read(uri: string, revision: string): Promise<Uint8Array | undefined>;
  /** The bytes of a version of a file, by the content id from `versions`. */
  content(uri: string, id: string): Promise<Uint8Array | undefined>;
  /** The newest revision that changed the file. */
  last(uri: string): Promise<Revision | undefined>;
  /**
   * The versions of a file that led to the checked-out one, newest first, across renames;
   * undefined if no commit contains it.
   */
  versions(uri: string): Promise<readonly Version[] | undefined>;
  /** The full id for a name (a branch, tag or short id) in the checkout of a file. */
  resolve(uri: string, name: string): Promise<string | undefined>;
  /** The revision where two lines of history fork. */
  mergeBase(uri: string, a: string, b: string): Promise<string | undefined>;
  /** The checkout that contains a file. */
  checkout(uri: string): Promise<Checkout>;
  /** The same history, prepared for many files: it reads all files below a folder at once. */
  below(folder: string): History;
}

export interface Revision {
  readonly id: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/** A file as a commit left it. */
export interface Version {
  /** The id of the commit. */
  readonly revision: string;
  /** The name of the file then. */
  readonly uri: string;
  /** If the version before had another name: how much is the same, 0–100. */
  readonly likeness: number;
  /** The id of the content. */
  readonly content: string;
  /** The content ids it was made from: none for a new file, several for a merge that created something new. */
  readonly before: readonly string[];
  /** The local history starts with this commit, so the version may be older. */
  readonly isCut: boolean;
}

export interface Checkout {
  /** URI of its folder. */
  readonly root: string;
  /** Only the newest commits are local. */
  readonly isShallow: boolean;
  /** The contents of older commits may be missing. */
  readonly isPartial: boolean;
}

/**
 * Why a history cannot be read. `untrusted`: the workspace is not trusted. `noGit`: git cannot be run.
 * `noHistory`: the file is not in a checkout. `notOwned`: git refuses a checkout of another user. `timeout`: it
 * took too long. `failed`: anything else.
 */
export type FaultReason = 'untrusted' | 'noGit' | 'noHistory' | 'notOwned' | 'timeout' | 'failed';

export class HistoryFault extends Error {
  readonly reason: FaultReason;

  constructor(reason: FaultReason) {
    super(`The history cannot be asked: ${reason}`);
    this.reason = reason;
  }
}

/** The answer of a history, with undefined instead of a fault. */
export function ifKnown<Answer>(answer: Promise<Answer> | undefined): Promise<Answer | undefined> {
  return Promise.resolve(answer).catch((error: unknown) => {
    if (error instanceof HistoryFault) return undefined;
    throw error;
  });
}

/** A history that refuses to answer while the workspace is not trusted. */
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

/** Accepted names of revisions. None of them can be taken for an option or a path. */
export const REVISION_NAME = /^[\w][\w./@{}^~-]*$/;

/** A history that repeats its answers for some milliseconds, so that a page with several questions asks git once. */
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
    // It has a cache of its own.
    below: history.below,
    forget: () => answers.clear(),
  };
}

const MAX_ANSWERS = 100;
