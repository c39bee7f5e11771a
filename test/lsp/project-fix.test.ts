import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { inProcess, rangeOf } from '../helpers/lsp.ts';
import { chinese, within } from '../helpers/project.ts';
import { productNode, repository, sampleFolder, testFolder } from '../helpers/workspace.ts';

describe('a fix of all pages', () => {
  test('makes of pages, open or not, what the command line makes of them', async () => {
    const pages = globSync('test/fixtures/pages/*.{md,mdx}', { cwd: repository }).slice(0, 8);
    const folder = sampleFolder();
    for (const page of pages) cpSync(join(repository, page), folder.at(basename(page)));
    const copy = sampleFolder();
    cpSync(folder.path, copy.path, { recursive: true });
    const args = [join(repository, 'dist/cli.cjs'), 'check', '.', '--fix', '--format', 'json'];
    const { stdout } = spawnSync(productNode, args, { cwd: copy.path, encoding: 'utf8', maxBuffer: 1 << 28 });
    const told: { fixed: number; problems: { level: string }[] }[] = JSON.parse(stdout).files;
    await within(folder, async ({ client, fix }) => {
      const opened = 'markdown/unit3/README_CN.md';
      await client.open(folder.uri(opened), readFileSync(folder.at(opened), 'utf8'));
      const { edit, mended, left, mendedPages, beyond, unread } = await fix();
      const { documentChanges, changeAnnotations } = edit as {
        documentChanges: TextDocumentEdit[];
        changeAnnotations: object;
      };
      assert.deepEqual(changeAnnotations, { safe: { label: 'Safe to fix', needsConfirmation: false } });
      assert.equal(documentChanges.length, mendedPages);
      for (const { textDocument, edits } of documentChanges) {
        const name = decodeURI(textDocument.uri.slice(folder.uri('').length + 1));
        assert.equal(textDocument.version, name === opened ? 1 : null, name);
        const document = TextDocument.create('x:', '', 0, readFileSync(folder.at(name), 'utf8'));
        assert.equal(TextDocument.applyEdits(document, edits as TextEdit[]), readFileSync(copy.at(name), 'utf8'), name);
      }
      const fixed = told.reduce((all, file) => all + file.fixed, 0);
      const rest = told.flatMap(({ problems }) => problems).filter(({ level }) => level !== 'hint').length;
      assert.ok(fixed > 40);
      assert.deepEqual([mended, left, beyond, unread], [fixed, rest, 0, 0]);
    });
    copy.remove();
  });

  test('says that there is nothing, with what is left', () =>
    within(
      testFolder({ 'a.md': chinese('这里用 API 调用。'), 'b.md': chinese('这里用 API 调用。') }),
      async ({ fix }) => {
        assert.deepEqual(await fix(), { pages: 2, mendedPages: 0, mended: 0, left: 0, unread: 0, beyond: 0 });
      },
    ));
});

describe('what mends many places says how many', () => {
  const text = chinese('用A，用B。\n\n他说说：用C(请看...');

  test('at a finding, last of all that is offered, and with its edit when it is chosen', async () => {
    await within(testFolder(), async ({ client, folder }) => {
      const uri = folder.uri('a.md');
      await client.open(uri, text);
      const actions = await client.actions(uri, rangeOf(text, '用A'));
      assert.match(actions.at(-1)!.title, /^Fix everything that is safe in this page \(\d+\)$/);
      const [all] = await client.actions(uri, rangeOf(text, '用A'), ['source.fixAll.yijiao']);
      assert.equal(client.apply(uri, actions.at(-1)!), client.apply(uri, all!));
      const { mended, left } = all!.data as { mended: number; left: number };
      const fixed = client.apply(uri, all!);
      const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      const after = await client.change(uri, { range: whole, text: fixed });
      assert.ok(mended >= 3);
      assert.equal(left, after.filter(({ severity }) => severity !== 4).length);
    });
  });

  test('to a client that asks for edits later, by a command behind the edit', async () => {
    const folder = testFolder();
    const client = await inProcess({
      folders: [folder.uri('')],
      laterEdits: true,
      initializationOptions: { commands: ['yijiao.tellMended'] },
    });
    const uri = folder.uri('a.md');
    await client.open(uri, text);
    const resolve = (action: CodeAction) => client.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    const actions = await client.actions(uri, rangeOf(text, '用A'));
    const page = await resolve(actions.at(-1)!);
    const [all] = await client.actions(uri, rangeOf(text, '用A'), ['source.fixAll.yijiao']);
    assert.equal(actions.at(-1)!.edit, undefined);
    assert.deepEqual(page.command!.arguments, [all!.data]);
    assert.equal(client.apply(uri, page), client.apply(uri, all!));
    const rule = await resolve(actions.find(({ title }) => title.startsWith('Fix all “'))!);
    assert.deepEqual(rule.command!.arguments, [{ mended: 3 }]);
    await client.stop();
    folder.remove();
  });
});
