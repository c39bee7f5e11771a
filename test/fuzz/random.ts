import { random } from '../eval/damage.ts';

/** Choices that are the same for the same seed. */
export interface Random {
  /** A whole number from 0 up to, and without, `limit`. */
  below(limit: number): number;
  of<T>(list: readonly T[]): T;
  chance(share: number): boolean;
}

export function createRandom(seed: number): Random {
  const next = random(Math.imul(seed + 1, 0x9e3779b1));
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, of: (list) => list[below(list.length)]!, chance: (share) => next() < share };
}
