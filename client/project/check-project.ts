import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CheckProjectResult,
  checkProjectRequest,
  clearProjectRequest,
  type ProjectParams,
  stopNotification,
} from '../../server/lsp/protocol.ts';
import { sentences } from './sentences.ts';
import { withServerProgress } from './server-progress.ts';

/** “Check All Pages”: of the workspace, or of a folder. What it has found when it is called off stays. */
export async function checkAllPages(client: BaseLanguageClient, folders: readonly string[]): Promise<void> {
  const title = vscode.l10n.t('Checking all pages');
  const result = await withServerProgress(client, title, async (workDoneToken, token) => {
    const stopping = token.onCancellationRequested(
      () => void client.sendNotification(stopNotification, { workDoneToken }),
    );
    try {
      const params: ProjectParams = { folders, workDoneToken };
      return await client.sendRequest<CheckProjectResult>(checkProjectRequest, params);
    } finally {
      stopping.dispose();
    }
  });
  void setChecked(true);
  const show = vscode.l10n.t('Show Problems');
  const buttons = result.findings > 0 ? [show] : [];
  // The command is done, whether or when somebody answers.
  void vscode.window.showInformationMessage(summary(result), ...buttons).then((answer) => {
    if (answer === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}

/** “Clear Project Findings”. */
export async function clearFindings(client: BaseLanguageClient): Promise<void> {
  await client.sendRequest(clearProjectRequest, {});
  await setChecked(false);
}

/** Whether there is anything to clear: the palette offers it then. */
export function setChecked(isChecked: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', 'yijiao.projectChecked', isChecked);
}

function summary(result: CheckProjectResult): string {
  const { pages, pagesWithFindings, findings, hidden, beyond, unread, isPartial } = result;
  if (pages + beyond + unread === 0 && !isPartial) return vscode.l10n.t('There is no Markdown page here.');
  return sentences(
    isPartial && vscode.l10n.t('Stopped.'),
    findings > 0
      ? vscode.l10n.t('{0} found on {1} of {2} pages.', findings, pagesWithFindings, pages)
      : vscode.l10n.t('Nothing was found. Pages checked: {0}.', pages),
    hidden > 0 && vscode.l10n.t('Too many for the list: {0}. Open a page to see all of its own.', hidden),
    beyond > 0 && tooMany(beyond),
    unread > 0 && vscode.l10n.t('Pages that cannot be read as text: {0}.', unread),
  );
}

function tooMany(count: number): string {
  return vscode.l10n.t(
    'Pages not looked at: {0}. Check a folder of them from the explorer, or run “yijiao check”.',
    count,
  );
}
