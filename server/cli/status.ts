/**
 * Exit statuses: nothing found · findings · wrong use, a crash, or a file that cannot be read or written · nothing found, but not all
 * could be known.
 */
export const CLEAN = 0;
export const FINDINGS = 1;
export const FAILED = 2;
export const UNKNOWN = 3;

/** The command line was not understood: how it is used is told. */
export class UsageError extends Error {}

/** The command line names what is not there or cannot be used; its message says all. */
export class InputError extends Error {}
