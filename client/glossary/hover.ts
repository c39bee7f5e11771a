import * as vscode from 'vscode';
import type { ProvideHoverSignature } from 'vscode-languageclient';
import { commands } from '../../server/lsp/protocol.ts';

/** The server writes the glossary hover. Here its command links are enabled, and nothing else. */
export async function decorateHover(
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
  next: ProvideHoverSignature,
): Promise<vscode.Hover | null | undefined> {
  const hover = await next(document, position, token);
  for (const content of hover?.contents ?? []) {
    if (!(content instanceof vscode.MarkdownString)) continue;
    const { openEntry, editEntry, findUses, settle } = commands;
    content.isTrusted = { enabledCommands: [openEntry, editEntry, findUses, settle] };
    content.supportThemeIcons = true;
    content.supportHtml = false;
  }
  return hover;
}
