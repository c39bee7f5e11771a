import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Status, statusNotification } from '../server/lsp/protocol.ts';
import { selector } from './selector.ts';

/** One language status item: what was found in the page, and how long it took when that was long. */
export function registerStatus(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  log: vscode.LogOutputChannel,
): void {
  const item = vscode.languages.createLanguageStatusItem('yijiao', selector);
  item.name = 'Yijiao';
  item.command = { title: vscode.l10n.t('Show log'), command: 'yijiao.showLog' };
  const known = new Map<string, Status>();
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && known.get(document.uri.toString());
    item.busy = status?.settled === false;
    item.text = status ? textOf(status) : 'Yijiao';
    item.detail = status ? detailOf(status) : '';
    item.severity = status?.skipped ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  };
  context.subscriptions.push(
    item,
    client.onNotification(statusNotification, (status: Status) => {
      known.set(vscode.Uri.parse(status.uri).toString(), status);
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
    vscode.commands.registerCommand('yijiao.showLog', () => log.show()),
  );
}

function textOf(status: Status): string {
  if (status.skipped) return vscode.l10n.t('Yijiao: not checked');
  return vscode.l10n.t('Yijiao: {0} found', status.findings);
}

function detailOf(status: Status): string {
  if (status.skipped) return status.skipped;
  const terms = vscode.l10n.t('{0} glossary terms', status.glossaryTerms);
  return status.duration > SLOW ? vscode.l10n.t('{0}, checked in {1} ms', terms, Math.round(status.duration)) : terms;
}

/** Milliseconds; a slower analysis is felt while typing. */
const SLOW = 50;
