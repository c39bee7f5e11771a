import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { main } from '../../server/cli/main.ts';
import { reports } from '../../server/cli/report/list.ts';
import type { Terminal } from '../../server/cli/terminal.ts';
import { repository } from '../helpers/workspace.ts';

/** What a new report needs, beside its file in `server/cli/report/`. What is forgotten is named by its test. */
const text = (file: string) => readFileSync(join(repository, file), 'utf8');
const folder = 'server/cli/report';
const tests = globSync('test/cli/*.test.ts', { cwd: repository }).map(text).join('\n');

test('every file that holds a report is in the list, once, by its name', async () => {
  const files = readdirSync(join(repository, folder)).filter((name) => name.endsWith('.ts'));
  const made = await Promise.all(files.map(async (file) => (await import(join(repository, folder, file))).default));
  const known = files.filter((_, i) => made[i] !== undefined);
  assert.deepEqual(known.map((file) => file.replace(/\.ts$/, '')).sort(), reports.map(({ id }) => id).sort());
  assert.equal(reports.filter(({ isForPeople }) => isForPeople).length, 1, 'one is printed where none is named');
});

for (const { id, isForPeople, docs } of reports) {
  describe(id, () => {
    test('a test of the command line asks for it', () => {
      const isAsked = isForPeople || tests.includes(`'--format', '${id}'`) || tests.includes(`printed('${id}'`);
      assert.ok(isAsked, `Write a test in test/cli/reports.test.ts that runs check with '--format', '${id}'.`);
    });

    test('the changelog tells of it', () => {
      const told = isForPeople ? 'work on the command line' : `\`--format ${id}\``;
      assert.ok(text('CHANGELOG.md').includes(told), `Write a line about ${told} into CHANGELOG.md, under Unreleased.`);
    });

    test('the documents and the help show it', async () => {
      for (const [language, page, readme] of [
        ['en', 'docs/reports.md', 'README.md'],
        ['zh', 'docs/reports.zh-CN.md', 'README.zh-CN.md'],
      ] as const) {
        assert.match(
          docs.use[language],
          language === 'zh' ? /[\u4e00-\u9fff]/ : /[A-Za-z]/,
          'docs.use in both languages',
        );
        for (const file of [page, readme])
          assert.ok(text(file).includes(`\`${id}\``), `${file}: run npm run generate.`);
        assert.ok(text(page).includes(`\n## ${id}\n`), `${page}: run npm run generate.`);
        let help = '';
        await main(['--help'], { language, out: (said: string) => (help += said) } as unknown as Terminal);
        assert.ok(help.includes(id));
      }
    });
  });
}
