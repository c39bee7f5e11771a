/** Milliseconds that anything may take on a busy machine. Only what fails waits so long. */
const PATIENCE = 120_000;

/** Looks again and again, since everything in an editor happens a moment later. */
export async function until<T>(
  what: string,
  look: () => T | PromiseLike<T>,
  done: (value: T) => boolean = Boolean,
  timeoutMs = PATIENCE,
): Promise<T> {
  for (const deadline = Date.now() + timeoutMs; ; ) {
    const value = await look();
    if (done(value)) return value;
    if (Date.now() > deadline) {
      throw new Error(`Waited ${timeoutMs / 1000} s for ${what}. Last seen: ${JSON.stringify(value)?.slice(0, 2000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Watches for a while that something stays as it is; for what must not happen, which no poll can await. */
export async function stays(what: string, holds: () => boolean, forMs = 700): Promise<void> {
  for (const end = Date.now() + forMs; Date.now() < end; ) {
    if (!holds()) throw new Error(`It did not stay so that ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
