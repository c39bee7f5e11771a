import { type Bilingual, unworded } from '../core/text/bilingual.ts';

/**
 * Exit statuses: nothing found · findings · wrong usage, a crash, or a file that cannot be read or written · nothing
 * found, but something is unknown.
 */
export const CLEAN = 0;
export const FINDINGS = 1;
export const FAILED = 2;
export const UNKNOWN = 3;

/** Ends a command. `said` is for people. */
class CommandError extends Error {
  readonly said: Bilingual;

  constructor(said: Bilingual) {
    super(said.en);
    this.said = said;
  }
}

/** The command line was not understood. The caller prints the usage. */
export class UsageError extends CommandError {}

/** The command line names something that does not exist or cannot be used. The message says it all. */
export class InputError extends CommandError {}

/** One of the known names, the first where none is named. */
export function chosen<const Name extends string>(value: string | undefined, known: readonly [Name, ...Name[]]): Name {
  if (value === undefined) return known[0];
  const found = known.find((name) => name === value);
  if (!found) throw new UsageError(formatUsage(known));
  return found;
}

export function formatUsage(names: readonly string[]): Bilingual {
  return unworded(`--format ${names.join(' | ')}`);
}
