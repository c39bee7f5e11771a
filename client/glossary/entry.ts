import * as vscode from 'vscode';

/** Opens a glossary at an entry; its first `length` characters are selected, or all of its line. */
export async function showEntry(uri: string, line: number, length?: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(Math.min(line, document.lineCount - 1));
  const start = range.start.translate(0, length === undefined ? firstNonWhitespaceCharacterIndex : 0);
  const end = length === undefined ? range.end : start;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, end) });
}
