/** Work that is repeated after changes: once they pause, one run at a time, and only while its result is visible. */
export interface Follower {
  changed(): void;
  /** The result was shown or hidden. Hiding it stops the work. */
  seen(isSeen: boolean): void;
  /** Stops the work until the next change. */
  stop(): void;
  /** Does other work instead, now, that has the same result. */
  instead<Result>(work: () => Promise<Result>): Promise<Result>;
  dispose(): void;
}

/** `work` returns whether it finished. If hiding stopped it, it runs again when shown. `pause` is in milliseconds. */
export function createFollower(
  isSeen: () => boolean,
  work: (signal: AbortSignal) => Promise<boolean>,
  pause: number,
): Follower {
  let isStale = false;
  let running = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopper: AbortController | undefined;
  const soon = () => {
    clearTimeout(timer);
    if (isStale && isSeen()) timer = setTimeout(() => void run(), pause);
  };
  const run = async () => {
    if (running > 0 || !isStale || !isSeen()) return;
    const own = new AbortController();
    stopper = own;
    const isDone = await guarded(() => work(own.signal).catch(() => false));
    if (stopper !== own) return;
    isStale ||= !isDone;
    // It may have been shown again by now.
    if (isDone || own.signal.reason === HIDDEN) soon();
  };
  // Changes during the work are handled afterwards.
  const guarded = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    running++;
    isStale = false;
    try {
      return await act();
    } finally {
      running--;
    }
  };
  return {
    changed() {
      isStale = true;
      soon();
    },
    seen(now) {
      if (now) soon();
      else stopper?.abort(HIDDEN);
    },
    stop: () => stopper?.abort(),
    async instead(act) {
      stopper?.abort();
      stopper = undefined;
      try {
        return await guarded(act);
      } finally {
        soon();
      }
    },
    dispose() {
      clearTimeout(timer);
      stopper?.abort();
    },
  };
}

const HIDDEN = 'hidden';
