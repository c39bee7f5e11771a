import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/vscode-host/chromium.ts';
import { repository } from '../helpers/workspace.ts';

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
}

// The types of Node know nothing of the web's workers.
interface WebWorker {
  postMessage(message: unknown): void;
  onmessage: (event: { data: Message }) => void;
}

/** The server as a web worker, which asks the page about files and loads the segmenter when a rule wants it. */
test('the bundled server runs in a web worker of a real browser', { timeout: 600_000 }, async () => {
  const web = createServer(async (request, response) => {
    const name = new URL(request.url ?? '/', 'http://x').pathname;
    const body =
      name === '/' ? '<!doctype html>' : await readFile(join(repository, 'dist', name)).catch(() => undefined);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': name === '/' ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8',
      // As strict as a web extension host may be: no eval.
      'content-security-policy': "default-src 'self'; script-src 'self'; worker-src 'self'",
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    const files: Record<string, string> = {
      'vfs:/p/.yijiao.jsonc': '{ "glossary": ["g.csv"] }',
      'vfs:/p/g.csv': 'en,zh,forbidden\nclass,类别,类\n',
    };
    const published = await page.evaluate(talk, { files, segmenter: `${origin}/segmenter.browser.js` });
    const codes = published.map((diagnostics) => diagnostics.map((one) => one.code));
    assert.deepEqual(codes.at(-1), ['space-han-latin', 'forbidden-term']);
  } finally {
    await browser.close();
    web.close();
  }
});

/** Runs in the page: opens a document and collects what is published of it until a glossary finding comes. */
function talk({ files, segmenter }: { files: Record<string, string>; segmenter: string }) {
  const uri = 'vfs:/p/a.md';
  const { Worker } = globalThis as unknown as { Worker: new (url: string) => WebWorker };
  const worker = new Worker('/server.browser.js');
  const published: { code: string }[][] = [];
  return new Promise<{ code: string }[][]>((resolve, reject) => {
    const fail = () => reject(new Error(`only this was published: ${JSON.stringify(published)}`));
    const timer = setTimeout(fail, 240_000);
    const send = (message: object) => worker.postMessage({ jsonrpc: '2.0', ...message });
    const answers: Record<string, (file: string) => unknown> = {
      'yijiao/files/read': (file) =>
        files[file] === undefined ? null : btoa(unescape(encodeURIComponent(files[file]))),
      'yijiao/files/kind': (file) => (files[file] === undefined ? null : 'file'),
      'yijiao/files/list': () => [],
      'yijiao/files/markdown': () => [],
    };
    worker.onmessage = ({ data }: { data: Message }) => {
      if (data.id === 1 && data.result) {
        send({ method: 'initialized', params: {} });
        const text = '用A，类似的情况，每个类都有名字';
        send({
          method: 'textDocument/didOpen',
          params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
        });
      } else if (data.id !== undefined && data.method) {
        const result = answers[data.method]?.(String(data.params?.uri)) ?? null;
        send({ id: data.id, result });
      } else if (data.method === 'textDocument/publishDiagnostics' && data.params?.uri === uri) {
        const diagnostics = data.params.diagnostics as { code: string }[];
        published.push(diagnostics);
        if (diagnostics.some((one) => one.code === 'forbidden-term')) {
          clearTimeout(timer);
          resolve(published);
        }
      }
    };
    const initializationOptions = { clientFiles: true, segmenter };
    const workspaceFolders = [{ uri: 'vfs:/p', name: 'p' }];
    send({
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {}, workspaceFolders, initializationOptions },
    });
  });
}
