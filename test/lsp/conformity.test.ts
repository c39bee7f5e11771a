import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { inProcess, type TestClient } from '../helpers/lsp.ts';
import { translatedProject } from '../helpers/translations.ts';
import { type TestFolder, testFolder } from '../helpers/workspace.ts';

describe('what the pages make of their glossary', () => {
  const files = translatedProject();
  let folder: TestFolder;
  let client: TestClient;
  before(async () => {
    folder = testFolder(files);
    client = await inProcess({ folders: [folder.uri('')] });
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  test('a term that the project keeps to is missed, and a row that it does not is told at its line', async () => {
    const page = folder.uri('docs/zh/page0.md');
    await client.open(page, files['docs/zh/page0.md']!);
    const all = await client.diagnostics(page, (all) => all.some(({ code }) => code === 'missing-term'));
    assert.deepEqual(
      all.map(({ code, range }) => [code, range.start.line]),
      [['missing-term', 2]],
    );
    const [row, more] = await client.diagnostics(folder.uri('terms.csv'), (told) => told.length > 0);
    assert.equal(more, undefined);
    assert.equal(row!.severity, DiagnosticSeverity.Information);
    assert.equal(row!.range.start.line, 2);
    assert.match(
      String(row!.message),
      /the source has “hook” in 24 paragraphs, and 0 of their translations have “钩子”/,
    );
  });

  test('they are counted again when the glossary changes', async () => {
    const glossary = folder.uri('terms.csv');
    const gone = client.diagnostics(glossary, (told) => told.length === 0);
    const told = client.diagnostics(folder.uri('docs/zh/page0.md'), (all) => all.length === 0);
    folder.write('terms.csv', 'en,zh\nslot,插槽 或 位置\nhook,挂接函数\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: glossary, type: 2 }],
    });
    await gone;
    await told;
    const missed = client.diagnostics(folder.uri('docs/zh/page0.md'), (all) => all.length === 1);
    folder.write('terms.csv', 'en,zh\nslot,插槽\nhook,挂接函数\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: glossary, type: 2 }],
    });
    assert.equal((await missed)[0]!.code, 'missing-term');
  });
});
