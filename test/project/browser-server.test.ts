import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createContext, Script } from 'node:vm';
import { repository } from '../helpers/workspace.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly uri?: string;
    readonly diagnostics?: readonly { readonly code?: string; readonly message: string }[];
  };
  readonly result?: unknown;
}

const scriptOf = (name: string) => new Script(readFileSync(join(repository, 'dist', name), 'utf8'), { filename: name });
const server = scriptOf('server.browser.js');
const segmenter = scriptOf('segmenter.browser.js');

/** Where a worker may find itself: VS Code starts those of extensions from `blob:` addresses. */
const places = [
  'https://vscode.dev/server.browser.js',
  'http://localhost:3000/dist/server.browser.js?v=1',
  'blob:https://vscode.dev/6b0c8f0e-7d1a-4d0e-9c55-0a4f7f0f7a11',
  'blob:http://localhost:3000/6b0c8f0e-7d1a-4d0e-9c55-0a4f7f0f7a11',
  'blob:http://[::1]:8080/6b0c8f0e-7d1a-4d0e-9c55-0a4f7f0f7a11',
  'blob:vscode-file://vscode-app/6b0c8f0e-7d1a-4d0e-9c55-0a4f7f0f7a11',
  'blob:null/6b0c8f0e-7d1a-4d0e-9c55-0a4f7f0f7a11',
  'data:text/javascript,importScripts()',
];

const files: Record<string, string> = {
  'vfs:/p/.yijiao.jsonc': '{ "glossary": ["g.csv", "t.yijiao.yml"], "word": [] }',
  'vfs:/p/g.csv': 'en,zh,forbidden\nclass,类别,类\n',
  'vfs:/p/t.yijiao.yml': '- source: node\n  target: 节点\n  kase: no\n',
};

describe('the bundle for browsers, in a worker that may not make code of strings', () => {
  for (const place of places) {
    test(`at ${place}`, { timeout: 120_000 }, async () => {
      const published = await checkedIn(new URL(place));
      // What a schema says of the settings and the glossary, and what only the segmenter knows.
      assert.deepEqual(published.get('vfs:/p/.yijiao.jsonc'), ['Unknown setting “word”. Did you mean “words”?']);
      assert.deepEqual(published.get('vfs:/p/t.yijiao.yml'), [
        'There is no field “kase” in a glossary. Correct its name, or remove it.',
      ]);
      assert.deepEqual(published.get('vfs:/p/a.md'), ['space-han-latin', 'forbidden-term']);
    });
  }
});

/** Opens a page beside `files` and returns the code or message of what is published of each file, once all is known of the page. */
function checkedIn(location: URL): Promise<Map<string, string[]>> {
  const uri = 'vfs:/p/a.md';
  const published = new Map<string, string[]>();
  return new Promise((resolve) => {
    const listeners = new Set<(event: { data: unknown }) => void>();
    const send = (message: object) => {
      const event = { data: { jsonrpc: '2.0', ...message } };
      worker.onmessage?.(event);
      for (const listener of listeners) listener(event);
    };
    const answers: Record<string, (file: string) => unknown> = {
      'yijiao/files/read': (file) => (files[file] === undefined ? null : Buffer.from(files[file]).toString('base64')),
      'yijiao/files/kind': (file) => (files[file] === undefined ? null : 'file'),
      'yijiao/files/list': () => [],
      'yijiao/files/markdown': () => [],
    };
    const take = ({ id, method, params, result }: Message) => {
      if (id === 1 && result) {
        send({ method: 'initialized', params: {} });
        const text = '用A，类似的情况，每个类都有名字';
        const textDocument = { uri, languageId: 'markdown', version: 1, text };
        send({ method: 'textDocument/didOpen', params: { textDocument } });
      } else if (id !== undefined && method) {
        send({ id, result: answers[method]?.(String(params?.uri)) ?? null });
      } else if (method === 'textDocument/publishDiagnostics') {
        published.set(
          params!.uri!,
          params!.diagnostics!.map(({ code, message }) => code ?? message),
        );
        if (published.get(uri)?.includes('forbidden-term')) resolve(published);
      }
    };
    const worker: { onmessage?: (event: { data: unknown }) => void } & Record<string, unknown> = {
      ...{ URL, URLSearchParams, TextEncoder, TextDecoder, atob, btoa, console, crypto, performance, queueMicrotask },
      ...{ setTimeout, clearTimeout, setInterval, clearInterval, MessageChannel, location },
      importScripts: (name: string) => {
        assert.equal(name, 'segmenter.browser.js');
        segmenter.runInContext(context);
      },
      postMessage: (message: Message) => queueMicrotask(() => take(structuredClone(message))),
      addEventListener: (_type: string, listener: (event: { data: unknown }) => void) => listeners.add(listener),
    };
    worker.self = worker;
    const context = createContext(worker, { codeGeneration: { strings: false, wasm: false } });
    server.runInContext(context);
    const initializationOptions = { clientFiles: true, segmenter: 'segmenter.browser.js' };
    const workspaceFolders = [{ uri: 'vfs:/p', name: 'p' }];
    const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders, initializationOptions };
    send({ id: 1, method: 'initialize', params });
  });
}
