import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { pagesBelow } from '../../server/lsp/project-pages.ts';
import {
  type CheckProjectResult,
  checkProjectRequest,
  clearProjectRequest,
  stopNotification,
} from '../../server/lsp/protocol.ts';
import { memoryFiles } from '../../server/workspace/files/memory-files.ts';
import { chinese, within } from '../helpers/project.ts';
import { productNode, repository, sampleFolder, testFolder } from '../helpers/workspace.ts';

describe('a check of all pages', () => {
  test('finds on pages that are not open what the command line finds, but for hints', async () => {
    const pages = globSync('test/fixtures/pages/*.{md,mdx}', { cwd: repository }).slice(0, 12);
    const folder = sampleFolder();
    for (const page of pages) cpSync(join(repository, page), folder.at(basename(page)));
    await within(folder, async ({ client, check }) => {
      const args = [join(repository, 'dist/cli.cjs'), 'check', '.', '--format', 'json'];
      const { stdout } = spawnSync(productNode, args, { cwd: folder.path, encoding: 'utf8', maxBuffer: 1 << 28 });
      const files: { path: string; problems: Record<string, unknown>[] }[] = JSON.parse(stdout).files;
      const { findings, hidden, unread, isPartial } = await check();
      let all = 0;
      for (const { path, problems } of files) {
        const listed = problems.filter(({ level }) => level !== 'hint');
        all += listed.length;
        // What is too much for the list is left to the page itself.
        if (listed.length === 0 || listed.length > 100) continue;
        const shown = await client.diagnostics(folder.uri(path));
        assert.deepEqual(
          shown.map(({ range: { start }, code }) => `${start.line + 1}:${start.character + 1} ${code}`),
          listed.map(({ line, column, rule }) => `${line}:${column} ${rule}`),
          path,
        );
      }
      assert.ok(all > 50);
      assert.deepEqual([findings, unread, isPartial], [all, 0, false]);
      assert.ok(hidden < all);
    });
  });

  test('says how many pages it looked at, and leaves out those that the project ignores', () =>
    within(
      testFolder({
        '.yijiao.jsonc': '{ "ignore": ["old/**"] }',
        'a.md': chinese('用A。'),
        'b.md': chinese('没有'),
        'old/c.md': chinese('用A。'),
        'latin1.md': Uint8Array.of(0x61, 0xe9, 0xff, 0x61),
      }),
      async ({ check, found }) => {
        assert.deepEqual(await check(), {
          pages: 2,
          pagesWithFindings: 1,
          findings: 1,
          hidden: 0,
          unread: 1,
          beyond: 0,
          isPartial: false,
        });
        assert.equal((await found('a.md', 1))[0]!.code, 'space-han-latin');
        assert.match(String((await found('latin1.md', 1))[0]!.message), /not UTF-8/);
      },
    ));

  test('that is stopped answers with what it has, and keeps it', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.md`, chinese('用A。')]));
    await within(testFolder(many), async ({ client, root }) => {
      const workDoneToken = 'check';
      const asking = client.connection.sendRequest<CheckProjectResult>(checkProjectRequest, {
        folders: [root],
        workDoneToken,
      });
      await client.connection.sendNotification(stopNotification, { workDoneToken });
      const { pages, isPartial } = await asking;
      assert.ok(isPartial && pages < 300);
    });
  });

  test('tells how far it is', () =>
    within(testFolder({ 'a.md': chinese(''), 'docs/b.md': chinese('') }), async ({ client, root }) => {
      const told: string[] = [];
      client.connection.onNotification(
        '$/progress',
        ({ token, value }) => void told.push(`${token}: ${value.message}`),
      );
      await client.connection.sendRequest(checkProjectRequest, { folders: [root], workDoneToken: 'w' });
      assert.deepEqual(told, ['w: 1/2 a.md', 'w: 2/2 docs/b.md']);
    }));

  test('shows the most serious findings of a page that has very many, and no more than a list can hold', async () => {
    const faulty = chinese('用A。'.repeat(130));
    const many = Object.fromEntries(Array.from({ length: 104 }, (_, i) => [`${100 + i}.md`, faulty]));
    // So many pages show a style of their own.
    const settled = { '.yijiao.jsonc': '{ "style": "huggingface" }' };
    await within(testFolder({ ...many, ...settled }), async ({ client, check, found, folder, touched }) => {
      const { findings, hidden, pagesWithFindings } = await check();
      assert.equal(pagesWithFindings, 104);
      assert.equal(findings, 104 * 130);
      assert.ok(findings - hidden <= 10_000 && findings - hidden > 9_800, String(hidden));
      const [note, ...shown] = await found('100.md', 100);
      assert.match(String(note!.message), /This page has 130 findings, and the 99 most serious are shown\. Open it/);
      assert.ok(shown.every(({ code }) => code === 'space-han-latin'));
      // What is mended makes room for the others.
      const mended = Array.from({ length: 20 }, (_, i): [string, 2] => [`${100 + i}.md`, 2]);
      for (const [name] of mended) folder.write(name, chinese(''));
      await touched(...mended);
      for (const [name] of mended) await found(name, 0);
      await client.diagnostics(folder.uri('203.md'), (all) => all.length === 100);
    });
  });

  test('follows pages, sources and settings that change on the disk, and pages that go', () =>
    within(
      testFolder({
        'docs/zh/a.md': chinese('用A。'),
        'docs/zh/b.md': chinese('用A，有 5 个。'),
        'docs/en/b.md': '# Title\n\nThis is a page.\n\nThere are 5 of A.\n',
      }),
      async ({ check, folder, found, touched }) => {
        await check();
        await found('docs/zh/a.md', 1);
        await found('docs/zh/b.md', 1);
        folder.write('docs/zh/a.md', chinese('用A，也用B。'));
        await touched(['docs/zh/a.md', 2]);
        await found('docs/zh/a.md', 2);
        folder.write('docs/en/b.md', '# Title\n\nThis is a page.\n\nThere are 6 of A.\n');
        await touched(['docs/en/b.md', 2]);
        await found('docs/zh/b.md', 2);
        rmSync(folder.at('docs/en/b.md'));
        await touched(['docs/en/b.md', 3]);
        await found('docs/zh/b.md', 1);
        folder.write('docs/en/b.md', '# Title\n\nThis is a page.\n\nThere are 6 of A.\n');
        await touched(['docs/en/b.md', 1]);
        await found('docs/zh/b.md', 2);
        folder.write('.yijiao.jsonc', '{ "rules": { "space-han-latin": "off" } }');
        await touched(['.yijiao.jsonc', 1]);
        await found('docs/zh/a.md', 0);
        await found('docs/zh/b.md', 1);
        folder.write('.yijiao.jsonc', '{ "ignore": ["**/b.md"] }');
        await touched(['.yijiao.jsonc', 2]);
        await found('docs/zh/a.md', 2);
        await found('docs/zh/b.md', 0);
        rmSync(folder.at('docs/zh/a.md'));
        await touched(['docs/zh/a.md', 3]);
        await found('docs/zh/a.md', 0);
      },
    ));

  test('leaves a page to the editor while it is open, and has it again as it is on the disk when it is closed', () =>
    within(
      testFolder({ 'a.md': chinese('用A。'), 'b.md': chinese('用A。') }),
      async ({ client, check, folder, found }) => {
        await check();
        await found('a.md', 1);
        const uri = folder.uri('a.md');
        assert.equal((await client.open(uri, chinese('用A，也用B，还用C。'))).length, 3);
        assert.deepEqual((await check()).findings, 4);
        await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
        await found('a.md', 1);
      },
    ));

  test('takes its findings back when they are cleared, and only those of pages that are not open', () =>
    within(
      testFolder({ 'a.md': chinese('用A。'), 'b.md': chinese('用A。') }),
      async ({ client, check, folder, found, touched }) => {
        await client.open(folder.uri('b.md'), chinese('用A。'));
        await check();
        await found('a.md', 1);
        await client.connection.sendRequest(clearProjectRequest, {});
        await found('a.md', 0);
        await found('b.md', 1);
        // It is not followed any more either.
        folder.write('a.md', chinese('用A，也用B。'));
        await touched(['a.md', 2]);
        await client.connection.sendNotification('textDocument/didClose', {
          textDocument: { uri: folder.uri('b.md') },
        });
        await found('b.md', 0);
        await check();
        await found('a.md', 2);
      },
    ));

  test('looks at pages that are Chinese by their names first, and tells how many others there are', async () => {
    const files = memoryFiles({
      'mem:/p/a.md': '',
      'mem:/p/docs/en/b.md': '',
      'mem:/p/docs/zh/b.md': '',
      'mem:/p/README_CN.md': '',
      'mem:/q/zh.md': '',
    });
    const found = await pagesBelow(files, ['mem:/p', 'mem:/q', 'mem:/p/docs'], 4);
    assert.deepEqual(found, {
      uris: ['mem:/p/README_CN.md', 'mem:/p/docs/zh/b.md', 'mem:/q/zh.md', 'mem:/p/a.md'],
      beyond: 1,
    });
  });
});
