import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import type { EntryResult } from '../../server/lsp/protocol.ts';
import { markDone } from '../welcome/done.ts';

/** Applies and saves an edit of the glossary, or explains why it cannot. Then tells what was done. */
export async function write(
  client: BaseLanguageClient,
  { edit, file }: EntryResult,
  done: (name: string) => string,
): Promise<void> {
  const { change, created } = await asOneChange(client, edit as WorkspaceEdit);
  const touched = change.entries().map(([uri]) => uri);
  const unsaved = vscode.workspace.textDocuments.find(
    ({ uri, isDirty }) => isDirty && [...touched, ...created].some((one) => one.toString() === uri.toString()),
  );
  // The edit is based on the saved file.
  if (unsaved) {
    const name = vscode.workspace.asRelativePath(unsaved.uri);
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} has changes that are not saved. Save it first.', name));
    return;
  }
  if (!(await vscode.workspace.applyEdit(change, { isRefactoring: true }))) {
    await offerFile(vscode.window.showWarningMessage, vscode.l10n.t('The glossary could not be changed.'), file);
    return;
  }
  const isSaved = await saveAll(touched);
  markDone('glossary');
  const said = done(file ? vscode.workspace.asRelativePath(vscode.Uri.parse(file)) : '');
  const message = isSaved ? said : `${said} ${vscode.l10n.t('It holds once the file is saved.')}`;
  await offerFile(vscode.window.showInformationMessage, message, file);
}

// A file that is made is made with what it holds: as an empty one that is then written, it would open in a tab.
async function asOneChange(
  client: BaseLanguageClient,
  { documentChanges = [], changes }: WorkspaceEdit,
): Promise<{ change: vscode.WorkspaceEdit; created: vscode.Uri[] }> {
  const texts = new Map<string, string>();
  for (const one of documentChanges) {
    if ('kind' in one && one.kind === 'create') texts.set(one.uri, '');
    else if ('edits' in one && texts.has(one.textDocument.uri)) {
      texts.set(one.textDocument.uri, one.edits.map((edit) => ('newText' in edit ? edit.newText : '')).join(''));
    }
  }
  const others = documentChanges.filter(
    (one) => !('edits' in one && texts.has(one.textDocument.uri)) && !('kind' in one),
  );
  const change = await client.protocol2CodeConverter.asWorkspaceEdit(
    changes ? { changes } : { documentChanges: others },
  );
  const created = [...texts].map(([uri, text]) => {
    const made = client.protocol2CodeConverter.asUri(uri);
    change.createFile(made, { contents: new TextEncoder().encode(text) });
    return made;
  });
  return { change, created };
}

// VS Code saves by itself only where several files are changed.
async function saveAll(uris: readonly vscode.Uri[]): Promise<boolean> {
  if (vscode.workspace.getConfiguration('files.refactoring').get('autoSave') === false) return uris.length === 0;
  for (const uri of uris) {
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.isDirty && !(await document.save())) return false;
  }
  return true;
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
