import * as vscode from 'vscode';

/** Opens a glossary at an entry and selects its line. With a `length`, the cursor goes to the start of the line instead. */
export async function showEntry(uri: string, line: number, length?: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const { range, firstNonWhitespaceCharacterIndex } = document.lineAt(Math.min(line, document.lineCount - 1));
  const start = range.start.translate(0, length === undefined ? firstNonWhitespaceCharacterIndex : 0);
  const end = length === undefined ? range.end : start;
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, end) });
}
