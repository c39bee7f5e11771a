import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TranslationsParams, type TranslationsResult, translationsRequest } from '../../server/lsp/protocol.ts';
import { memoryFiles } from '../../server/workspace/files/memory-files.ts';
import { inProcess, type TestClient } from '../helpers/lsp.ts';
import { type TestFolder, testFolder } from '../helpers/workspace.ts';

const english = '# Noise\n\nThe model learns to remove noise from an image.\n\nIt was trained on many pictures.\n';
const chinese = '# 噪声\n\nThe model learns to remove noise from an image.\n\n它用许多图片训练。\n';

describe('a page beside its source', () => {
  let folder: TestFolder;
  let client: TestClient;
  before(async () => {
    folder = testFolder({ 'docs/en/a.md': english, 'docs/zh/a.md': chinese, 'docs/zh/b.md': chinese });
    client = await inProcess({ folders: [folder.uri('')] });
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  const codes = (diagnostics: readonly { code?: string | number }[]) => diagnostics.map(({ code }) => code);
  const isUntranslated = (diagnostics: readonly { code?: string | number }[]) =>
    codes(diagnostics).includes('untranslated-text');

  test('is checked with it, and leads to it', async () => {
    const page = folder.uri('docs/zh/a.md');
    await client.open(page, chinese);
    const diagnostics = await client.diagnostics(page, isUntranslated);
    const one = diagnostics.find(({ code }) => code === 'untranslated-text')!;
    assert.deepEqual(one.range, { start: { line: 2, character: 0 }, end: { line: 2, character: 47 } });
    const [related] = one.relatedInformation!;
    assert.equal(related!.location.uri, folder.uri('docs/en/a.md'));
    assert.equal(related!.location.range.start.line, 2);
    assert.match(related!.message, /^Source: The model learns/);
  });

  test('is checked again when the source is edited, saved or not', async () => {
    const page = folder.uri('docs/zh/a.md');
    const source = folder.uri('docs/en/a.md');
    await client.open(source, english);
    const line = { start: { line: 2, character: 0 }, end: { line: 2, character: 47 } };
    const gone = client.diagnostics(page, (diagnostics) => !isUntranslated(diagnostics));
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: source, version: 2 },
      contentChanges: [{ range: line, text: 'Something else entirely stands here now, for once.' }],
    });
    await gone;
  });

  test('is checked with another source when that comes into being', async () => {
    const page = folder.uri('docs/zh/b.md');
    await client.open(page, chinese);
    folder.write('docs/en/b.md', english);
    const changes = [{ uri: folder.uri('docs/en/b.md'), type: 1 as const }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await client.diagnostics(page, isUntranslated);
  });
});

describe('the translations of a folder', () => {
  test('are listed with their sources, without those that the settings leave out', async () => {
    const folder = testFolder({
      '.yijiao.jsonc': '{ "ignore": ["docs/zh/old/**"] }',
      'docs/en/a.md': english,
      'docs/zh/a.md': chinese,
      'docs/en/old/b.md': english,
      'docs/zh/old/b.md': chinese,
      'docs/zh/lonely.md': chinese,
    });
    const client = await inProcess({ folders: [folder.uri('')] });
    const ask = (params: TranslationsParams) =>
      client.connection.sendRequest<TranslationsResult>(translationsRequest, params);
    const root = folder.uri('').replace(/\/$/, '');
    const page = { chinese: folder.uri('docs/zh/a.md'), english: folder.uri('docs/en/a.md') };
    assert.deepEqual(await ask({ folder: root, limit: 5 }), { pages: [page], isMore: false });
    assert.deepEqual(await ask({ folder: root, limit: 0 }), { pages: [], isMore: true });
    assert.deepEqual(await ask({ folder: 'nowhere', limit: 5 }), { pages: [], isMore: false });
    await client.stop();
    folder.remove();
  });

  test('are found where the folder is the root of a file system', async () => {
    const files = memoryFiles({ 'virtual:/a_CN.md': chinese, 'virtual:/a.md': english });
    const client = await inProcess({ folders: ['virtual:/'], files });
    const params: TranslationsParams = { folder: 'virtual:/', limit: 5 };
    const answer = await client.connection.sendRequest<TranslationsResult>(translationsRequest, params);
    assert.deepEqual(answer.pages, [{ chinese: 'virtual:/a_CN.md', english: 'virtual:/a.md' }]);
    await client.stop();
  });
});
