/**
 * Exit statuses: nothing found · findings · wrong usage, a crash, or a file that cannot be read or written · nothing
 * found, but something is unknown.
 */
export const CLEAN = 0;
export const FINDINGS = 1;
export const FAILED = 2;
export const UNKNOWN = 3;

/** The command line was not understood. The caller prints the usage. */
export class UsageError extends Error {}

/** The command line names something that does not exist or cannot be used. The message says it all. */
export class InputError extends Error {}

/** One of the known names, the first where none is named. */
export function chosen<const Name extends string>(value: string | undefined, known: readonly [Name, ...Name[]]): Name {
  if (value === undefined) return known[0];
  const found = known.find((name) => name === value);
  if (!found) throw new UsageError(`--format: ${known.join(' | ')}`);
  return found;
}
