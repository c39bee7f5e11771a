import type { FileReport } from './report.ts';

/** The findings as JSON; files without any are left out of `files` but counted. */
export function jsonReport(reports: readonly FileReport[]): string {
  const files = reports.filter(({ problems, fixed }) => problems.length > 0 || fixed > 0);
  const problems = reports.reduce((sum, report) => sum + report.problems.length, 0);
  const fixed = reports.reduce((sum, report) => sum + report.fixed, 0);
  return `${JSON.stringify({ version: 1, files, summary: { files: reports.length, problems, fixed } }, null, 2)}\n`;
}
