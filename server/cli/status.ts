/** Exit statuses: nothing found · findings · wrong use, or a crash. */
export const CLEAN = 0;
export const FINDINGS = 1;
export const FAILED = 2;

/** The command line was not understood, or names what is not there. */
export class UsageError extends Error {}
