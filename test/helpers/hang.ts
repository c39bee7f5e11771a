import { runInNewContext } from 'node:vm';

/**
 * For tests that hold against input made to be slow: a linear reading of it takes a second or two on a slow machine, one that
 * is not takes minutes. How fast it is, the benchmark tells.
 */
const LIMIT = 120_000;

/** Runs work to its end and gives its result; throws where it has none. A test's own `timeout` cannot interrupt what does not wait. */
export function toTheEnd<Result>(work: () => Result): Result {
  return runInNewContext('work()', { work }, { timeout: LIMIT });
}

/** The same for a test that waits for another process. */
export const HANG = { timeout: LIMIT } as const;
