import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import stringWidth from 'fast-string-width';
import { formats } from '../../server/core/glossary/format/list.ts';
import { program, within, yijiao } from '../helpers/command.ts';
import { translatedProject } from '../helpers/translations.ts';
import { productNode, sampleFolder } from '../helpers/workspace.ts';

/** There are neither these permissions nor this shell. */
const windows = process.platform === 'win32';

const left = {
  'disputed.md': '$$a=b\n+c$$\n\n用A的。\n',
  'stray.md': '用。*。*_[*。*](u)——_的。\n',
};

const leaving: [args: string[], said: RegExp][] = [
  [
    ['disputed.md'],
    /3 problems in 1 file\.\n--fix leaves 2 where other readers of Markdown see code or a formula\. Look at them yourself\./,
  ],
  [
    ['stray.md'],
    /1 problem in 1 file\.\n--fix leaves 1 where a fix would change how the page is read\. Look at it yourself\./,
  ],
  [['--fix', '.'], /4 problems in 2 files\.\n--fix leaves 2 where .*\n--fix leaves 1 where/],
  [['disputed.md', '--format', 'json'], /"fixable": false,\s+"unfixed": "disputed"/],
];

for (const [args, said] of leaving) {
  test(`check ${args.join(' ')} tells what is not mended, and why`, () =>
    within(left, (folder) => assert.match(yijiao(folder, ['check', ...args]).stdout, said)));
}

const statuses: [args: string[], status: number, said: RegExp][] = [
  [['check', 'clean.md'], 0, /1 file checked, no problems/],
  [['check', 'faulty.md'], 1, /2 problems in 1 file, 2 fixable/],
  [['check', '.'], 1, /2 problems in 1 file/],
  [['check'], 1, /2 problems in 1 file/],
  [['check', 'no.md'], 2, /^No such file or folder: no\.md\n$/],
  [
    ['check', '--fix', 'data.json'],
    0,
    /Skipped, not Markdown: data\.json\nNo Markdown file was named, so nothing was looked at\./,
  ],
  [['check', '--no-such-option'], 2, /^Unknown option: --no-such-option\n\nUsage:/],
  [['check', '--fix=yes'], 2, /^--fix takes no value\.\n\nUsage:/],
  [['check', '--format'], 2, /^--format needs a value\.\n\nUsage:/],
  [['check', 'clean.md', '--format', 'xml'], 2, /--format pretty \| .*json/],
  [['check', 'clean.md', '--json', '--format', 'pretty'], 2, /^Write either --json or --format pretty, not both\./],
  [['glossary', 'check', '--format', 'csv'], 2, /--format pretty \| .*json/],
  [['no-such-command'], 2, /Unknown command/],
  [[], 2, /Usage/],
  [['glossary'], 2, /glossary check \| find \| extract \| convert/],
  [['glossary', 'check'], 2, /This project has no glossary/],
  [['glossary', 'find'], 2, /glossary find <term>/],
  [['glossary', 'find', 'token'], 1, /no such term/],
  [['glossary', 'find', 'token', '--format', 'csv'], 2, /pretty \| json/],
  [['glossary', 'extract', 'no'], 2, /No such file or folder: no/],
  [['glossary', 'extract', 'clean.md'], 0, /0 pairs from 1 Chinese page,/],
  [['glossary', 'check', 'no.csv'], 2, /No such file or folder: no\.csv/],
  [['glossary', 'convert', 'data.json'], 2, new RegExp(`--to ${formats.map(({ id }) => id).join(' \\| ')} `)],
  [['glossary', 'convert', 'a.csv', '--out', 'a.csv'], 2, /--out names a file that is to be converted/],
  [['compare'], 2, /compare <zh>/],
  [['compare', 'clean.md'], 2, /No source of clean\.md was found/],
  [['explain', 'space-han-ltin'], 2, /^There is no rule “space-han-ltin”. Did you mean “space-han-latin”\?\n$/],
  [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
  [['--help'], 0, /yijiao check/],
  [['glossary', '--help'], 0, /yijiao glossary check/],
];

describe('exit statuses', () => {
  for (const [args, status, said] of statuses) {
    test(`yijiao ${args.join(' ')}: ${status}`, () =>
      within({ 'clean.md': '用 A 的模型。\n', 'faulty.md': '用A的模型。\n', 'data.json': '{"zh":"用A"}' }, (folder) => {
        const result = yijiao(folder, args);
        assert.equal(result.status, status, result.stderr);
        assert.match(result.stdout + result.stderr, said);
      }));
  }
});

const inChinese: [args: string[], said: RegExp][] = [
  [['check', '.'], /“用”与“A”之间应加空格[\s\S]*1 个文件中有 2 处问题，其中 2 处可用 --fix 修复。\n$/],
  [['check', 'no.md'], /^没有这个文件或文件夹：no\.md\n$/],
  [
    ['check', '--fix', 'data.json'],
    /不是 Markdown 文件，已跳过：data\.json\n没有指定 Markdown 文件，未查看任何页面。\n$/,
  ],
  [['check', '--no-such-option'], /^未知选项：--no-such-option\n\n用法：/],
  [['check', '--fix=yes'], /^--fix 不带值。\n\n用法：/],
  [['check', '--format'], /^--format 须有值。\n\n用法：/],
  [['no-such-command'], /^未知命令：no-such-command\n\n用法：/],
  [['init', 'no'], /^没有这个文件夹：no\n$/],
  [['init', '.', '.'], /^init \[<文件夹>\]\n\n用法：/],
  [['compare'], /^compare <译文> \[<原文>\] \| <文件夹> \[<原文文件夹>\]\n\n用法：/],
  [['compare', 'a.md'], /^找不到 a\.md 的原文。/],
  [['explain', 'space-han-ltin'], /^没有名为“space-han-ltin”的规则。是否应为“space-han-latin”？\n$/],
  [['glossary', 'find'], /^glossary find <术语>\n\n用法：/],
  [['glossary', 'find', 'token'], /^术语表中没有这个术语。\n$/],
  [['glossary', 'check'], /^此项目没有设置术语表。/],
  [['glossary', 'check', 'no.csv'], /^没有这个文件或文件夹：no\.csv\n$/],
  [['glossary', 'convert', 'a.csv', '--out', 'a.csv'], /^--out 指定的是要转换的文件。/],
  [['glossary', 'extract', 'a.md'], /^从 1 个中文页面（0 个有原文）中找到 0 对术语。\n$/],
];

describe('speaks Chinese where the locale is Chinese', () => {
  for (const [args, said] of inChinese) {
    test(`yijiao ${args.join(' ')}`, () =>
      within({ 'a.md': '用A的\n', 'data.json': '{}' }, (folder) => {
        const { stdout, stderr } = yijiao(folder, args, { locale: 'zh_CN.UTF-8' });
        assert.match(stdout + stderr, said);
      }));
  }
});

test('--format json gives every finding with its place, 1-based', () =>
  within({ 'a.md': '第一行\n\n用A的\n' }, (folder) => {
    const { files, summary } = JSON.parse(yijiao(folder, ['check', 'a.md', '--format', 'json']).stdout);
    assert.deepEqual(summary, { files: 1, problems: 2, fixed: 0 });
    assert.deepEqual(files[0].problems[0], {
      rule: 'space-han-latin',
      level: 'warning',
      message: { en: 'Add a space between “用” and “A”.', zh: '“用”与“A”之间应加空格。' },
      line: 3,
      column: 1,
      endLine: 3,
      endColumn: 3,
      fixable: true,
    });
  }));

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
const utf16 = (text: string) => bytes([0xff, 0xfe], [...Buffer.from(text, 'utf16le')]);

/** What `--fix` writes, byte for byte. */
const fixes: [name: string, before: Uint8Array, after: Uint8Array][] = [
  ['LF', bytes('用A的\n\n好\n'), bytes('用 A 的\n\n好\n')],
  ['CRLF', bytes('用A的\r\n\r\n好\r\n'), bytes('用 A 的\r\n\r\n好\r\n')],
  ['CR alone', bytes('用A的\r\r好\r'), bytes('用 A 的\r\r好\r')],
  ['mixed line ends', bytes('用A的\r\n\n好\r'), bytes('用 A 的\r\n\n好\r')],
  ['no last line end', bytes('用A的'), bytes('用 A 的')],
  ['a byte order mark', bytes([0xef, 0xbb, 0xbf], '# 用A的\n'), bytes([0xef, 0xbb, 0xbf], '# 用 A 的\n')],
  ['UTF-16', utf16('用A的\n'), utf16('用 A 的\n')],
];

describe('--fix', () => {
  for (const [name, before, after] of fixes) {
    test(`keeps ${name}`, () =>
      within({ 'a.md': before }, (folder) => {
        assert.equal(yijiao(folder, ['check', '--fix', 'a.md']).status, 0);
        assert.deepEqual(readFileSync(folder.at('a.md')), Buffer.from(after));
        assert.deepEqual(readdirSync(folder.path), ['.git', 'a.md']);
      }));
  }

  test('does not touch a file that it does not change', () =>
    within({ 'a.md': '用 A 的\n' }, (folder) => {
      const before = statSync(folder.at('a.md'));
      yijiao(folder, ['check', '--fix', '.']);
      assert.equal(statSync(folder.at('a.md')).mtimeMs, before.mtimeMs);
      assert.equal(statSync(folder.at('a.md')).ino, before.ino);
    }));

  test('keeps permissions, and writes through a link', { skip: windows }, () =>
    within({ 'real/a.md': '用A的\n' }, (folder) => {
      chmodSync(folder.at('real/a.md'), 0o640);
      symlinkSync('real/a.md', folder.at('link.md'));
      yijiao(folder, ['check', '--fix', 'link.md']);
      assert.equal(readFileSync(folder.at('real/a.md'), 'utf8'), '用 A 的\n');
      assert.equal(statSync(folder.at('real/a.md')).mode & 0o777, 0o640);
      assert.ok(readdirSync(folder.path, { withFileTypes: true }).some((entry) => entry.isSymbolicLink()));
    }),
  );

  test('says how many findings were mended, and leaves the rest as status 1', () =>
    within({ 'a.md': '用A的\uFFFD\n' }, (folder) => {
      const { status, stdout } = yijiao(folder, ['check', '--fix', 'a.md']);
      assert.equal(status, 1);
      assert.match(stdout, /Fixed 2\. 1 problem in 1 file\./);
    }));
});

const unreadable: [name: string, content: Uint8Array, said: RegExp][] = [
  ['a binary file', bytes([0, 1, 2, 3, 0]), /binary/],
  ['GBK', bytes([0xd6, 0xd0, 0xce, 0xc4]), /not UTF-8/],
  ['a character cut in half', bytes('中文', [0xe4, 0xb8]), /not UTF-8/],
];

describe('files that are no text', () => {
  for (const [name, content, said] of unreadable) {
    test(`${name} is told and left as it is`, () =>
      within({ 'a.md': content, 'b.md': '用A\n' }, (folder) => {
        const { status, stdout } = yijiao(folder, ['check', '--fix', '.']);
        assert.equal(status, 1);
        assert.match(stdout, said);
        assert.deepEqual(readFileSync(folder.at('a.md')), Buffer.from(content));
        assert.equal(readFileSync(folder.at('b.md'), 'utf8'), '用 A\n');
      }));
  }

  test('an empty file is clean, and a file of 10 MB is checked', () =>
    within({ 'empty.md': '', 'large.md': '用 A 的模型，说明第 3 件事情。\n\n'.repeat(240_000) }, (folder) => {
      assert.equal(yijiao(folder, ['check', '.']).status, 0);
    }));
});

test('what git ignores is not checked, what is named is', () =>
  within({ '.gitignore': 'out/\n', 'out/a.md': '用A\n', 'node_modules/b.md': '用A\n', 'c.md': '好\n' }, (folder) => {
    assert.equal(yijiao(folder, ['check', '.']).status, 0);
    assert.equal(yijiao(folder, ['check', 'out/a.md']).status, 1);
  }));

test('faults in settings and glossary are told with their lines, and the rest goes on', () =>
  within(
    { '.yijiao.jsonc': '{\n "rules": 3,\n "glossary": ["g.csv"] }', 'g.csv': 'en,zh\nonly,\n', 'a.md': '用A\n' },
    (folder) => {
      const { status, stdout } = yijiao(folder, ['check', '.']);
      assert.equal(status, 1);
      assert.match(stdout, /\.yijiao\.jsonc\n\s+2:11\s+error/);
      assert.match(stdout, /g\.csv\n\s+2:\d+\s+error/);
      assert.match(stdout, /a\.md\n\s+1:1\s+warning/);
    },
  ));

test('glossaries are checked: faults, and rows that contradict one another in other files', () =>
  within(
    {
      '.yijiao.jsonc': '{ "glossary": ["*.csv"] }',
      'a.csv': 'en,zh\ntoken,词元\nonly,\n',
      'b.csv': 'en,zh\ntoken,令牌\n',
      'c.tsv': 'en\tzh\ntoken\t词元\n',
    },
    (folder) => {
      const all = yijiao(folder, ['glossary', 'check']);
      assert.equal(all.status, 1, all.stderr);
      assert.match(all.stdout, /a\.csv\n\s+3:1\s+error\s+This row has no Chinese/);
      assert.match(
        all.stdout,
        /b\.csv\n\s+2:1\s+info\s+“token” is “令牌” here and “词元” in another row \(a\.csv, line 2\)/,
      );
      assert.equal(yijiao(folder, ['glossary', 'check', 'c.tsv']).status, 0);
      const json = JSON.parse(yijiao(folder, ['glossary', 'check', 'b.csv', 'c.tsv', '--format', 'json']).stdout);
      assert.deepEqual(json.summary, { files: 2, problems: 1, fixed: 0 });
    },
  ));

test('a glossary is converted, and what the format cannot hold is told', () =>
  within({ 'g.md': '| en | zh |\n|-|-|\n| token | 词元（并用括号标注原文） |\n| b | |\n' }, (folder) => {
    const csv = yijiao(folder, ['glossary', 'convert', 'g.md', '--to', 'csv']);
    assert.equal(csv.status, 1);
    assert.equal(csv.stdout, 'en,zh,note\ntoken,词元,并用括号标注原文\n');
    assert.match(csv.stderr, /g\.md\n\s+4:1\s+error/);
    assert.match(csv.stderr, /csv cannot hold everything in 1 of 1 entries: token/);
    yijiao(folder, ['glossary', 'convert', 'g.md', '--out', 'terms.yijiao.yml']);
    assert.match(
      readFileSync(join(folder.path, 'terms.yijiao.yml'), 'utf8'),
      /^# yijiao-glossary\nterms:\n {2}- source: token\n {4}target: 词元\n/,
    );
    assert.equal(yijiao(folder, ['glossary', 'check', 'terms.yijiao.yml']).status, 0);
  }));

test('init tells how the pages write and settles it, once', () => {
  const page = '用 A 的模型，第 3 层。\n'.repeat(10);
  return within({ 'a.md': page }, (folder) => {
    const first = yijiao(folder, ['init']);
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stdout, /Looked at 1 Chinese page/);
    assert.match(first.stdout, /hanLatin +space +space 20 · none 0/);
    const rows = first.stdout.split('\n').filter((line) => line.startsWith('  '));
    const columnOf = (what: RegExp) => new Set(rows.map((row) => stringWidth(row.slice(0, row.search(what)))));
    assert.equal(columnOf(/(?<=^ {2}\w+ +)[^\s]/).size, 1, 'the second column is not aligned');
    assert.equal(columnOf(/ (?:Space|Width|Region|Quotation|Mark|Colon|How)\b/).size, 1, 'nor the last');
    const settings = readFileSync(folder.at('.yijiao.jsonc'), 'utf8');
    assert.match(settings, /"hanLatin": "space"/);
    assert.equal(yijiao(folder, ['check', '.']).status, 0);
    const second = yijiao(folder, ['init']);
    assert.equal(second.status, 2);
    assert.match(second.stderr, /is there already and was not changed/);
    assert.equal(readFileSync(folder.at('.yijiao.jsonc'), 'utf8'), settings);
  });
});

test('a reader that stops early is no error', { skip: windows }, () =>
  within({ 'a.md': '用 A 的模型，第 3 层。\n' }, (folder) => {
    const command = `"${productNode}" "${program}" init | true`;
    const { stderr } = spawnSync('sh', ['-c', command], { cwd: folder.path, encoding: 'utf8' });
    assert.equal(stderr, '');
    assert.ok(readdirSync(folder.path).includes('.yijiao.jsonc'));
  }),
);

test('explain says what a rule is for', () =>
  within({}, (folder) => {
    assert.match(yijiao(folder, ['explain', 'ellipsis-ascii']).stdout, /GB\/T 15834/);
    assert.match(yijiao(folder, ['explain', 'ellipsis-ascii'], { locale: 'zh_CN.UTF-8' }).stdout, /中文省略号/);
    assert.equal(yijiao(folder, ['explain', 'nothing']).status, 2);
    assert.match(yijiao(folder, ['explain']).stdout, /^abbreviation-style/);
  }));

test('compare finds the source of the sample and aligns it whole', () => {
  const folder = sampleFolder();
  try {
    const { status, stdout } = yijiao(folder, ['compare', 'markdown/unit3/README_CN.md', '--format', 'json']);
    const result = JSON.parse(stdout);
    assert.equal(status, 0);
    assert.equal(result.english, 'unit3/README.md');
    assert.equal(result.pairs.length, 51);
    assert.deepEqual(result.pairs[1], { chinese: [3, 3], english: [3, 3], state: 'aligned' });
    const states = new Set(result.pairs.map((pair: { state: string }) => pair.state));
    assert.deepEqual([...states].sort(), ['aligned', 'untranslated']);
    assert.equal(yijiao(folder, ['compare', 'markdown/unit3/README_CN.md', 'unit3/README.md']).status, 0);
  } finally {
    folder.remove();
  }
});

test('takes the folder that is named for the project where no settings and no checkout tell otherwise', () =>
  within(
    { 'docs/a.md': '请 [点击](u) 查看。\n\n'.repeat(8), 'docs/deep/b.md': '请[点击](u)查看这一页的说明。\n' },
    (folder) => {
      rmSync(folder.at('.git'), { recursive: true });
      assert.match(yijiao(folder, ['check', 'docs']).stdout, /deep\/b\.md[\s\S]*space-link/);
    },
  ));

test('fixes until fixing again changes nothing, also where the fixes show more of the style', () =>
  within(
    {
      'a.md': `${'说“你好”世界。\n\n'.repeat(20)}${'说 “你好” 世界。\n\n'.repeat(11)}${'说"你好"世界。\n\n'.repeat(9)}`,
    },
    (folder) => {
      yijiao(folder, ['check', '--fix', '.']);
      const once = readFileSync(folder.at('a.md'), 'utf8');
      yijiao(folder, ['check', '--fix', '.']);
      assert.equal(readFileSync(folder.at('a.md'), 'utf8'), once);
      assert.doesNotMatch(once, / “/);
    },
  ));

test('pages are held to the terms that the project keeps to; rows that it does not are told with the glossary, and fail nothing', () =>
  within(translatedProject(), (folder) => {
    const page = yijiao(folder, ['check', 'docs/zh/page0.md']);
    assert.match(page.stdout, /slot.*插槽.*missing-term/);
    assert.doesNotMatch(page.stdout, /terms\.csv/);
    assert.equal(yijiao(folder, ['check', 'docs/zh/page1.md']).status, 0);
    for (const args of [[], ['terms.csv']]) {
      const { status, stdout } = yijiao(folder, ['glossary', 'check', ...args]);
      assert.equal(status, 0);
      assert.match(stdout, /3:1 +info +The pages contradict this row: .*“hook”/);
    }
  }));
