import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import { type EntryResult, type SettleParams, settleRequest } from '../../server/lsp/protocol.ts';

/**
 * Asks the server for an edit of the settings file and makes it, which one undo takes back; or says why there is none. The file
 * is not saved: it holds as it stands in the editor.
 */
export async function writeSettings(client: BaseLanguageClient, params: SettleParams): Promise<vscode.Uri | undefined> {
  const { edit, file, refused } = await client.sendRequest<EntryResult>(settleRequest, params);
  const uri = file === undefined ? undefined : client.protocol2CodeConverter.asUri(file);
  const change = await client.protocol2CodeConverter.asWorkspaceEdit(edit as WorkspaceEdit | undefined);
  if (change && uri && (await vscode.workspace.applyEdit(change))) return uri;
  const message = refused ?? vscode.l10n.t('The settings file could not be changed. Is it read-only?');
  const open = vscode.l10n.t('Open');
  const buttons = uri && (await exists(uri)) ? [open] : [];
  // Nobody has to answer before the command is done.
  void vscode.window.showWarningMessage(message, ...buttons).then((answer) => {
    if (answer === open && uri) void vscode.window.showTextDocument(uri);
  });
  return undefined;
}

/** Says what was written, and where it is still to be saved. */
export async function tellWritten(what: string, uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const save = vscode.l10n.t('Save');
  const open = vscode.l10n.t('Open');
  const message = vscode.l10n.t('{0} Save {1} to keep it.', what, vscode.workspace.asRelativePath(uri));
  const asked = document.isDirty
    ? vscode.window.showInformationMessage(message, save, open)
    : vscode.window.showInformationMessage(what, open);
  // Nobody has to answer before the command is done.
  void asked.then(async (answer) => {
    if (answer === save) await document.save();
    if (answer === open) await vscode.window.showTextDocument(document);
  });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
