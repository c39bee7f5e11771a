import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { commands, type InsertedAll, insertAllRequest, type PageEdit } from '../../server/lsp/protocol.ts';
import { applyPageEdits } from '../page-edit.ts';
import { progressOf, select, selectInserted } from './stops.ts';

/** “Insert All Missing Blocks”: one edit of the page, which one undo takes back. */
export function registerInsertAll(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const run = async (page?: vscode.Uri) => {
    const active = page ?? vscode.window.activeTextEditor?.document.uri;
    const uri = active && (await chineseOf(active));
    if (!uri) return tell(vscode.l10n.t('Open a Chinese page first.'));
    const document = await vscode.workspace.openTextDocument(uri);
    const { version } = document;
    const params = { uri: client.code2ProtocolConverter.asUri(uri) };
    const result = await client.sendRequest<InsertedAll | null>(insertAllRequest, params);
    const name = vscode.workspace.asRelativePath(uri);
    if (!result) return tell(vscode.l10n.t('No English source of {0} was found.', name));
    const { edits, inserted, left } = result;
    if (inserted + left === 0) return tell(vscode.l10n.t('Nothing is missing in {0}.', name));
    if (document.version !== version) return tell(vscode.l10n.t('The page changed meanwhile. Run the command again.'));
    if (edits.length > 0 && !(await applyPageEdits(edits)))
      return tell(vscode.l10n.t('The page could not be changed. Is it read-only?'));
    const done =
      inserted === 1 ? vscode.l10n.t('1 block was inserted.') : vscode.l10n.t('{0} blocks were inserted.', inserted);
    if (left > 0)
      tell(`${done} ${vscode.l10n.t('Blocks that find no safe place: {0}. Compare the pages and write them.', left)}`);
    else vscode.window.setStatusBarMessage(done, SHOWN);
    const progress = await progressOf(client, uri);
    const first = progress?.stops.find(({ why }) => why !== 'missing' && why !== 'done');
    if (first) await select(uri, first);
  };
  // Where the source has the keyboard, its translation beside it is meant.
  const chineseOf = async (uri: vscode.Uri): Promise<vscode.Uri | undefined> => {
    for (const { document } of vscode.window.visibleTextEditors) {
      if (document.uri.toString() === uri.toString()) continue;
      const progress = await progressOf(client, document.uri);
      if (progress?.pages.english === uri.toString()) return document.uri;
    }
    return uri;
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('yijiao.insertAllMissing', run),
    vscode.commands.registerCommand(commands.selectInserted, (edit: PageEdit) => selectInserted(client, edit)),
  );
}

/** Milliseconds for which a word stands in the status bar. */
const SHOWN = 5000;

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
