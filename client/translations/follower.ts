/** Work that is done again after something has changed: when the changes pause, once at a time, and only while it is seen. */
export interface Follower {
  /** Something has changed. */
  changed(): void;
  /** What is shown has come into sight, or has gone: then the work is stopped. */
  seen(isSeen: boolean): void;
  /** Stops the work until the next change. */
  stop(): void;
  /** Something else does the work anew, now. */
  instead<Result>(work: () => Promise<Result>): Promise<Result>;
  dispose(): void;
}

/** `work` tells whether it came to its end; what it was stopped in is done again when it is seen next. `pause` in milliseconds. */
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
    // What was hidden may be seen again by now.
    if (isDone || own.signal.reason === HIDDEN) soon();
  };
  // What changes meanwhile is looked at afterwards.
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
