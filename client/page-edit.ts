import * as vscode from 'vscode';
import type { PageEdit } from '../server/lsp/protocol.ts';

/** Makes an edit that the server has thought of, which one undo takes back; the page is not saved. */
export async function applyPageEdit(edit: PageEdit): Promise<boolean> {
  return applyPageEdits([edit]);
}

export async function applyPageEdits(edits: readonly PageEdit[]): Promise<boolean> {
  const all = new vscode.WorkspaceEdit();
  for (const { uri, range, newText } of edits) {
    const { start, end } = range;
    all.replace(vscode.Uri.parse(uri), new vscode.Range(start.line, start.character, end.line, end.character), newText);
  }
  return vscode.workspace.applyEdit(all);
}
