import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { describe, test } from 'node:test';
import {
  givenAway,
  noMounts,
  noPermissions,
  noRoot,
  program,
  type Run,
  shell,
  within,
  yijiao,
} from '../helpers/command.ts';
import type { TestFolder } from '../helpers/workspace.ts';

const TRACE = /\n\s+at .*:\d+:\d+/;
const faulty = '用A的\n';
const mended = '用 A 的\n';
/** Too few pages show no style. */
const settings = '{ "style": { "hanLatin": "space" } }';
/** A page that is larger than what a test allows; its fault stands at the beginning, so that a fix moves all the rest. */
const large = `用A的\n\n${'用 A 的模型。\n\n'.repeat(4000)}`;

/** How it comes that `b.md` cannot be written. Each gives a way to run the command under its circumstances. */
const refused: {
  what: string;
  skip: string | false;
  said: RegExp;
  page?: string;
  run(folder: TestFolder, args: readonly string[]): Run;
}[] = [
  {
    what: 'a limit for files',
    skip: noPermissions,
    page: large,
    said: /cannot be written: it would be larger than is allowed here\. It was not changed/,
    run: (folder, args) => shell(folder, `ulimit -f 16; yijiao ${args.join(' ')}`),
  },
  {
    what: 'a limit for files, and a page that is written in place',
    skip: noPermissions,
    page: large,
    said: /cannot be written: it would be larger than is allowed here\. It was not changed/,
    run(folder, args) {
      mkdirSync(folder.at('.git/other'));
      linkSync(folder.at('b.md'), folder.at('.git/other/b'));
      return shell(folder, `ulimit -f 16; yijiao ${args.join(' ')}`);
    },
  },
  {
    what: 'a device that is full',
    skip: noMounts,
    page: large,
    said: /cannot be written: there is no space left on the device\. It was not changed/,
    run: (folder, args) =>
      shell(
        folder,
        `mkdir m && mount -t tmpfs -o size=160k x m && cp -r .git .yijiao.jsonc *.md m && cd m && yijiao ${args.join(' ')}
        status=$?; cp *.md ..; exit $status`,
        true,
      ),
  },
  {
    what: 'a device on which there is room for a part, and a page that is written in place',
    skip: noMounts,
    page: '用A的\n\n'.repeat(3000),
    said: /cannot be written: there is no space left on the device\. It was not changed/,
    run: (folder, args) =>
      shell(
        folder,
        `mkdir m && mount -t tmpfs -o size=1m x m && cp -r .git .yijiao.jsonc *.md m && cd m && ln b.md .git/b
        head -c 4096 /dev/zero > room; cat /dev/zero > fill 2> .git/said; rm room
        yijiao ${args.join(' ')}
        status=$?; cp *.md ..; exit $status`,
        true,
      ),
  },
  {
    what: 'a file system that is read-only',
    skip: noMounts,
    said: /cannot be written: the file system is read-only\. It was not changed/,
    run: (folder, args) =>
      shell(folder, `mount --bind b.md b.md && mount -o remount,ro,bind b.md && yijiao ${args.join(' ')}`, true),
  },
  {
    what: 'a file that is read-only',
    skip: false,
    said: /The file is read-only and was not changed\. Make it writable/,
    run(folder, args) {
      chmodSync(folder.at('b.md'), 0o444);
      return yijiao(folder, args);
    },
  },
  {
    what: 'a file of somebody else',
    skip: noRoot,
    said: /cannot be written: you have no permission/,
    run(folder, args) {
      const user = givenAway(folder);
      chownSync(folder.at('b.md'), 0, 0);
      return yijiao(folder, args, { user });
    },
  },
  {
    what: 'a file that may not be changed at all',
    skip: noRoot || (spawnSync('chattr', ['-V']).error ? 'no chattr' : false),
    said: /cannot be written: you have no permission/,
    run(folder, args) {
      if (spawnSync('chattr', ['+i', 'b.md'], { cwd: folder.path }).status !== 0) chmodSync(folder.at('b.md'), 0o444);
      try {
        return yijiao(folder, args);
      } finally {
        spawnSync('chattr', ['-i', 'b.md'], { cwd: folder.path });
      }
    },
  },
  {
    what: 'a link that leads out of the project',
    skip: noPermissions,
    said: /A symbolic link leads out of the project, so nothing was written/,
    run(folder, args) {
      mkdirSync(folder.at('own/.git'), { recursive: true });
      folder.write('own/.yijiao.jsonc', settings);
      for (const name of ['a.md', 'c.md']) folder.write(`own/${name}`, faulty);
      symlinkSync('../b.md', folder.at('own/b.md'));
      const run = yijiao(folder, [...args.slice(0, -3), 'own/a.md', 'own/b.md', 'own/c.md']);
      for (const name of ['a.md', 'c.md']) writeFileSync(folder.at(name), readFileSync(folder.at(`own/${name}`)));
      return { ...run, stdout: run.stdout.replaceAll('own/', '') };
    },
  },
];

describe('a page that cannot be written is told, and the run goes on', () => {
  for (const { what, skip, said, page = faulty, run } of refused) {
    for (const format of ['pretty', 'json']) {
      test(`${what} (${format})`, { skip }, () =>
        within({ '.yijiao.jsonc': settings, 'a.md': faulty, 'b.md': page, 'c.md': faulty }, (folder) => {
          const count = 1 + 2 * (page.split('用A的').length - 1);
          const args = ['check', '--fix', '--format', format, 'a.md', 'b.md', 'c.md'];
          const { status, stdout, stderr } = run(folder, args);
          assert.equal(status, 2, stdout + stderr);
          assert.equal(stderr, '');
          assert.match(stdout, said);
          for (const name of ['a.md', 'c.md']) assert.equal(readFileSync(folder.at(name), 'utf8'), mended);
          assert.equal(readFileSync(folder.at('b.md'), 'utf8'), page);
          assert.deepEqual(leftIn(folder), []);
          if (format === 'pretty') {
            assert.match(stdout, /^b\.md\n +1:1 +error +.*\n +\d+:1 +warning +Add a space/m);
            assert.ok(
              stdout.includes(`\nChanged:\n  a.md  2\n  c.md  2\n\nFixed 4. ${count} problems in 1 file`),
              stdout,
            );
            return;
          }
          const report = JSON.parse(stdout);
          assert.deepEqual(report.changed, ['a.md', 'c.md']);
          const { failed, fixed, problems } = report.files.find((file: { path: string }) => file.path === 'b.md');
          assert.deepEqual([failed, fixed, problems.length], ['write', 0, count]);
        }),
      );
    }
  }
});

/** What cannot be read, made so that `a.md` is the one page that can. */
const unread: { what: string; skip: string | false; make(folder: TestFolder): void; said: RegExp; failed: string }[] = [
  {
    what: 'a page',
    skip: noPermissions,
    make(folder) {
      folder.write('b.md', faulty);
      chmodSync(folder.at('b.md'), 0);
    },
    said: /b\.md\n +1:1 +error +This cannot be read: you have no permission\.\n/,
    failed: 'b.md',
  },
  {
    what: 'a folder',
    skip: noPermissions,
    make(folder) {
      folder.write('deep/b.md', faulty);
      chmodSync(folder.at('deep'), 0);
    },
    said: /deep\n +1:1 +error +This cannot be read: you have no permission\.\n/,
    failed: 'deep',
  },
  {
    what: 'the settings of other pages, which are left alone',
    skip: noPermissions,
    make(folder) {
      folder.write('deep/b.md', faulty);
      folder.write('deep/.yijiao.jsonc', '{ "rules": { "space-han-latin": "off" } }');
      chmodSync(folder.at('deep/.yijiao.jsonc'), 0);
    },
    said: /deep\/\.yijiao\.jsonc\n +1:1 +error +This cannot be read: you have no permission\.\n/,
    failed: 'deep/.yijiao.jsonc',
  },
  {
    what: 'a page whose name is no UTF-8',
    skip: process.platform === 'linux' ? false : 'such a name cannot be made here',
    make: (folder) =>
      writeFileSync(Buffer.concat([Buffer.from(`${folder.path}/`), Buffer.from([0xff, 0x2e, 0x6d, 0x64])]), faulty),
    said: /\uFFFD\.md\n +1:1 +error +This cannot be read\.\n/,
    failed: '\uFFFD.md',
  },
];

describe('what cannot be read is told, and the run goes on', () => {
  for (const { what, skip, make, said, failed } of unread) {
    test(what, { skip }, () =>
      within({ 'a.md': faulty }, (folder) => {
        make(folder);
        const user = givenAway(folder);
        const { status, stdout, stderr } = yijiao(folder, ['check', '.'], { user });
        assert.equal(status, 2, stderr);
        assert.match(stdout, said);
        assert.match(stdout, /a\.md\n +1:1 +warning/);
        const fixed = yijiao(folder, ['check', '--fix', '--format', 'json', '.'], { user });
        assert.equal(fixed.status, 2);
        const { files, changed } = JSON.parse(fixed.stdout);
        assert.deepEqual(changed, ['a.md']);
        assert.deepEqual(
          files
            .filter((file: { failed?: string }) => file.failed === 'read')
            .map((file: { path: string }) => file.path),
          [failed],
        );
        const extracted = yijiao(folder, ['glossary', 'extract', '.'], { user });
        assert.doesNotMatch(extracted.stderr, TRACE);
        // So that it can be removed.
        spawnSync('chmod', ['-R', 'u+rwX', folder.path]);
      }),
    );
  }

  test('a page is not read: no terms are claimed to be all', { skip: noPermissions }, () =>
    within({ 'a.md': faulty, 'b.md': faulty }, (folder) => {
      chmodSync(folder.at('b.md'), 0);
      const { status, stderr } = yijiao(folder, ['glossary', 'extract', '.'], { user: givenAway(folder) });
      assert.equal(status, 2);
      assert.match(stderr, /b\.md: This cannot be read: you have no permission/);
    }),
  );
});

/** Names among the arguments beside `a.md`, which has faults: what is said of them, and how the run ends. */
const named: [args: string[], status: number, said: RegExp, checked: boolean][] = [
  [['a.md', 'data.json'], 1, /^Skipped, not Markdown: data\.json\n$/, true],
  [['clean.md', 'data.json', 'b.png'], 0, /^Skipped, not Markdown: data\.json, b\.png\n$/, true],
  [
    ['data.json', 'b.png'],
    0,
    /^Skipped, not Markdown: data\.json, b\.png\nNo Markdown file was named, so nothing was looked at\.\n$/,
    true,
  ],
  [['1', '2', '3', '4', '5', '6', '7', 'clean.md'].map((name) => name), 0, /: 1, 2, 3, 4, 5 and 2 more\n$/, true],
  [['clean.md', 'no.md'], 2, /^No such file or folder: no\.md\n$/, true],
  [['no.md', 'a.md', 'data.json'], 2, /^No such file or folder: no\.md\nSkipped, not Markdown: data\.json\n$/, true],
  [['no.md', 'nor.md'], 2, /^No such file or folder: no\.md\nNo such file or folder: nor\.md\n$/, false],
  [['no.md', 'data.json'], 2, /^No such file or folder: no\.md\nSkipped, not Markdown: data\.json\n$/, false],
];

describe('hooks name whatever a commit holds', () => {
  const files = { 'a.md': '用A\uFFFD的\n', 'clean.md': mended, 'data.json': '{"zh":"用A"}', 'b.png': '用A' };
  const numbered = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((name) => [`${name}`, '用A']));
  for (const [args, status, said, checked] of named) {
    test(`check --fix ${args.join(' ')}: ${status}`, () =>
      within({ ...files, ...numbered }, (folder) => {
        const run = yijiao(folder, ['check', '--fix', ...args]);
        assert.equal(run.status, status, run.stderr);
        assert.match(run.stderr, said);
        assert.equal(/checked|problem/.test(run.stdout), checked, run.stdout);
        assert.equal(readFileSync(folder.at('data.json'), 'utf8'), files['data.json']);
        const json = yijiao(folder, ['check', '--format', 'json', ...args]);
        assert.equal(json.status, status);
        assert.equal(JSON.parse(json.stdout).version, 1);
        const extracted = yijiao(folder, ['glossary', 'extract', ...args]);
        assert.equal(extracted.status, status === 2 ? 2 : 0, extracted.stderr);
      }));
  }
});

/** What a page is like, and still is after it was fixed. `inPlace` where a new file could not be like it. */
const kept: { what: string; skip: string | false; inPlace: boolean; make(page: string, folder: TestFolder): void }[] = [
  ...[0o600, 0o640, 0o664, 0o755].map((mode) => ({
    what: `mode ${mode.toString(8)}`,
    skip: noPermissions,
    inPlace: false,
    make: (page: string) => chmodSync(page, mode),
  })),
  {
    what: 'an owner whom only root can give',
    skip: noRoot,
    inPlace: false,
    make(page) {
      chownSync(page, 12345, 23456);
      chmodSync(page, 0o4750);
    },
  },
  { what: 'a hard link', skip: false, inPlace: true, make: (page, folder) => linkSync(page, folder.at('other')) },
  {
    what: 'hard links of an owner, a mode',
    skip: noRoot,
    inPlace: true,
    make(page, folder) {
      linkSync(page, folder.at('other'));
      chownSync(page, 12345, 23456);
      chmodSync(page, 0o620);
    },
  },
];

describe('--fix keeps what a page is', () => {
  for (const { what, skip, inPlace, make } of kept) {
    test(what, { skip }, () =>
      within({ 'a.md': faulty }, (folder) => {
        const page = folder.at('a.md');
        make(page, folder);
        const before = lstatSync(page);
        assert.equal(yijiao(folder, ['check', '--fix', '.']).status, 0);
        const after = lstatSync(page);
        assert.equal(readFileSync(page, 'utf8'), mended);
        assert.deepEqual(
          [after.mode, after.uid, after.gid, after.nlink],
          [before.mode, before.uid, before.gid, before.nlink],
        );
        if (process.platform !== 'win32') assert.equal(after.ino === before.ino, inPlace);
        if (existsSync(folder.at('other'))) assert.equal(readFileSync(folder.at('other'), 'utf8'), mended);
        assert.deepEqual(leftIn(folder), []);
      }),
    );
  }

  test('the owner, where it cannot be given', { skip: noRoot }, () =>
    within({ 'a.md': faulty }, (folder) => {
      const user = givenAway(folder);
      chownSync(folder.at('a.md'), 0, 0);
      chmodSync(folder.at('a.md'), 0o666);
      assert.equal(yijiao(folder, ['check', '--fix', '.'], { user }).status, 0);
      assert.equal(readFileSync(folder.at('a.md'), 'utf8'), mended);
      assert.deepEqual([statSync(folder.at('a.md')).uid, leftIn(folder)], [0, []]);
    }),
  );

  test('a page in a folder in which nothing can be made', { skip: noPermissions }, () =>
    within({ 'deep/a.md': faulty }, (folder) => {
      const user = givenAway(folder);
      chmodSync(folder.at('deep'), 0o555);
      assert.equal(yijiao(folder, ['check', '--fix', '.'], { user }).status, 0);
      assert.equal(readFileSync(folder.at('deep/a.md'), 'utf8'), mended);
      chmodSync(folder.at('deep'), 0o755);
    }),
  );

  test('a page that is mounted alone, as into a container', { skip: noMounts }, () =>
    within({ 'a.md': faulty, 'deep/b.md': '' }, (folder) => {
      const { status, stdout } = shell(folder, 'mount --bind a.md deep/b.md && yijiao check --fix deep', true);
      assert.equal(status, 0, stdout);
      assert.equal(readFileSync(folder.at('a.md'), 'utf8'), mended);
    }),
  );

  test('a shorter page that is written in place has nothing behind its end', () =>
    within({ 'a.md': '用 A 的   \n\n\n好\u200b的\u200b。\n' }, (folder) => {
      linkSync(folder.at('a.md'), folder.at('other'));
      yijiao(folder, ['check', '--fix', '.']);
      const after = readFileSync(folder.at('other'), 'utf8');
      assert.ok(after.startsWith('用 A 的\n') && after.endsWith('好的。\n'), JSON.stringify(after));
    }));
});

describe('what a kill leaves', () => {
  const uuid = () => randomUUID();
  /** Names in a folder, and whether they are still there after the next `check --fix`. */
  const stays: [name: () => string, kind: 'file' | 'folder' | 'link', stays: boolean][] = [
    [() => `.yijiao-${uuid()}`, 'file', false],
    [() => `.yijiao-${uuid()}`, 'folder', true],
    [() => `.yijiao-${uuid()}`, 'link', true],
    [() => `.yijiao-${uuid()}.md`, 'file', true],
    [() => '.yijiao-notes', 'file', true],
    [() => '.yijiao.jsonc', 'file', true],
    [() => `.yijiao-00000000-99999999-${uuid()}`, 'file', true],
  ];

  test('is removed at the next run that writes, and nothing else is', () =>
    within({ 'deep/a.md': mended, 'b.md': mended }, (folder) => {
      const all = stays.map(([name, kind, is]) => ({ name: name(), kind, is }));
      for (const { name, kind } of all) {
        if (kind === 'file') folder.write(`deep/${name}`, '{}');
        else if (kind === 'folder') mkdirSync(folder.at(`deep/${name}`));
        else symlinkSync('../b.md', folder.at(`deep/${name}`));
      }
      yijiao(folder, ['check', '.']);
      assert.equal(readdirSync(folder.at('deep')).length, all.length + 1, 'a run that does not write removes nothing');
      yijiao(folder, ['check', '--fix', '.']);
      const left = all.filter(({ is }) => is).map(({ name }) => name);
      assert.deepEqual(readdirSync(folder.at('deep')).sort(), [...left, 'a.md'].sort());
    }));

  test('a running process keeps its file, a dead one does not', { skip: noPermissions }, async () => {
    await within({ 'a.md': large }, async (folder) => {
      const name = (await killedAt(folder)) ?? '';
      assert.match(name, /^\.yijiao-[\da-f]{8}-\d+-/);
      const by = (pid: number | string) => name.replace(/-\d+-/, () => `-${pid}-`);
      const dead = spawnSync('true').pid;
      folder.write(by(dead), faulty);
      const other = spawn('sleep', ['1000'], { stdio: 'ignore' });
      try {
        folder.write(by(other.pid!), faulty);
        // Processes of a container often have the number that the last one had.
        const { status, stderr } = shell(
          folder,
          `mv ${by(dead)} ${by('$$')}; exec '${process.execPath}' '${program}' check --fix a.md`,
        );
        assert.equal(status, 0, stderr);
        assert.deepEqual(leftIn(folder), [by(other.pid!)]);
      } finally {
        other.kill('SIGKILL');
        await new Promise((resolve) => other.once('exit', resolve));
      }
      folder.write(by(dead), faulty);
      yijiao(folder, ['check', '--fix', 'a.md']);
      assert.deepEqual(leftIn(folder), []);
    });
  });

  test('kills in the middle: every page is the old or the new one, and the next run leaves nothing', {
    skip: noPermissions,
  }, async () => {
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`p${i}.md`, `${i}\n\n${'用 A 的模型。\n\n'.repeat(40)}用A的\n`]),
    );
    await within(files, async (folder) => {
      for (let kills = 0; kills < 4; kills++) {
        await killedAt(folder);
        for (const [name, before] of Object.entries(files)) {
          const now = readFileSync(folder.at(name), 'utf8');
          assert.ok(now === before || now === before.replace('用A的', mended.trim()), name);
        }
      }
      assert.equal(yijiao(folder, ['check', '--fix', '.']).status, 0);
      assert.deepEqual(leftIn(folder), []);
    });
  });
});

/** Commands that write, or whose output cannot be written: never a stack trace. */
const writers: { what: string; skip: string | false; args: string[]; make?(folder: TestFolder): void; said: RegExp }[] =
  [
    {
      what: 'init in a folder that is closed',
      skip: noPermissions,
      args: ['init', 'closed'],
      said: /closed\/\.yijiao\.jsonc: The file cannot be written: you have no permission/,
    },
    {
      what: 'init over a link to nowhere',
      skip: noPermissions,
      args: ['init', 'deep'],
      make: (folder) => symlinkSync('no', folder.at('deep/.yijiao.jsonc')),
      said: /symbolic link to a file that does not exist/,
    },
    {
      what: 'convert into a closed folder',
      skip: noPermissions,
      args: ['glossary', 'convert', 'g.csv', '--out', 'closed/g.tsv'],
      said: /closed\/g\.tsv: The file cannot be written: you have no permission/,
    },
    {
      what: 'convert into no folder',
      skip: false,
      args: ['glossary', 'convert', 'g.csv', '--out', 'no/g.tsv'],
      said: /no\/g\.tsv: The file cannot be written: there is no such file or folder/,
    },
    {
      what: 'convert over a folder',
      skip: false,
      args: ['glossary', 'convert', 'g.csv', '--to', 'csv', '--out', 'deep'],
      said: /deep: The file cannot be written: it is a folder/,
    },
    {
      what: 'convert over a file as a folder',
      skip: noPermissions,
      args: ['glossary', 'convert', 'g.csv', '--out', 'a.md/g.tsv'],
      said: /a\.md\/g\.tsv: The file cannot be written: a part of its path is not a folder/,
    },
    {
      what: 'convert over a read-only file',
      skip: false,
      args: ['glossary', 'convert', 'g.csv', '--out', 'old.tsv'],
      make: (folder) => {
        folder.write('old.tsv', 'old');
        chmodSync(folder.at('old.tsv'), 0o444);
      },
      said: /old\.tsv: The file is read-only/,
    },
    {
      what: 'convert through a link of the checkout',
      skip: noPermissions,
      args: ['glossary', 'convert', 'g.csv', '--out', 'g.tsv'],
      make: (folder) => symlinkSync('/dev/null', folder.at('g.tsv')),
      said: /g\.tsv: A symbolic link leads out of the project/,
    },
    {
      what: 'extract into a closed folder',
      skip: noPermissions,
      args: ['glossary', 'extract', 'a.md', '--format', 'csv', '--out', 'closed/g.csv'],
      said: /closed\/g\.csv: The file cannot be written: you have no permission/,
    },
    {
      what: 'extract to a full device',
      skip: process.platform === 'linux' ? false : 'no /dev/full',
      args: ['glossary', 'extract', 'a.md', '--format', 'csv', '--out', '/dev/full'],
      said: /\/dev\/full: The file cannot be written: there is no space left/,
    },
    {
      what: 'a glossary that cannot be read',
      skip: noPermissions,
      args: ['glossary', 'check', 'closed.csv'],
      make: (folder) => chmodSync(folder.at('closed.csv'), 0),
      said: /^closed\.csv: This cannot be read: you have no permission/,
    },
  ];

describe('every command that writes says what was refused', () => {
  const files = {
    'a.md': faulty,
    'deep/a.md': mended,
    'closed/a.md': mended,
    'docs/en/a.md': '# Title\n\nA token.\n',
    'docs/zh/a.md': '# 题\n\n一个词元。\n',
    'g.csv': 'en,zh\ntoken,词元\n',
    'closed.csv': 'en,zh\n',
  };
  for (const { what, skip, args, make, said } of writers) {
    test(what, { skip }, () =>
      within(files, (folder) => {
        make?.(folder);
        const user = givenAway(folder);
        chmodSync(folder.at('closed'), 0o555);
        const { status, stderr } = yijiao(folder, args, { user });
        chmodSync(folder.at('closed'), 0o755);
        assert.equal(status, 2);
        assert.match(stderr.trimStart(), said);
        assert.doesNotMatch(stderr, TRACE);
        assert.deepEqual(leftIn(folder), []);
      }),
    );
  }

  const noFull = existsSync('/dev/full') ? false : 'no /dev/full';
  for (const command of [
    'check a.md',
    'check --format json',
    'compare . --format html',
    'glossary convert g.csv --to md',
    'explain',
    '--help',
  ]) {
    test(`${command} > a full device`, { skip: noFull }, () =>
      within(files, (folder) => {
        const { status, stderr } = shell(folder, `yijiao ${command} > /dev/full`);
        assert.equal(status, 2);
        assert.equal(stderr, 'The output cannot be written: there is no space left on the device.\n');
        assert.equal(shell(folder, `yijiao ${command} > /dev/full 2> /dev/full`).status, 2);
      }),
    );
  }

  test('a new file has the mode that is usual here', { skip: noPermissions }, () =>
    within(files, (folder) => {
      shell(folder, 'umask 027; yijiao glossary convert g.csv --out new.tsv; yijiao init');
      for (const name of ['new.tsv', '.yijiao.jsonc']) assert.equal(statSync(folder.at(name)).mode & 0o777, 0o640);
    }),
  );

  test('a device takes what it is given, and stays', { skip: noFull }, () =>
    within(files, (folder) => {
      assert.equal(yijiao(folder, ['glossary', 'convert', 'g.csv', '--to', 'csv', '--out', '/dev/null']).status, 0);
      assert.ok(statSync('/dev/null').isCharacterDevice());
    }),
  );
});

/** Temporary files below a folder. */
function leftIn(folder: TestFolder): string[] {
  return readdirSync(folder.path).filter((name) => name.startsWith('.yijiao-'));
}

/** Kills a run at its first temporary file; gives the name of that. */
async function killedAt(folder: TestFolder): Promise<string | undefined> {
  const watcher = watch(folder.path);
  const child = spawn(process.execPath, [program, 'check', '--fix', '.'], { cwd: folder.path, stdio: 'ignore' });
  let found: string | undefined;
  watcher.on('change', (_, name) => {
    if (!`${name}`.startsWith('.yijiao-')) return;
    found ??= `${name}`;
    child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.once('exit', resolve));
  watcher.close();
  return found;
}
