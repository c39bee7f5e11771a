import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { textRequest, VIRTUAL_SCHEME } from '../server/lsp/protocol.ts';

/** Shows pages that are not files: a source in another revision, or one in the comments of its translation. */
export function registerVirtualPages(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(VIRTUAL_SCHEME, {
      async provideTextDocumentContent(uri) {
        const text = await client.sendRequest<string | null>(textRequest, { uri: uri.toString() });
        if (text === null) throw new Error(vscode.l10n.t('This version of the page is not in the history.'));
        return text;
      },
    }),
  );
}
