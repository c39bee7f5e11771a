import * as vscode from 'vscode';
import type { ProvideHoverSignature } from 'vscode-languageclient';
import { commands } from '../server/lsp/protocol.ts';

/** The server writes the glossary hover; here its one command link is allowed to work, and nothing else is. */
export async function decorateHover(
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
  next: ProvideHoverSignature,
): Promise<vscode.Hover | null | undefined> {
  const hover = await next(document, position, token);
  for (const content of hover?.contents ?? []) {
    if (!(content instanceof vscode.MarkdownString)) continue;
    content.isTrusted = { enabledCommands: [commands.openEntry] };
    content.supportThemeIcons = true;
    content.supportHtml = false;
  }
  return hover;
}

export function registerGlossaryCommands(context: vscode.ExtensionContext): void {
  const open = async (uri: string, line: number) => {
    const place = new vscode.Position(line, 0);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
  };
  context.subscriptions.push(vscode.commands.registerCommand(commands.openEntry, open));
}
