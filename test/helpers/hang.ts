/**
 * For tests that hold against input made to be slow: a linear reading of it takes a second or two on a slow machine, one that
 * is not takes minutes. How fast it is, the benchmark tells.
 */
export const HANG = { timeout: 120_000 } as const;
