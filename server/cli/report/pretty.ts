import { styleText } from 'node:util';
import stringWidth from 'fast-string-width';
import type { Bilingual, Language } from '../../core/text/bilingual.ts';
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
  const levelWidth = Math.max(...Object.values(levelNames).map((name) => name[language].length));
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
      const level = paint(levelStyles[problem.level], levelNames[problem.level][language].padEnd(levelWidth));
      return `  ${paint('dim', places[i]!.padStart(placeWidth))}  ${level}  ${message}${gap}  ${paint('dim', problem.rule ?? '')}`.trimEnd();
    });
    return `${paint('underline', visible(path))}\n${rows.join('\n')}\n`;
  });
  const changed = reports.filter(({ fixed }) => fixed > 0);
  const names = changed.map(({ path, fixed }) => `  ${visible(path)}  ${paint('dim', `${fixed}`)}\n`).join('');
  const list = changed.length > 0 ? [`${texts.changed[language]}\n${names}`] : [];
  return [...blocks, ...list, summary(reports, language)].join('\n');
}

const MAX_MESSAGE = 72;

/** How much was found, and what `--fix` would mend of it. */
export function summary(reports: readonly FileReport[], language: Language): string {
  const problems = reports.flatMap((report) => report.problems);
  const fixed = reports.reduce((sum, report) => sum + report.fixed, 0);
  const fixable = problems.filter((problem) => problem.fixable).length;
  const files = reports.filter((report) => report.problems.length > 0).length;
  const unfixed = (kind: Problem['unfixed']) => problems.filter((problem) => problem.unfixed === kind).length;
  const left = { disputed: unfixed('disputed'), markup: unfixed('markup') };
  const found = problems.length > 0 ? texts.found(problems.length, files, fixable) : texts.clean(reports.length);
  const lines = [
    (fixed > 0 ? texts.fixed(fixed)[language] : '') + found[language],
    ...(left.disputed > 0 ? [texts.disputed(left.disputed)[language]] : []),
    ...(left.markup > 0 ? [texts.markup(left.markup)[language]] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const texts = {
  changed: { en: 'Changed:', zh: '已改动：' },
  fixed: (number: number) => ({ en: `Fixed ${number}. `, zh: `已修复 ${number} 处。` }),
  clean: (files: number) => ({
    en: `${count(files, 'file')} checked, no problems.`,
    zh: `检查了 ${files} 个文件，没有问题。`,
  }),
  found: (problems: number, files: number, fixable: number) => ({
    en: `${count(problems, 'problem')} in ${count(files, 'file')}${fixable > 0 ? `, ${fixable} fixable with --fix` : ''}.`,
    zh: `${files} 个文件中有 ${problems} 处问题${fixable > 0 ? `，其中 ${fixable} 处可用 --fix 修复` : ''}。`,
  }),
  disputed: (number: number) => ({
    en: `--fix leaves ${number} where other readers of Markdown see code or a formula. Look at ${number === 1 ? 'it' : 'them'} yourself.`,
    zh: `--fix 会留下 ${number} 处：别的 Markdown 阅读器视之为代码或公式。请自行查看。`,
  }),
  markup: (number: number) => ({
    en: `--fix leaves ${number} where a fix would change how the page is read. Look at ${number === 1 ? 'it' : 'them'} yourself.`,
    zh: `--fix 会留下 ${number} 处：修复会改变页面的结构。请自行查看。`,
  }),
};

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

const levelStyles = { error: 'red', warning: 'yellow', info: 'blue', hint: 'dim' } as const;

const levelNames: Readonly<Record<Problem['level'], Bilingual>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  info: { en: 'info', zh: '信息' },
  hint: { en: 'hint', zh: '提示' },
};
