import { jsonText } from '../../core/text/visible.ts';
import type { FileReport, Report } from './report.ts';

export default {
  id: 'json',
  isForPeople: false,
  print: jsonReport,
  docs: {
    readBy: { en: 'scripts', zh: '脚本' },
    use: {
      en: '`--json` is a short form of `--format json`. Messages come in both languages. What each field says is told in the [README](../README.md#command-line).',
      zh: '`--json` 是 `--format json` 的简写。消息同时有中英文。各字段的含义见 [README](../README.zh-CN.md#命令行)。',
    },
    code: 'json',
  },
} satisfies Report;

/** The findings as JSON; files without any are left out of `files` but counted. `changed` names what `--fix` has written. */
function jsonReport(reports: readonly FileReport[]): string {
  const files = reports.filter(({ problems, fixed }) => problems.length > 0 || fixed > 0);
  const problems = reports.reduce((sum, report) => sum + report.problems.length, 0);
  const fixed = reports.reduce((sum, report) => sum + report.fixed, 0);
  const changed = reports.filter((report) => report.fixed > 0).map(({ path }) => path);
  return jsonText({ version: 1, files, changed, summary: { files: reports.length, problems, fixed } });
}
