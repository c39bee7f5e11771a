import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judges } from './judges.ts';
import type { Fault } from './trial.ts';

/** A difference between the judges that stays, and why. */
interface Known {
  /** Who sees damage. */
  readonly by: readonly string[];
  /** A regular expression that finds the construct in the page. */
  readonly page: string;
  readonly reason: string;
}

const known: readonly Known[] = JSON.parse(readFileSync(join(import.meta.dirname, 'known.json'), 'utf8'));

/** Why only some of the judges see damage in a page; undefined where that is not known. */
export function reasonFor({ kind, by, before }: Fault): string | undefined {
  if (kind !== 'damaged' || by.length === Object.keys(judges).length) return undefined;
  return known.find((one) => by.every((judge) => one.by.includes(judge)) && new RegExp(one.page, 'mu').test(before))
    ?.reason;
}

export function unusedReasons(used: ReadonlyMap<string, number>): string[] {
  return known.map(({ reason }) => reason).filter((reason) => !used.has(reason));
}
