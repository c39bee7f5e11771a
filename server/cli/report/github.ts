import { visible } from '../../core/text/visible.ts';
import { summary } from './pretty.ts';
import type { FileReport, Problem, Report, ReportPlace } from './report.ts';

export default {
  id: 'github',
  isForPeople: false,
  print: githubReport,
  docs: {
    readBy: {
      en: 'GitHub Actions, which shows findings beside the changed lines of a pull request',
      zh: 'GitHub Actions：在拉取请求的改动旁显示问题',
    },
    use: {
      en: `Workflow commands, one for each finding. \`info\` and \`hint\` become notices. GitHub shows the first ten errors, warnings and notices of a step as
annotations; the log holds all.

\`\`\`yaml
- uses: actions/checkout@v4
- run: yijiao check docs/zh --format github
\`\`\``,
      zh: `每处问题输出一条工作流命令。\`info\` 和 \`hint\` 都作为 notice。GitHub 将每一步的前十个错误、警告和通知显示为注释，日志中则有全部问题。

\`\`\`yaml
- uses: actions/checkout@v4
- run: yijiao check docs/zh --format github
\`\`\``,
    },
    code: 'text',
  },
} satisfies Report;

function githubReport(reports: readonly FileReport[], place: ReportPlace): string {
  const commands = reports.flatMap(({ path, problems }) => problems.map((problem) => command(path, problem, place)));
  // Without it nobody knows from the log of a clean run that anything was looked at.
  return commands.join('') + (reports.length > 0 ? summary(reports, place.language) : '');
}

/** `::error file=…,line=…::message`, as the documentation of “Workflow commands for GitHub Actions” has it. */
function command(path: string, problem: Problem, { language, fromCheckout }: ReportPlace): string {
  const { rule, level, message, line, column, endLine, endColumn } = problem;
  const properties = {
    // GitHub looks for files from the root of the checkout.
    file: fromCheckout(path),
    line,
    endLine,
    // Columns of two lines are an error to GitHub.
    ...(line === endLine ? { col: column, endColumn } : {}),
    title: rule ? `Yijiao: ${rule}` : 'Yijiao',
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${levels[level]} ${list.join()}::${escaped(message[language])}\n`;
}

const levels: Record<Problem['level'], string> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

function escaped(text: string): string {
  return visible(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
