import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import {
  type CheckProjectResult,
  checkProjectRequest,
  type FixProjectResult,
  fixProjectRequest,
  type InitializationOptions,
} from '../../server/lsp/protocol.ts';
import { inProcess, type TestClient } from './lsp.ts';
import type { TestFolder } from './workspace.ts';

/** A server that has a folder of pages open, to which questions about all of them are put. */
export interface Within {
  readonly client: TestClient;
  readonly folder: TestFolder;
  readonly root: string;
  check(): Promise<CheckProjectResult>;
  fix(): Promise<FixProjectResult>;
  /** Waits until a page has so many findings. */
  found(name: string, count: number): Promise<Diagnostic[]>;
  touched(...changes: [name: string, type: 1 | 2 | 3][]): Promise<void>;
}

export async function within(
  folder: TestFolder,
  run: (within: Within) => Promise<void>,
  initializationOptions: InitializationOptions = {},
): Promise<void> {
  const client = await inProcess({ folders: [folder.uri('')], initializationOptions });
  const root = folder.uri('');
  const ask = <Result>(request: string) => client.connection.sendRequest<Result>(request, { folders: [root] });
  try {
    await run({
      client,
      folder,
      root,
      check: () => ask(checkProjectRequest),
      fix: () => ask(fixProjectRequest),
      found: (name, count) => client.diagnostics(folder.uri(name), (all) => all.length === count),
      touched: (...changes) =>
        client.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: changes.map(([name, type]) => ({ uri: folder.uri(name), type })),
        }),
    });
  } finally {
    await client.stop();
    folder.remove();
  }
}

/** A page that is Chinese whatever stands in it. */
export const chinese = (text: string) => `# 标题\n\n这是一个中文页面，里面写着许多中文。\n\n${text}\n`;
