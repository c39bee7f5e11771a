import type { Connection } from 'vscode-languageserver';
import type { Files } from '../workspace/files/files.ts';
import { withoutPagesOutside } from '../workspace/files/links.ts';
import { fileRequests } from './protocol.ts';

/**
 * The Files port answered by the client, which knows virtual and remote workspaces. It does not resolve links; the
 * disk does, if the server has one.
 */
export function clientFiles(connection: Connection, disk?: Files): Files {
  const ask = <Answer>(request: string, uri: string) => connection.sendRequest<Answer>(request, { uri });
  return withoutPagesOutside({
    ...(disk?.real ? { real: disk.real } : {}),
    async read(uri) {
      const answer = await ask<string | null>(fileRequests.read, uri);
      return answer === null ? undefined : bytesOf(answer);
    },
    kind: async (uri) => (await ask<'file' | 'folder' | null>(fileRequests.kind, uri)) ?? undefined,
    list: async (uri) => (await ask<Awaited<ReturnType<Files['list']>> | null>(fileRequests.list, uri)) ?? [],
    markdown: async (root) => (await ask<string[] | null>(fileRequests.markdown, root)) ?? [],
  });
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
