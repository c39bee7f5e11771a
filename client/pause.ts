import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { pausedNotification } from '../server/lsp/protocol.ts';
import type { StatusItem } from './status.ts';

/** Whether a person has paused Yijiao in this workspace; it stays so until they let it go on. */
export function isPaused({ workspaceState }: vscode.ExtensionContext): boolean {
  return workspaceState.get<boolean>(PAUSED) === true;
}

const PAUSED = 'yijiao.paused';

/** “Pause” and “Resume”. The server goes on running, and begins paused where it is started anew. */
export function registerPause(context: vscode.ExtensionContext, client: BaseLanguageClient, status: StatusItem): void {
  // Seen wherever one is: who has forgotten a pause would take silence for praise.
  const item = vscode.window.createStatusBarItem('yijiao.paused', vscode.StatusBarAlignment.Right, 0);
  item.name = vscode.l10n.t('Yijiao: paused');
  item.text = `$(debug-pause) ${item.name}`;
  item.tooltip = vscode.l10n.t('No page of this workspace is checked. Click to resume.');
  item.accessibilityInformation = { label: `${item.name}. ${item.tooltip}` };
  item.command = 'yijiao.resume';
  const show = () => {
    status.paused(isPaused(context));
    if (isPaused(context)) item.show();
    else item.hide();
    void vscode.commands.executeCommand('setContext', PAUSED, isPaused(context));
  };
  const set = async (paused: boolean) => {
    await context.workspaceState.update(PAUSED, paused || undefined);
    show();
    if (client.isRunning()) await client.sendNotification(pausedNotification, { isPaused: paused });
  };
  context.subscriptions.push(
    item,
    vscode.commands.registerCommand('yijiao.pause', () => set(true)),
    vscode.commands.registerCommand('yijiao.resume', () => set(false)),
  );
  show();
}

/** Tells, and offers to go on, where nothing can be done because of a pause. True when it is still so. */
export async function refusedWhilePaused(context: vscode.ExtensionContext): Promise<boolean> {
  if (!isPaused(context)) return false;
  const resume = vscode.l10n.t('Resume');
  const message = vscode.l10n.t('Yijiao is paused in this workspace, so no page is checked.');
  if ((await vscode.window.showInformationMessage(message, resume)) !== resume) return true;
  await vscode.commands.executeCommand('yijiao.resume');
  return false;
}
