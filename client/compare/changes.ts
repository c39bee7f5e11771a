import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ChangesResult, changesRequest, type SyncResult, syncRequest } from '../../server/lsp/protocol.ts';
import { applyPageEdit } from '../page-edit.ts';
import { rememberedSource } from './compare.ts';

/** Commands and views for changes of the English since a page was translated, and for marking it as synced. */
export function registerChanges(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const paramsOf = (uri: vscode.Uri) => {
    const source = rememberedSource(context, uri);
    return { uri: uri.toString(), ...(source ? { source } : {}) };
  };
  const show = async (page?: PageArgument, index = 0) => {
    const uri = uriOf(page);
    if (!uri) return tell(vscode.l10n.t('Open a Chinese page first.'));
    const { pages, reason, why, before, revision, changes } = await client.sendRequest<ChangesResult>(
      changesRequest,
      paramsOf(uri),
    );
    if (!pages || !before || !revision) return tell(why ?? reasonWhy(reason, uri));
    const english = vscode.Uri.parse(pages.english);
    const name = vscode.workspace.asRelativePath(english);
    const short = revision.id.slice(0, 7);
    if (changes.length === 0) return tell(vscode.l10n.t('{0} has not changed since {1}.', name, short));
    const title = vscode.l10n.t('{0}: {1} ↔ now', english.path.split('/').at(-1) ?? name, short);
    const place = (changes[index] ?? changes[0])?.after?.from ?? 0;
    await vscode.commands.executeCommand('vscode.diff', vscode.Uri.parse(before), english, title, {
      selection: new vscode.Range(place, 0, place, 0),
    });
  };
  const mark = async (page?: PageArgument) => {
    const uri = uriOf(page);
    if (!uri) return tell(vscode.l10n.t('Open a Chinese page first.'));
    const first = await client.sendRequest<SyncResult>(syncRequest, paramsOf(uri));
    if (first.edit) return written(uri, first.edit);
    if (first.reason !== 'committing') return tell(first.why ?? reasonWhy(first.reason, uri));
    const add = vscode.l10n.t('Add to Front Matter');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'This page names no revision of its source: committing a change of its text marks it as synced. A “sourceCommit” in its front matter would be exact.',
      ),
      add,
    );
    if (answer !== add) return;
    const second = await client.sendRequest<SyncResult>(syncRequest, { ...paramsOf(uri), add: true });
    if (second.edit) await written(uri, second.edit);
    else tell(second.why ?? reasonWhy(second.reason, uri));
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('yijiao.showChanges', show),
    vscode.commands.registerCommand('yijiao.markSynced', mark),
  );
}

/** A code lens passes the URI as a string, a menu as a `Uri`. From the palette, the page in the editor is meant. */
type PageArgument = string | vscode.Uri | { readonly uri?: vscode.Uri };

function uriOf(page: PageArgument | undefined): vscode.Uri | undefined {
  if (typeof page === 'string') return vscode.Uri.parse(page);
  if (page instanceof vscode.Uri) return page;
  return page?.uri ?? vscode.window.activeTextEditor?.document.uri;
}

async function written(uri: vscode.Uri, edit: NonNullable<SyncResult['edit']>): Promise<void> {
  await vscode.window.showTextDocument(uri, { preview: false, preserveFocus: true });
  if (!(await applyPageEdit(edit))) return tell(vscode.l10n.t('The page could not be changed. Is it read-only?'));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Marked as synced; save the page to keep it.'), 5000);
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}

function reasonWhy(reason: SyncResult['reason'], uri: vscode.Uri): string {
  const name = vscode.workspace.asRelativePath(uri);
  switch (reason) {
    case 'unsaved':
      return vscode.l10n.t('The source has changes that are not committed. Commit them first.');
    case 'fork':
      return vscode.l10n.t('The source lives upstream: merging the upstream branch marks the page as synced.');
    case 'already':
      return vscode.l10n.t('{0} already names the newest revision of its source.', name);
    default:
      return vscode.l10n.t('No English source of {0} was found.', name);
  }
}
