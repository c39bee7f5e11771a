import * as vscode from 'vscode';

/** The palette's way to `source.fixAll.yijiao`, which can also run on save. One undo takes it back. */
export function registerFixAll(context: vscode.ExtensionContext): void {
  const run = () =>
    vscode.commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.yijiao', apply: 'first' });
  context.subscriptions.push(vscode.commands.registerCommand('yijiao.fixAll', run));
}
