import type { FileReport } from '../server/cli/report/report.ts';
import type { Bilingual, Language } from '../server/core/text/bilingual.ts';
import { block, withParts } from './format-docs.ts';

/** A page with what follows from the list of reports put between its marks: `<!-- reports: names -->…<!-- /reports -->`. */
export async function withReports(page: string, language: Language): Promise<string> {
  const { reports } = await import('../server/cli/report/list.ts');
  const said = (text: Bilingual) => text[language];
  const excerptOf = (report: (typeof reports)[number]) =>
    report.print(sample, { colours: false, language, version: '0.1.0', fromCheckout: (path) => path }).trimEnd();
  return withParts(page, 'reports', {
    names: () => reports.map(({ id }) => `\`${id}\``).join(said(separator)),
    table: () =>
      block([
        said(heads),
        '| --- | --- |',
        ...reports.map(({ id, docs }) => `| [\`${id}\`](#${id}) | ${said(docs.readBy)} |`),
      ]),
    sections: () =>
      block(
        reports.map(
          (report) =>
            `## ${report.id}\n\n${said(report.docs.use)}\n\n\`\`\`${report.docs.code}\n${excerptOf(report)}\n\`\`\`\n`,
        ),
      ),
  });
}

const heads: Bilingual = { en: '| Name | Who reads it |', zh: '| 名称 | 供谁读取 |' };
const separator: Bilingual = { en: ', ', zh: '、' };

/** What the excerpts show: findings of a page, one over two lines, and a fault in the settings. */
const sample: readonly FileReport[] = [
  {
    path: 'docs/zh/a.md',
    fixed: 0,
    problems: [
      {
        rule: 'space-han-digit',
        level: 'warning',
        message: { en: 'Add a space between “元” and “3”.', zh: '“元”与“3”之间应加空格。' },
        ...{ line: 1, column: 4, endLine: 1, endColumn: 6 },
        fixable: true,
      },
      {
        rule: 'missing-block',
        level: 'warning',
        message: {
          en: 'Missing here (blocks: 1): “Lower it to 50%.”',
          zh: '此处缺少原文的内容（共 1 块）：“Lower it to 50%.”',
        },
        ...{ line: 3, column: 1, endLine: 4, endColumn: 9 },
        fixable: false,
      },
    ],
  },
  {
    path: '.yijiao.jsonc',
    fixed: 0,
    problems: [
      {
        level: 'error',
        message: { en: 'Unknown setting “word”. Did you mean “words”?', zh: '未知的设置“word”。是否应为“words”？' },
        ...{ line: 2, column: 3, endLine: 2, endColumn: 9 },
        fixable: false,
      },
    ],
  },
];
