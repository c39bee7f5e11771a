import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isPage } from '../selector.ts';

/**
 * VS Code asks for no suggestions while letters are typed into Markdown, whatever trigger characters the server
 * announces. If the glossary has a suggestion, this makes VS Code ask.
 */
export function registerOffer(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const offer = async (document: vscode.TextDocument, place: vscode.Position) => {
    const { version } = document;
    const found = await client.sendRequest('textDocument/completion', {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      position: client.code2ProtocolConverter.asPosition(place),
    });
    const items = (found as { items?: readonly unknown[] } | null)?.items ?? [];
    const editor = vscode.window.activeTextEditor;
    // The user typed on. The next letter will ask again.
    if (items.length === 0 || editor?.document !== document || document.version !== version) return;
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
  };
  context.subscriptions.push(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change, more], reason }) => {
      if (!change || more || reason !== undefined || !/^[A-Za-z]$/.test(change.text)) return;
      if (vscode.window.activeTextEditor?.document !== document || !isPage(document) || !isWanted(document)) return;
      const place = change.range.start.translate(0, 1);
      // Fewer letters start too many words, and may be a syllable of an unfinished input method.
      if (!/[A-Za-z]{3}$/.test(document.lineAt(place.line).text.slice(0, place.character))) return;
      // The server has to receive the letter first.
      setTimeout(() => void offer(document, place).catch(() => undefined), 0);
    }),
  );
}

function isWanted(document: vscode.TextDocument): boolean {
  if (!vscode.workspace.getConfiguration('yijiao', document.uri).get('offerTerms', true)) return false;
  // If suggestions are enabled, VS Code asks by itself.
  const scope = { uri: document.uri, languageId: document.languageId };
  const quick = vscode.workspace.getConfiguration('editor', scope).get<unknown>('quickSuggestions');
  const other = typeof quick === 'object' && quick !== null ? (quick as { other?: unknown }).other : quick;
  return other !== true && other !== 'on';
}
