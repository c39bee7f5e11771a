import * as vscode from 'vscode';
import type { PageEdit } from '../server/lsp/protocol.ts';

/** Applies an edit from the server. One undo reverts it; the page is not saved. */
export async function applyPageEdit({ uri, range: { start, end }, newText }: PageEdit): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(vscode.Uri.parse(uri), new vscode.Range(start.line, start.character, end.line, end.character), newText);
  return vscode.workspace.applyEdit(edit);
}
