import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { refusedWhilePaused } from '../pause.ts';
import { checkAllPages, clearFindings, setChecked } from './check-project.ts';
import { fixProject } from './fix-project.ts';

/** The commands about all pages at once. */
export function registerProject(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  log: vscode.LogOutputChannel,
): void {
  const run = (act: (folders: readonly string[]) => Promise<void>) => async (folder?: unknown) => {
    const open = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
    const folders = (folder instanceof vscode.Uri ? [folder] : open).map((uri) => uri.toString());
    try {
      if (folders.length === 0) {
        void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder first.'));
      } else if (!(await refusedWhilePaused(context))) await act(folders);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      const show = vscode.l10n.t('Show log');
      const message = vscode.l10n.t('Yijiao could not do this. Run the command again, or look into the log.');
      if ((await vscode.window.showErrorMessage(message, show)) === show) log.show();
    }
  };
  context.subscriptions.push(
    vscode.commands.registerCommand(
      'yijiao.checkAllPages',
      run((folders) => checkAllPages(client, folders)),
    ),
    vscode.commands.registerCommand(
      'yijiao.fixProject',
      run((folders) => fixProject(client, folders)),
    ),
    vscode.commands.registerCommand('yijiao.clearProjectFindings', () => clearFindings(client)),
    // A server that is started anew has checked nothing.
    { dispose: () => void setChecked(false) },
  );
}
