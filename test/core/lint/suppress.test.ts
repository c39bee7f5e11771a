import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readGlossary } from '../../../server/core/glossary/format/read.ts';
import { createGlossary } from '../../../server/core/glossary/glossary.ts';
import { isHarmless } from '../../../server/core/lint/fix.ts';
import { createLinter, type LintSettings } from '../../../server/core/lint/lint.ts';
import type { Finding } from '../../../server/core/lint/rule.ts';
import { silencingEdit, silencingFileEdit } from '../../../server/core/lint/silence.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { applyEdits } from '../../../server/core/text/span.ts';
import { toTheEnd } from '../../helpers/hang.ts';
import { structureOf } from '../../helpers/oracle.ts';
import { defaults, onlyRule } from '../../helpers/settings.ts';

const lint = createLinter(defaults);
const lintSpacing = createLinter(onlyRule('space-han-latin'));
const isAboutComments = ({ rule }: Finding) => rule.group === 'suppression';
const count = (text: string) =>
  lint(parseMarkdown(text)).findings.filter((finding) => !isAboutComments(finding)).length;

const suppressed: [name: string, text: string, left: number][] = [
  ['the next line', '<!-- yijiao-disable-next-line space-han-latin -->\n用A\n用B', 1],
  ['the next line, with a reason', '<!-- yijiao-disable-next-line space-han-latin -- 品牌 -->\n用A', 0],
  ['every rule', '<!-- yijiao-disable-next-line -->\n用A  的...', 0],
  ['another rule', '<!-- yijiao-disable-next-line ellipsis-ascii -->\n用A', 1],
  ['two rules', '<!-- yijiao-disable-next-line space-han-latin, ellipsis-ascii -->\n用A 的...', 0],
  ['a region', '<!-- yijiao-disable space-han-latin -->\n\n用A\n\n<!-- yijiao-enable -->\n\n用B', 1],
  [
    'a region for one rule of two',
    `${disable('space-han-latin, ellipsis-ascii')}${enable('ellipsis-ascii')}用A的...`,
    1,
  ],
  ['a region but for one rule', `${disable()}${enable('space-han-latin')}用A 的...`, 1],
  ['a region, and again', `${disable()}${enable('space-han-latin')}${disable()}用A`, 0],
  ['the rest', '用A\n\n<!-- yijiao-disable -->\n\n用B\n\n用C', 1],
  ['the file, from anywhere in it', '用A\n\n<!-- yijiao-disable-file space-han-latin -->\n\n用B', 0],
  ['MDX', '{/* yijiao-disable-next-line space-han-latin */}\n用A', 0],
  ['the end of the line before', '第一行 <!-- yijiao-disable-next-line space-han-latin -->\n用A', 0],
  ['the line behind a blank one', '<!-- yijiao-disable-next-line space-han-latin -->\n\n用A\n用B', 1],
  ['no line farther down', '<!-- yijiao-disable-next-line space-han-latin -->\n\n\n用A', 1],
  ['a blank line in a quotation', '> <!-- yijiao-disable-next-line space-han-latin -->\r\n>\r\n> 用A', 0],
  ['a comment over several lines', '{/*\n  yijiao-disable-next-line space-han-latin\n*/}\n用A', 0],
  ['an example in code', '```\n<!-- yijiao-disable -->\n```\n\n用A', 1],
  ['an example in inline code', '`<!-- yijiao-disable -->`\n\n用A', 1],
  ['nothing by a name that only begins alike', '<!-- yijiao-disable-everything -->\n\n用A', 1],
];

function disable(rules = ''): string {
  return `<!-- yijiao-disable ${rules} -->\n\n`;
}

function enable(rules = ''): string {
  return `<!-- yijiao-enable ${rules} -->\n\n`;
}

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

/** What is said of comments: the marked text of each finding, and the page once its first harmless fix is made. */
const idle: [name: string, text: string, marked: string[], fixed?: string][] = [
  ['a line without findings', '<!-- yijiao-disable-next-line -->\n好', ['<!-- yijiao-disable-next-line -->'], '好'],
  ['a line that needs it', '<!-- yijiao-disable-next-line -->\n用A', []],
  [
    'one name of two',
    `${disable('space-han-latin, ellipsis-ascii')}用A`,
    ['ellipsis-ascii'],
    `${disable('space-han-latin')}用A`,
  ],
  [
    'the first name of two',
    `${disable('ellipsis-ascii, space-han-latin')}用A`,
    ['ellipsis-ascii'],
    `${disable('space-han-latin')}用A`,
  ],
  [
    'the same said twice',
    `${disable('space-han-latin')}${disable('space-han-latin')}用A`,
    [disable('space-han-latin').trim()],
  ],
  ['an end without a beginning', '好\n\n<!-- yijiao-enable -->', ['<!-- yijiao-enable -->'], '好\n\n'],
  ['an end that ends something', `${disable()}用A\n\n${enable()}`, []],
  [
    'a comment between two lines',
    '第一行\n<!-- yijiao-disable-next-line -->\n第二行',
    ['<!-- yijiao-disable-next-line -->'],
    '第一行\n\n第二行',
  ],
  [
    'a comment behind a line',
    '第一行 <!-- yijiao-disable-next-line -->\n第二行',
    ['<!-- yijiao-disable-next-line -->'],
    '第一行\n第二行',
  ],
  ['a comment at the top', '<!-- yijiao-disable-file -->\n\n好', ['<!-- yijiao-disable-file -->'], '好'],
  [
    'a rule that does not exist',
    '<!-- yijiao-disable-file elipsis-ascii -- 为何 -->',
    ['elipsis-ascii'],
    '<!-- yijiao-disable-file ellipsis-ascii -- 为何 -->',
  ],
  ['a rule like no other', '<!-- yijiao-disable-file xyz -->\n\n好', ['xyz'], '好'],
  [
    'an instruction that does not exist',
    '<!-- yijiao-disable-line -->',
    ['disable-line'],
    '<!-- yijiao-disable-next-line -->',
  ],
  ['a comment about comments', '<!-- yijiao-disable-file unused-suppression -->\n\n<!-- yijiao-disable -->', []],
  ['a comment without a reason', '<!-- yijiao-disable-file space-han-latin -->\n\n用A', []],
];

describe('comments that silence nothing', () => {
  for (const [name, text, marked, fixed] of idle) {
    test(`${name}: ${marked.length} reported`, () => {
      const markdown = parseMarkdown(text);
      const findings = lint(markdown).findings.filter(isAboutComments);
      assert.deepEqual(
        findings.map(({ from, to }) => text.slice(from, to)),
        marked,
      );
      if (fixed === undefined) return;
      const fix = findings[0]!.fixes.find(({ edits }) => isHarmless(markdown, edits, true))!;
      assert.equal(applyEdits(text, fix.edits), fixed);
    });
  }

  const rulesOff = new Map([['space-han-latin', { level: 'off', options: {} } as const]]);
  const divided = { ...defaults.style, hanLatin: 'mixed' };
  const circumstances: [name: string, settings: Partial<LintSettings>, reported: number][] = [
    ['a rule that is off', { rules: rulesOff }, 1],
    ['a style that is not known yet', { isProvisional: true }, 0],
    ['pages that are divided', { style: divided }, 0],
    ['a word that is written so', { exceptions: ['豆瓣FM'] }, 1],
  ];
  for (const [name, settings, reported] of circumstances) {
    test(`${name}: ${reported} reported`, () => {
      const page = parseMarkdown('<!-- yijiao-disable-next-line space-han-latin -->\n豆瓣FM');
      const found = createLinter({ ...defaults, ...settings })(page).findings.filter(isAboutComments);
      assert.equal(found.length, reported);
    });
  }

  test('none is reported as long as a rule waits for word boundaries', () => {
    const settings = onlyRule('forbidden-term');
    const rules = new Map(settings.rules).set('unused-suppression', { level: 'hint', options: {} });
    const glossary = createGlossary(readGlossary('en,zh,forbidden\nclass,类别,类\n', 'g.csv').terms);
    const page = parseMarkdown('<!-- yijiao-disable-next-line forbidden-term -->\n每个类都有名字');
    const result = createLinter({ ...settings, rules, glossary })(page);
    assert.deepEqual([result.findings.length, result.wantsSegmenter], [0, true]);
  });

  test('very many comments come to an end', () => {
    for (const piece of ['<!-- yijiao-disable -->\n', '<!-- yijiao-disable-next-line a --> ', '<!-- yijiao-disable ']) {
      toTheEnd(() => lintSpacing(parseMarkdown(piece.repeat(200_000 / piece.length) + '用A'.repeat(1000))));
    }
  });
});

/** Where the comment goes that silences a rule in the whole page. */
const silencedFiles: [text: string, result: string][] = [
  ['用A', '<!-- yijiao-disable-file space-han-latin -->\n\n用A'],
  ['---\ntitle: x\n---\n\n用A', '---\ntitle: x\n---\n\n<!-- yijiao-disable-file space-han-latin -->\n\n用A'],
  ['---\ntitle: x\n---\n用A', '---\ntitle: x\n---\n<!-- yijiao-disable-file space-han-latin -->\n\n用A'],
  ['\uFEFF用A', '\uFEFF<!-- yijiao-disable-file space-han-latin -->\n\n用A'],
  ['# 题\r\n\r\n用A', '<!-- yijiao-disable-file space-han-latin -->\r\n\r\n# 题\r\n\r\n用A'],
  [
    '# 题\n\n<!-- yijiao-disable-file ellipsis-ascii -- 因为 -->\n\n用A...',
    '# 题\n\n<!-- yijiao-disable-file ellipsis-ascii, space-han-latin -- 因为 -->\n\n用A...',
  ],
];

for (const [text, result] of silencedFiles) {
  test(`writes the comment for the whole of ${JSON.stringify(text)}`, () => {
    const markdown = parseMarkdown(text);
    const edit = silencingFileEdit(markdown, lintSpacing(markdown).findings[0]!, false)!;
    assert.equal(applyEdits(text, [edit]), result);
    assert.deepEqual(lintSpacing(parseMarkdown(result)).findings, []);
  });
}
