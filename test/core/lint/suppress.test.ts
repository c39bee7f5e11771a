import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { silencingEdit } from '../../../server/core/lint/silence.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { applyEdits } from '../../../server/core/text/span.ts';
import { structureOf } from '../../helpers/oracle.ts';
import { defaults, onlyRule } from '../../helpers/settings.ts';

const lint = createLinter(defaults);
const lintSpacing = createLinter(onlyRule('space-han-latin'));
const count = (text: string) => lint(parseMarkdown(text)).findings.length;

const suppressed: [name: string, text: string, left: number][] = [
  ['the next line', '<!-- yijiao-disable-next-line space-han-latin -->\n用A\n用B', 1],
  ['the next line, with a reason', '<!-- yijiao-disable-next-line space-han-latin -- 品牌 -->\n用A', 0],
  ['every rule', '<!-- yijiao-disable-next-line -->\n用A  的...', 0],
  ['another rule', '<!-- yijiao-disable-next-line ellipsis-ascii -->\n用A', 1],
  ['two rules', '<!-- yijiao-disable-next-line space-han-latin, ellipsis-ascii -->\n用A 的...', 0],
  ['a region', '<!-- yijiao-disable space-han-latin -->\n\n用A\n\n<!-- yijiao-enable -->\n\n用B', 1],
  ['the rest', '用A\n\n<!-- yijiao-disable -->\n\n用B\n\n用C', 1],
  ['the file, from anywhere in it', '用A\n\n<!-- yijiao-disable-file space-han-latin -->\n\n用B', 0],
  ['MDX', '{/* yijiao-disable-next-line space-han-latin */}\n用A', 0],
  ['the end of the line before', '第一行 <!-- yijiao-disable-next-line space-han-latin -->\n用A', 0],
  ['an example in code', '```\n<!-- yijiao-disable -->\n```\n\n用A', 1],
  ['an example in inline code', '`<!-- yijiao-disable -->`\n\n用A', 1],
];

for (const [name, text, left] of suppressed) test(`disables ${name}`, () => assert.equal(count(text), left));

/** Where the comment of the quick fix goes for the last finding of a text. */
const silenced: [text: string, result: string][] = [
  ['用A', '<!-- yijiao-disable-next-line space-han-latin -->\n用A'],
  ['第一行\n用A', '第一行 <!-- yijiao-disable-next-line space-han-latin -->\n用A'],
  ['- 甲\n- 用A', '- 甲 <!-- yijiao-disable-next-line space-han-latin -->\n- 用A'],
  ['- 甲\n\n- 用A', '- 甲\n\n  <!-- yijiao-disable-next-line space-han-latin -->\n- 用A'],
  [
    '| 甲 | 乙 |\n|-|-|\n| 丙 | 丁 |\n| 用A | b |',
    '| 甲 | 乙 |\n|-|-|\n| 丙 | 丁 <!-- yijiao-disable-next-line space-han-latin --> |\n| 用A | b |',
  ],
  ['第一行\r\n用A', '第一行 <!-- yijiao-disable-next-line space-han-latin -->\r\n用A'],
];

for (const [text, result] of silenced) {
  test(`writes the comment for ${JSON.stringify(text)}`, () => {
    const markdown = parseMarkdown(text);
    const finding = lintSpacing(markdown).findings.at(-1)!;
    const edit = silencingEdit(markdown, finding, false)!;
    assert.equal(applyEdits(text, [edit]), result);
    assert.equal(lintSpacing(parseMarkdown(result)).findings.length, lintSpacing(markdown).findings.length - 1);
    const withoutComments = (structure: string) =>
      structure
        .split('\n')
        .filter((line) => !line.includes('yijiao-'))
        .join('\n');
    assert.equal(withoutComments(structureOf(result)), structureOf(text));
  });
}
