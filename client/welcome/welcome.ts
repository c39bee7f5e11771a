import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PageStatus } from '../../server/lsp/protocol.ts';
import { pickTranslation } from '../translations/pick-translation.ts';
import { markDone } from './done.ts';
import { offerOnce } from './offer.ts';
import { openSample } from './sample.ts';
import { createProgress } from './steps.ts';

/** The first five minutes: the walkthrough of package.json, pages to try it on, and one offer. */
export function registerWelcome(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  onDidTell: vscode.Event<PageStatus>,
): void {
  const show = async (page: vscode.Uri | undefined) => {
    if (!page) return;
    // Beside a walkthrough, so that it can be followed.
    const isFree = vscode.window.activeTextEditor || vscode.window.tabGroups.activeTabGroup.tabs.length === 0;
    const viewColumn = isFree ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(page, { viewColumn, preview: false });
  };
  const sample = () => openSample(context);
  context.subscriptions.push(
    vscode.commands.registerCommand('yijiao.openWalkthrough', () =>
      vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#welcome`, false),
    ),
    vscode.commands.registerCommand('yijiao.openTranslation', async () => show(await pickTranslation(client, sample))),
    vscode.commands.registerCommand('yijiao.openSample', async () => show(await sample())),
    onDidTell(createProgress(markDone)),
  );
  offerOnce(context, client, onDidTell);
}
