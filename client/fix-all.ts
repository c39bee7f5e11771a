import * as vscode from 'vscode';

/** The palette's way to `source.fixAll.yijiao`, which can also run on save. One undo takes it back. */
export function registerFixAll(context: vscode.ExtensionContext): void {
  context.subscriptions.push(vscode.commands.registerCommand('yijiao.fixAll', fixAll));
}

// Asked of the provider itself: the editor's own command does nothing while the palette still has the keyboard.
async function fixAll(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const start = new vscode.Range(0, 0, 0, 0);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    start,
    'source.fixAll.yijiao',
  );
  const edit = actions.find((action) => action.edit)?.edit;
  if (!edit) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing that is safe to fix was found.'), 5000);
  } else if (!(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showWarningMessage(vscode.l10n.t('The page changed meanwhile. Run the command again.'));
  }
}
