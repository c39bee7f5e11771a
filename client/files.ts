import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fileRequests } from '../server/lsp/protocol.ts';

/** Answers the server's requests about files with the editor's file system, which also handles virtual workspaces. */
export function answerFileRequests(client: BaseLanguageClient): void {
  const { fs } = vscode.workspace;
  const on = (request: string, answer: (uri: vscode.Uri) => Promise<unknown>, absent: unknown) =>
    client.onRequest(request, async ({ uri }: { uri: string }): Promise<unknown> => {
      try {
        return await answer(vscode.Uri.parse(uri));
      } catch {
        return absent;
      }
    });
  on(fileRequests.read, async (uri) => base64(await fs.readFile(uri)), null);
  on(fileRequests.kind, async (uri) => kindOf((await fs.stat(uri)).type), null);
  on(
    fileRequests.list,
    async (uri) =>
      (await fs.readDirectory(uri)).flatMap(([name, type]) => {
        // Like the command line, do not follow links.
        const kind = type & vscode.FileType.SymbolicLink ? null : kindOf(type);
        return kind ? [{ name, kind }] : [];
      }),
    [],
  );
  on(
    fileRequests.markdown,
    async (root) => {
      // Where nothing can be searched, VS Code waits for somebody who searches, and gives no answer.
      const canSearch = vscode.workspace.getWorkspaceFolder(root) ?? /^(?:file|vscode-remote)$/.test(root.scheme);
      if (!canSearch) return pagesIn(root);
      const pattern = new vscode.RelativePattern(root, '**/*.{md,mdx,markdown}');
      const found = await vscode.workspace.findFiles(pattern, '**/node_modules/**', MAX_FILES);
      return found.map((uri) => uri.toString()).sort();
    },
    [],
  );
}

async function pagesIn(folder: vscode.Uri): Promise<string[]> {
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  const pages = names.filter((name) => /\.(?:md|mdx|markdown)$/i.test(name)).sort();
  return pages.map((name) => vscode.Uri.joinPath(folder, name).toString());
}

const MAX_FILES = 20_000;

function kindOf(type: vscode.FileType): 'file' | 'folder' | null {
  if (type & vscode.FileType.Directory) return 'folder';
  return type & vscode.FileType.File ? 'file' : null;
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  // In chunks, because a call takes a limited number of arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
