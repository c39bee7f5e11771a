import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  CancellationTokenSource,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { features } from '../../server/lsp/features.ts';
import { type CoverageResult, coverageRequest, stopNotification } from '../../server/lsp/protocol.ts';
import { overStdio, type TestClient } from '../helpers/lsp.ts';
import { repository, type TestFolder, testFolder } from '../helpers/workspace.ts';

const SERVER = join(repository, 'dist/server.cjs');
const chinese = '# 噪声\n\n模型学习去除图像中的噪声。\n';
const english = '# Noise\n\nThe model learns to remove noise from an image.\n';
const many = Array.from({ length: 300 }, (_, i) => [`docs/zh/${i}.md`, chinese]);
const PAGE = 'docs/zh/0.md';
const files: Record<string, string> = {
  '.yijiao.jsonc': '{ "glossary": ["glossary.csv"] }',
  'glossary.csv': 'en,zh\nnoise,噪声\n',
  'docs/en/0.md': english,
  ...Object.fromEntries(many),
};

/** Every request that the server answers, with something to answer about. */
function requestsFor(folder: TestFolder): Readonly<Record<string, object>> {
  const uri = folder.uri(PAGE);
  const place = { textDocument: { uri }, position: { line: 0, character: 3 } };
  const range = { start: place.position, end: { line: 0, character: 4 } };
  const root = folder.uri('').replace(/\/$/, '');
  const entry = { uri: folder.uri('glossary.csv'), line: 1, index: 0, title: 'noise', fields: { source: 'noise' } };
  return {
    'textDocument/codeAction': { ...place, range, context: { diagnostics: [], only: ['source.fixAll'] } },
    'codeAction/resolve': { title: 'Fix', data: { uri, rule: 'space-han-latin' } },
    'textDocument/hover': place,
    'textDocument/codeLens': place,
    'textDocument/completion': place,
    'textDocument/documentHighlight': place,
    'textDocument/definition': place,
    'textDocument/references': { ...place, context: { includeDeclaration: true } },
    'textDocument/formatting': { ...place, options: {} },
    'textDocument/rangeFormatting': { ...place, range, options: {} },
    'textDocument/prepareRename': place,
    'textDocument/rename': { ...place, newName: '杂讯' },
    'yijiao/compare': { uri },
    'yijiao/translations': { folder: root, limit: 10 },
    'yijiao/insertMissing': { uri, line: 0, side: 'chinese' },
    'yijiao/insertMissing/all': { uri },
    'yijiao/progress': { uri },
    'yijiao/start': { uri: folder.uri('docs/en/0.md') },
    'yijiao/start/draft': { uri: folder.uri('docs/en/0.md'), chinese: folder.uri('docs/zh/new.md'), form: 'marked' },
    'yijiao/changes': { uri },
    'yijiao/markSynced': { uri },
    'yijiao/coverage': { folder: root },
    'yijiao/glossary/propose': { uri, range },
    'yijiao/glossary/add': { uri, source: 'image', target: '图像' },
    'yijiao/glossary/entries': { uri, position: place.position },
    'yijiao/glossary/edit': { entry, fields: { source: 'noise', target: '杂讯' } },
    'yijiao/glossary/check': { uri },
    'yijiao/style': { uri },
    'yijiao/style/examples': { uri, point: 'inlineCode', value: 'space' },
    'yijiao/rules': { uri },
    'yijiao/settle': { uri, point: 'inlineCode', value: 'space' },
    'yijiao/text': { uri },
    'yijiao/project/check': { folders: [root] },
    'yijiao/project/clear': {},
    'yijiao/project/fix': { folders: [root] },
  };
}

const RequestCancelled = -32800;
const ServerNotInitialized = -32002;
const InvalidRequest = -32600;
const InvalidParams = -32602;
const MethodNotFound = -32601;

test('the table names every request that the server serves', () => {
  const rows = Object.keys(requestsFor(testFolder()));
  for (const { method } of features) assert.ok(rows.includes(method), `Give ${method} a row in requestsFor, above.`);
  assert.equal(rows.length, features.length, 'every row is a request that is served');
});

describe('requests over stdio', () => {
  let folder: TestFolder;
  let client: TestClient;
  before(async () => {
    folder = testFolder(files);
    client = await overStdio(
      process.execPath,
      SERVER,
      '--stdio',
    )({
      folders: [folder.uri('')],
      initializationOptions: { format: true },
    });
    await client.open(folder.uri(PAGE), chinese);
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  for (const method of Object.keys(requestsFor(testFolder()))) {
    test(`${method} is answered, and ends with an error of its own when it is cancelled`, async () => {
      const params = requestsFor(folder)[method]!;
      await client.connection.sendRequest(method, params);
      const source = new CancellationTokenSource();
      const asking = client.together(() => {
        const answer = client.connection.sendRequest(method, params, source.token);
        source.cancel();
        return answer;
      });
      await assert.rejects(asking, { code: RequestCancelled });
      await assert.rejects(client.connection.sendRequest(method), { code: InvalidParams });
    });
  }

  test('work of many steps ends when it is cancelled in the midst of it', async () => {
    const uri = folder.uri('long.md');
    const faults = '用API调用,然后,返回JSON数据(共10个).\n\n'.repeat(5000);
    await client.open(uri, faults);
    const requests = requestsFor(folder);
    const start = { line: 0, character: 0 };
    const fixAll = {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [], only: ['source'] },
    };
    const long: [string, object][] = [
      ['textDocument/codeAction', fixAll],
      ['textDocument/references', requests['textDocument/references']!],
      ['textDocument/rename', requests['textDocument/rename']!],
      ['yijiao/coverage', requests['yijiao/coverage']!],
      ['yijiao/project/check', requests['yijiao/project/check']!],
      ['yijiao/project/fix', requests['yijiao/project/fix']!],
    ];
    for (const [method, params] of long) {
      const source = new CancellationTokenSource();
      const asking = client.connection.sendRequest(method, params, source.token);
      setTimeout(() => source.cancel(), 20);
      await assert.rejects(asking, { code: RequestCancelled }, method);
    }
  });

  test('a look at all translations that is stopped answers with what it has', async () => {
    const workDoneToken = 'stopped';
    const params = { folder: folder.uri('').replace(/\/$/, ''), workDoneToken };
    const asking = client.connection.sendRequest<CoverageResult>(coverageRequest, params);
    await client.connection.sendNotification(stopNotification, { workDoneToken });
    const { pages, isPartial } = await asking;
    assert.equal(isPartial, true);
    assert.ok(pages.length < many.length);
  });

  test('a folder without pages, and no folder at all, have no translations', async () => {
    const empty = testFolder();
    for (const root of [empty.uri('').replace(/\/$/, ''), '', '/', '.']) {
      const result = await client.connection.sendRequest(coverageRequest, { folder: root });
      assert.deepEqual(result, { pages: [], isPartial: false }, root);
    }
    empty.remove();
  });

  test('a request that nobody serves is told so', () =>
    assert.rejects(client.connection.sendRequest('yijiao/nothing', {}), { code: MethodNotFound }));
});

describe('a server', () => {
  let connection: ProtocolConnection;
  let folder: TestFolder;
  let exited: Promise<number | null>;
  before(() => {
    folder = testFolder(files);
    const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    exited = new Promise((resolve) => child.once('exit', resolve));
    connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
  });
  after(() => folder.remove());

  const refuses = async (code: number, ...more: [string, object?][]) => {
    for (const [method, params] of [...Object.entries(requestsFor(folder)), ...more])
      await assert.rejects(connection.sendRequest(method, params), { code }, method);
  };
  const initialize = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: null };

  test('answers no request before it is initialized, and is not harmed by notifications', async () => {
    const textDocument = { uri: folder.uri(PAGE), languageId: 'markdown', version: 1, text: '用A' };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await refuses(ServerNotInitialized, ['yijiao/nothing', {}], ['shutdown']);
  });

  test('is initialized once', async () => {
    await connection.sendRequest('initialize', initialize);
    await connection.sendNotification('initialized', {});
    await assert.rejects(connection.sendRequest('initialize', initialize), { code: InvalidRequest });
    assert.equal(await connection.sendRequest('yijiao/text', { uri: folder.uri('docs/zh/1.md') }), chinese);
  });

  test('answers no request after it was shut down, and exits well', async () => {
    await connection.sendRequest('shutdown');
    await refuses(InvalidRequest, ['initialize', initialize], ['yijiao/nothing', {}], ['shutdown']);
    await connection.sendNotification('exit');
    assert.equal(await exited, 0);
  });
});
