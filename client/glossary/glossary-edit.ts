import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import type { EntryResult } from '../../server/lsp/protocol.ts';

/** Applies and saves an edit of the glossary, or explains why it cannot. Then tells what was done. */
export async function write(
  client: BaseLanguageClient,
  { edit, file }: EntryResult,
  done: (name: string) => string,
): Promise<void> {
  const change = await client.protocol2CodeConverter.asWorkspaceEdit(edit as WorkspaceEdit);
  const touched = change?.entries().map(([uri]) => uri) ?? [];
  const unsaved = vscode.workspace.textDocuments.find(
    ({ uri, isDirty }) => isDirty && touched.some((one) => one.toString() === uri.toString()),
  );
  // The edit is based on the saved file.
  if (unsaved) {
    const name = vscode.workspace.asRelativePath(unsaved.uri);
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} has changes that are not saved. Save it first.', name));
    return;
  }
  if (!change || !(await vscode.workspace.applyEdit(change))) {
    await offerFile(vscode.window.showWarningMessage, vscode.l10n.t('The glossary could not be changed.'), file);
    return;
  }
  for (const uri of touched) await (await vscode.workspace.openTextDocument(uri)).save();
  const name = file ? vscode.workspace.asRelativePath(vscode.Uri.parse(file)) : '';
  await offerFile(vscode.window.showInformationMessage, done(name), file);
}

/** Shows a message with a button that opens the glossary. */
export async function offerFile(
  show: (message: string, ...items: string[]) => Thenable<string | undefined>,
  message: string,
  file: string | undefined,
): Promise<void> {
  const open = vscode.l10n.t('Open the glossary');
  // The command ends without waiting for an answer.
  void show(message, ...(file ? [open] : [])).then((chosen) => {
    if (chosen === open && file) void vscode.window.showTextDocument(vscode.Uri.parse(file));
  });
}
