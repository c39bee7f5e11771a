import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { reports } from '../../server/cli/report/list.ts';
import { formats } from '../../server/core/glossary/format/list.ts';
import { givenAway, noPermissions, program, yijiao } from '../helpers/command.ts';
import { commitAll } from '../helpers/git.ts';
import { type TestFolder, testFolder } from '../helpers/workspace.ts';

// What a checkout can hold to move the cursor, name the window, blink, forge a line and turn the order of reading.
const acts = '\u001b[5m\u001b]0;pwned\u0007\u009b2J\u0090q\u202e\u2066\u200f\u0085\u2028\u007f\b';
const forges = '\rforged: 1:1\nforged: 2:2';
const evil = `x${acts}${forges}`;

const english = (line: string) =>
  `# The token of models\n\nThe model learns tokens ${line} from an image of flowers.\n\nIt was trained with \`fit()\` on 1,000 pictures.\n`;
const chinese = (line: string, last: string) =>
  `# 模型的token\n\n模型从花的图片中学习${line}词${acts}元（token）。\n\n它用\`fit()\`在1,000张图片上训练${last}。\n`;

const pages = {
  '.yijiao.jsonc': JSON.stringify({
    glossary: ['terms.csv', 'terms.po', `no${evil}.csv`],
    words: [`w${evil}`],
    rules: { [`r${evil}`]: 'off', 'space-han-latin': evil },
    overrides: [{ files: `docs/${evil}`, rules: { [evil]: 3 } }],
    style: { [evil]: evil, hanLatin: evil },
    sources: [evil],
    [evil]: evil,
  }),
  'terms.csv': `en,zh,forbidden,note\n"token${evil}","词${acts}元","令${acts}牌","n${evil}"\ntoken,词${acts}元,,\n"only${evil}",\n`,
  'terms.po': `msgid "model${acts}"\nmsgstr "模型${acts}"\n\nmsgid "${evil}\n`,
  'terms.md': `| en | zh |\n|-|-|\n| a${acts} | 词${acts} |\n| b${acts} | |\n`,
  'broken.yijiao.yml': `terms:\n  - source: "a${acts}\n  - [${acts}\n`,
  [`docs/en/${evil}.md`]: english(acts),
  [`docs/zh/${evil}.md`]: `---\nsourceCommit: "${acts}"\n---\n\n${chinese(acts, acts)}`,
  'docs/en/b.md': english(''),
  'docs/zh/b.md': `${chinese('', '')}\n<!-- yijiao-disable-next-line ${acts} -->\n\n- ${acts}\n`,
  'docs/en/c.md': english(''),
  'docs/zh/c.md': chinese('', '好'),
  [`docs/zh/alone${evil}.md`]: chinese('', ''),
  [`other${evil}.txt`]: 'x',
  [`dir${evil}/a.md`]: '用A的\n',
};

const page = `docs/zh/${evil}.md`;
/** Every command, as words. Data for programs is looked at on a terminal only. */
const commands: (readonly string[])[] = [
  ['check'],
  ...reports.map(({ id }) => ['check', '--format', id]),
  ['check', page, `other${evil}.txt`, `no${evil}.md`],
  ['check', '--fix', `dir${evil}`],
  ['check', '--fix', '--format', 'json'],
  ['check', evil],
  ['check', '--format', evil],
  ['compare', 'docs'],
  ['compare', 'docs', '--format', 'json'],
  ['compare', 'docs', '--format', 'html'],
  ['compare', page],
  ['compare', page, '--format', 'json'],
  ['compare', page, `docs/en/${evil}.md`],
  ['compare', `docs/zh/alone${evil}.md`],
  ['compare', `docs/zh/${evil}`],
  ['compare', 'docs', evil],
  ['compare', evil, evil, evil],
  ['glossary', 'check'],
  ...reports.map(({ id }) => ['glossary', 'check', '--format', id]),
  ['glossary', 'check', 'terms.csv', 'terms.po', 'terms.md', 'broken.yijiao.yml'],
  ['glossary', 'check', `no${evil}.csv`],
  ['glossary', 'find', 'token'],
  ['glossary', 'find', `token${evil}`],
  ['glossary', 'find', 'token', '--format', 'json'],
  ['glossary', 'find', evil],
  ['glossary', 'extract', 'docs'],
  ['glossary', 'extract', 'docs', '--format', 'json'],
  ['glossary', 'extract', `no${evil}`, `other${evil}.txt`],
  ['glossary', 'extract', 'docs', '--out', `no${evil}/x.csv`],
  ['glossary', 'convert', 'terms.csv', 'terms.md', '--out', 'all.csv'],
  ['glossary', 'convert', 'terms.csv', '--out', `no${evil}/x.csv`],
  ['glossary', 'convert', 'terms.csv', '--to', evil],
  ['glossary', 'convert', `no${evil}.csv`, '--to', 'csv'],
  ['glossary', evil],
  ['init', `dir${evil}`],
  ['init', `dir${evil}`],
  ['init', `no${evil}`],
  ['explain', evil],
  [evil],
  [`--${evil}`],
  ['check', `--${evil}`],
  ['lsp', `--${evil}`],
];
const data: (readonly string[])[] = [
  ['glossary', 'extract', 'docs', '--format', 'csv'],
  ...formats.map(({ id: to }) => ['glossary', 'convert', 'terms.csv', 'terms.md', '--to', to]),
];

const named = (args: readonly string[]) =>
  args.map((one) => one.replaceAll(acts, '⟨acts⟩').replaceAll(forges, '⟨forges⟩'));

describe('nothing of a hostile checkout acts on the terminal', {
  skip: noPermissions && 'names like these cannot be made here',
}, () => {
  let folder: TestFolder;
  before(() => {
    folder = testFolder(pages);
    commitAll(folder, 'All');
    folder.write('docs/en/b.md', english('and words'));
  });
  after(() => folder.remove());

  for (const args of commands) {
    test(named(args).join(' '), () => {
      const { stdout, stderr } = yijiao(folder, args, { locale: 'zh_CN.UTF-8' });
      assert.notEqual(stdout + stderr, '');
      assertHarmless(stdout + stderr);
    });
  }

  test('what the system refuses is told without acting', () => {
    const other = testFolder({ [`${evil}/a.md`]: '用A的\n' });
    try {
      const user = givenAway(other);
      spawnSync('chmod', ['0', other.at(`${evil}/a.md`)]);
      const { status, stdout, stderr } = yijiao(other, ['check', '--fix', evil], { user });
      assert.equal(status, 2);
      assert.match(stdout, /permission/);
      assertHarmless(stdout + stderr);
    } finally {
      other.remove();
    }
  });

  const noTerminal =
    process.platform === 'linux' && spawnSync('script', ['--version']).status === 0 ? false : 'no script(1)';
  for (const args of [...commands, ...data]) {
    test(`on a terminal: ${named(args).join(' ')}`, { skip: noTerminal }, () => {
      const quoted = [process.execPath, program, ...args].map((one) => `'${one}'`).join(' ');
      const env = { ...process.env, LC_ALL: 'C', SHELL: '/bin/sh', NO_COLOR: '' };
      const { stdout } = spawnSync('script', ['-qec', quoted, '/dev/null'], {
        cwd: folder.path,
        env,
        encoding: 'utf8',
        input: '',
      });
      assert.notEqual(stdout, '');
      // The line ends of a terminal, the colours of reports, and progress, which clears its line.
      assertHarmless(stdout.replace(/\r\n|\t/g, '\n').replace(/\u001b\[(?:1|2|4|22|24|3[1-5]|39)m|\r\u001b\[K/g, ''));
    });
  }

  test('data that is piped keeps every character', () => {
    const { stdout } = yijiao(folder, ['glossary', 'convert', 'terms.csv', '--to', 'csv']);
    assert.ok(stdout.includes('词\u001b[5m'));
  });

  test('JSON says what the files are called', () => {
    const { files } = JSON.parse(yijiao(folder, ['check', page, '--format', 'json']).stdout);
    assert.ok(files.some((file: { path: string }) => file.path === page));
  });
});

function assertHarmless(output: string) {
  const found = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/.exec(output);
  assert.equal(found && JSON.stringify(output.slice(Math.max(0, found.index - 60), found.index + 20)), null);
  assert.doesNotMatch(output, /^forged/m);
  assert.doesNotMatch(output, /\n\s+at .*:\d+:\d+/, 'a stack trace');
}
