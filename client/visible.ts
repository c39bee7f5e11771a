import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type VisibleParams, visibleNotification } from '../server/lsp/protocol.ts';
import { isPage } from './selector.ts';

/** Tells the server which lines of a page are visible. If there are very many findings, those come first. */
export function registerVisible(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const seen = new Map<string, VisibleParams['lines']>();
    for (const { document, visibleRanges } of vscode.window.visibleTextEditors) {
      if (!isPage(document)) continue;
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      const lines = visibleRanges.map(({ start, end }) => ({ from: start.line, to: end.line }));
      seen.set(uri, [...(seen.get(uri) ?? []), ...lines]);
    }
    // If the server has stopped, this does not matter.
    for (const [uri, lines] of seen) client.sendNotification(visibleNotification, { uri, lines }).catch(() => {});
  };
  const later = () => {
    clearTimeout(timer);
    if (client.isRunning()) timer = setTimeout(tell, PAUSE);
  };
  context.subscriptions.push(
    vscode.window.onDidChangeTextEditorVisibleRanges(later),
    vscode.window.onDidChangeVisibleTextEditors(later),
    client.onDidChangeState(later),
    { dispose: () => clearTimeout(timer) },
  );
}

/** Milliseconds without scrolling. */
const PAUSE = 150;
