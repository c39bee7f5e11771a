import { styleText } from 'node:util';
import stringWidth from 'fast-string-width';
import { visible } from '../../core/text/visible.ts';
import type { FileReport, Problem, Report, ReportPlace } from './report.ts';

export default {
  id: 'pretty',
  isForPeople: true,
  print: prettyReport,
  docs: {
    readBy: { en: 'people', zh: '人' },
    use: {
      en: 'What is printed when no `--format` is named. Where the output is a terminal it has colours, unless `NO_COLOR` is set.',
      zh: '不写 `--format` 时的输出。输出到终端时带颜色，设置了 `NO_COLOR` 则不带。',
    },
    code: 'text',
  },
} satisfies Report;

/** The findings for people: a block for each file, columns aligned by display width, then what was changed, and a sum. */
function prettyReport(reports: readonly FileReport[], { colours, language }: ReportPlace): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) => (colours ? styleText(style, text) : text);
  const shown = reports.filter(({ problems }) => problems.length > 0);
  const blocks = shown.map(({ path, problems }) => {
    const places = problems.map((problem) => `${problem.line}:${problem.column}`);
    const messages = problems.map((problem) => visible(problem.message[language]));
    const placeWidth = Math.max(...places.map((place) => place.length));
    const widths = messages.map((message) => stringWidth(message));
    const messageWidth = Math.min(MAX_MESSAGE, Math.max(...widths));
    const rows = problems.map((problem, i) => {
      const message = messages[i]!;
      const gap = ' '.repeat(Math.max(0, messageWidth - widths[i]!));
      const level = paint(
        levelStyles[problem.level],
        levelNames[problem.level][language].padEnd(language === 'zh' ? 2 : 7),
      );
      return `  ${paint('dim', places[i]!.padStart(placeWidth))}  ${level}  ${message}${gap}  ${paint('dim', problem.rule ?? '')}`.trimEnd();
    });
    return `${paint('underline', visible(path))}\n${rows.join('\n')}\n`;
  });
  const changed = reports.filter(({ fixed }) => fixed > 0);
  const names = changed.map(({ path, fixed }) => `  ${visible(path)}  ${paint('dim', `${fixed}`)}\n`).join('');
  const list = changed.length > 0 ? [`${language === 'zh' ? '已改动：' : 'Changed:'}\n${names}`] : [];
  return [...blocks, ...list, summary(reports, language)].join('\n');
}

const MAX_MESSAGE = 72;

/** How much was found, and what `--fix` would mend of it. */
export function summary(reports: readonly FileReport[], language: 'en' | 'zh'): string {
  const problems = reports.flatMap((report) => report.problems);
  const fixed = reports.reduce((sum, report) => sum + report.fixed, 0);
  const fixable = problems.filter((problem) => problem.fixable).length;
  const files = reports.filter((report) => report.problems.length > 0).length;
  const left = byHand(problems, language);
  if (language === 'zh') {
    const mended = fixed > 0 ? `已修复 ${fixed} 处。` : '';
    if (problems.length === 0) return `${mended}检查了 ${reports.length} 个文件，没有问题。\n`;
    const hint = fixable > 0 ? `，其中 ${fixable} 处可用 --fix 修复` : '';
    return `${mended}${files} 个文件中有 ${problems.length} 处问题${hint}。\n${left}`;
  }
  const mended = fixed > 0 ? `Fixed ${fixed}. ` : '';
  if (problems.length === 0) return `${mended}${count(reports.length, 'file')} checked, no problems.\n`;
  const hint = fixable > 0 ? `, ${fixable} fixable with --fix` : '';
  return `${mended}${count(problems.length, 'problem')} in ${count(files, 'file')}${hint}.\n${left}`;
}

/** Why `--fix` left findings that it usually fixes; empty if there are none. */
function byHand(problems: readonly Problem[], language: 'en' | 'zh'): string {
  const told = Object.entries(unfixedNames).flatMap(([kind, names]) => {
    const number = problems.filter(({ unfixed }) => unfixed === kind).length;
    return number > 0 ? [`${number} ${names[language]}`] : [];
  });
  if (told.length === 0) return '';
  const isOne = problems.filter(({ unfixed }) => unfixed).length === 1;
  return language === 'zh'
    ? `--fix 会留下 ${told.join('、')}，请逐一查看。\n`
    : `--fix leaves ${told.join(' and ')}. Look at ${isOne ? 'it' : 'each of them'}.\n`;
}

const unfixedNames = {
  disputed: { en: 'where other readers see code or a formula', zh: '处（别的阅读器视之为代码或公式）' },
  markup: { en: 'where the page would be read otherwise', zh: '处（修复会改变页面的结构）' },
} as const;

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

const levelStyles = { error: 'red', warning: 'yellow', info: 'blue', hint: 'dim' } as const;

const levelNames: Record<Problem['level'], { en: string; zh: string }> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '信息' },
  hint: { en: 'hint', zh: '提示' },
};
