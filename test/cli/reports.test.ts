import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { reports } from '../../server/cli/report/list.ts';
import type { FileReport, Problem, ReportPlace } from '../../server/cli/report/report.ts';
import { noPermissions, shell, within, yijiao } from '../helpers/command.ts';

const PLACE: ReportPlace = { colours: false, language: 'en', version: '1.2.3', fromCheckout: (path) => path };
const FAULT: Problem = {
  rule: 'space-han-latin',
  level: 'warning',
  message: { en: 'Add a space.', zh: '应加空格。' },
  ...{ line: 3, column: 2, endLine: 3, endColumn: 4 },
  fixable: true,
};

/** The first line that a report prints of a finding. */
function printed(id: string, path: string, change: Partial<Problem>, place: Partial<ReportPlace> = {}) {
  const report = reports.find((one) => one.id === id)!;
  const files: FileReport[] = [{ path, fixed: 0, problems: [{ ...FAULT, ...change }] }];
  return report.print(files, { ...PLACE, ...place }).split('\n')[0];
}

const PLACED = 'line=3,endLine=3,col=2,endColumn=4,title=Yijiao%3A space-han-latin';
// As GitHub reads it: % is written first, so that nothing that was escaped is escaped again.
const github: [promise: string, path: string, change: Partial<Problem>, line: string][] = [
  ['a warning with its place', 'a.md', {}, `::warning file=a.md,${PLACED}::Add a space.`],
  ['an error', 'a.md', { level: 'error' }, `::error file=a.md,${PLACED}::Add a space.`],
  ['information as a notice', 'a.md', { level: 'info' }, `::notice file=a.md,${PLACED}::Add a space.`],
  ['a hint as a notice', 'a.md', { level: 'hint' }, `::notice file=a.md,${PLACED}::Add a space.`],
  [
    'no columns over several lines',
    'a.md',
    { endLine: 5 },
    '::warning file=a.md,line=3,endLine=5,title=Yijiao%3A space-han-latin::Add a space.',
  ],
  [
    'a message that GitHub would read otherwise',
    'a.md',
    { message: { en: '50%, a: b\r\n::error::%0A', zh: '' } },
    `::warning file=a.md,${PLACED}::50%25, a: b%0D%0A::error::%250A`,
  ],
  [
    'a name that GitHub would read otherwise',
    'a,b:%\n::x.md',
    {},
    `::warning file=a%2Cb%3A%25%0A%3A%3Ax.md,${PLACED}::Add a space.`,
  ],
];

describe('--format github tells', () => {
  for (const [promise, path, change, line] of github) {
    test(promise, () => assert.equal(printed('github', path, change), line));
  }

  test('its messages in the language of the reader', () =>
    assert.match(printed('github', 'a.md', {}, { language: 'zh' })!, /::应加空格。$/));

  test('what no rule is about, and how much there is', () =>
    within({ '.yijiao.jsonc': '{\n "word": []\n}', 'docs/a.md': '第一行\n\n用A的\n' }, (folder) => {
      const { status, stdout } = yijiao(folder, ['check', '--format', 'github', 'docs']);
      assert.equal(status, 1);
      assert.deepEqual(stdout.split('\n'), [
        '::warning file=docs/a.md,line=3,endLine=3,col=1,endColumn=3,title=Yijiao%3A space-han-latin::Add a space between “用” and “A”.',
        '::warning file=docs/a.md,line=3,endLine=3,col=2,endColumn=4,title=Yijiao%3A space-han-latin::Add a space between “A” and “的”.',
        '::error file=.yijiao.jsonc,line=2,endLine=2,col=2,endColumn=8,title=Yijiao::Unknown setting “word”. Did you mean “words”?',
        '3 problems in 2 files, 2 fixable with --fix.',
        '',
      ]);
    }));

  test('that a clean page was looked at', () =>
    within({ 'a.md': '用 A 的\n' }, (folder) => {
      const { status, stdout } = yijiao(folder, ['check', '--format', 'github']);
      assert.deepEqual([status, stdout], [0, '1 file checked, no problems.\n']);
    }));

  test(
    'names from the root of the checkout, wherever it runs',
    { skip: noPermissions && 'there is no such shell' },
    () =>
      within({ 'docs/a.md': '用A\n' }, (folder) => {
        const run = (root: string) =>
          shell(folder, `cd docs; export GITHUB_WORKSPACE='${root}'; yijiao check --format github`).stdout;
        assert.match(run(folder.path), /^::warning file=docs\/a\.md,/);
        assert.match(run(''), /^::warning file=a\.md,/);
        assert.match(run(folder.at('elsewhere')), /^::warning file=a\.md,/);
      }),
  );

  test('the faults of a glossary', () =>
    within({ 'g.csv': 'en,zh\nmask,掩膜\nmask,蒙版\n' }, (folder) => {
      const { stdout } = yijiao(folder, ['glossary', 'check', 'g.csv', '--format', 'github']);
      assert.match(stdout, /^::warning file=g\.csv,line=3,.*title=Yijiao::/);
    }));
});

test('--json is short for --format json', () =>
  within({ 'a.md': '用A\n', 'g.csv': 'en,zh\nmask,掩膜\n' }, (folder) => {
    for (const command of [
      ['check'],
      ['glossary', 'check', 'g.csv'],
      ['glossary', 'find', 'mask'],
      ['glossary', 'extract'],
    ]) {
      const [short, long] = [['--json'], ['--format', 'json']].map((how) => yijiao(folder, [...command, ...how]));
      assert.equal(typeof JSON.parse(short!.stdout), 'object');
      assert.deepEqual(short, long);
    }
  }));

/** What must hold of every report, whatever it looks like. */
const files: readonly FileReport[] = [
  { path: 'clean.md', fixed: 0, problems: [] },
  { path: 'fixed.md', fixed: 3, problems: [] },
  { path: 'unread.md', fixed: 0, failed: 'read', problems: [{ ...FAULT, rule: undefined!, line: 1, column: 1 }] },
  { path: 'docs/a.md', fixed: 0, problems: [FAULT, { ...FAULT, rule: 'missing-block', line: 77, endLine: 78 }] },
];

describe('a report names each finding, with its file, line and message', () => {
  for (const { id, print } of reports) {
    test(id, () => {
      for (const language of ['en', 'zh'] as const) {
        const text = print(files, { ...PLACE, language });
        for (const part of ['unread.md', 'docs/a.md', '77', FAULT.rule!, 'missing-block', FAULT.message[language]]) {
          assert.ok(text.includes(part), part);
        }
      }
    });
  }
});

// What acts on a terminal is looked for in hostile.test.ts.
describe('nothing that a report quotes begins a line of its own', () => {
  const forged = '\r\n::error::x\n<testcase>\n{"a":1}\u2028';
  for (const { id, print } of reports) {
    test(id, () => {
      const lines = (text: string) =>
        print(
          [{ path: `a${text}.md`, fixed: 1, problems: [{ ...FAULT, message: { en: text, zh: text } }] }],
          PLACE,
        ).split(/\r\n|[\n\r\u2028]/).length;
      assert.equal(lines(forged), lines('x'), 'Quote with visible, jsonText or the escapes of the form.');
    });
  }
});
