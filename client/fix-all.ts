import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { commands, type Mended } from '../server/lsp/protocol.ts';
import { tellMended } from './mended.ts';
import { pageAtHand } from './page-at-hand.ts';
import { refusedWhilePaused } from './pause.ts';
import { selector } from './selector.ts';

/** The palette command for `source.fixAll.yijiao`, which can also run on save. One undo reverts it. */
export function registerFixAll(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  log: vscode.LogOutputChannel,
): void {
  // Always show the outcome. A command that silently does nothing confuses users.
  const run = async () => {
    try {
      if (await refusedWhilePaused(context)) return;
      const said = await fixAll(client, log);
      log.info(`Fix all: ${said ?? 'fixed'}`);
      if (said) void vscode.window.showInformationMessage(said);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      const show = vscode.l10n.t('Show log');
      const message = vscode.l10n.t('Yijiao could not fix this page. Run the command again, or look into the log.');
      if ((await vscode.window.showErrorMessage(message, show)) === show) log.show();
    }
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('yijiao.fixAll', run),
    vscode.commands.registerCommand(commands.tellMended, tellMended),
  );
}

/** Fixes the page in the active tab. Returns a message if it could not, else undefined. */
async function fixAll(client: BaseLanguageClient, log: vscode.LogOutputChannel): Promise<string | undefined> {
  const document = await activeDocument();
  if (!document || vscode.languages.match(selector, document) === 0) {
    log.info(`Fix all: ${document ? document.uri.toString() : 'no editor'}`);
    return vscode.l10n.t('Open a Markdown page to fix it.');
  }
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const { version } = document;
    const fix = await safeFix(client, document);
    // Edits that were made for an earlier text must not be put into this one.
    if (document.version !== version) continue;
    if (!fix) return vscode.l10n.t('Nothing that is safe to fix was found.');
    log.info(`Fix all: ${fix.edit.get(document.uri).length} edits`);
    if (!(await vscode.workspace.applyEdit(fix.edit))) continue;
    tellMended(fix.mended);
    return undefined;
  }
  return vscode.l10n.t('The page changed meanwhile. Run the command again.');
}

const MAX_ATTEMPTS = 3;

// The server is asked itself: through the editor a request that is cancelled looks as if there were nothing to fix.
async function safeFix(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
): Promise<{ readonly edit: vscode.WorkspaceEdit; readonly mended: Mended } | undefined> {
  const start = { line: 0, character: 0 };
  const actions = await client.sendRequest<{ edit?: object; data: Mended }[] | null>('textDocument/codeAction', {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    range: { start, end: start },
    context: { diagnostics: [], only: ['source.fixAll.yijiao'] },
  });
  const action = actions?.find(({ edit }) => edit);
  if (!action?.edit) return undefined;
  return { edit: await client.protocol2CodeConverter.asWorkspaceEdit(action.edit), mended: action.data };
}

// While another part of the window has the focus, no editor is active, but the tab is.
async function activeDocument(): Promise<vscode.TextDocument | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor && editor.document.uri.scheme !== 'output') return editor.document;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText) return vscode.workspace.openTextDocument(input.uri);
  if (input instanceof vscode.TabInputTextDiff) return vscode.workspace.openTextDocument(input.modified);
  return input ? undefined : pageAtHand()?.document;
}
