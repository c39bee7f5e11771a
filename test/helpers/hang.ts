import { runInNewContext } from 'node:vm';

/**
 * A limit for tests with input made to be slow. Linear code takes a second or two on a slow machine, other code takes
 * minutes. Benchmarks measure the actual speed.
 */
const LIMIT = 120_000;

/**
 * Runs work and returns its result; throws if it does not end. The `timeout` of a test
 * cannot interrupt synchronous work.
 */
export function toTheEnd<Result>(work: () => Result): Result {
  return runInNewContext('work()', { work }, { timeout: LIMIT });
}

/** The same for a test that waits for another process. */
export const HANG = { timeout: LIMIT } as const;
