import { jsonText } from '../../core/text/visible.ts';
import type { FileReport } from './report.ts';

/** The findings as JSON. Files without findings only count. `changed` lists the files that `--fix` has written. */
export function jsonReport(reports: readonly FileReport[]): string {
  const files = reports.filter(({ problems, fixed }) => problems.length > 0 || fixed > 0);
  const problems = reports.reduce((sum, report) => sum + report.problems.length, 0);
  const fixed = reports.reduce((sum, report) => sum + report.fixed, 0);
  const changed = reports.filter((report) => report.fixed > 0).map(({ path }) => path);
  return jsonText({ version: 1, files, changed, summary: { files: reports.length, problems, fixed } });
}
