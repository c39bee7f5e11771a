import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type CheckGlossaryResult, checkGlossaryRequest, commands } from '../../server/lsp/protocol.ts';
import { pageAtHand } from '../page-at-hand.ts';
import { isPage } from '../selector.ts';
import { markDone } from '../welcome/done.ts';
import { addTerm } from './add-term.ts';
import { editTerm } from './edit-entry.ts';
import { showEntry } from './entry.ts';

/** Registers the commands for glossary entries. */
export function registerGlossaryCommands(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  log: vscode.LogOutputChannel,
): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(commands.openEntry, (uri: string, line: number) => showEntry(uri, line, 0)),
    vscode.commands.registerCommand(
      'yijiao.editGlossaryEntry',
      saying(log, (uri?: string, line?: number) => editTerm(client, uri, line)),
    ),
    vscode.commands.registerCommand('yijiao.findTermUses', findUses),
    vscode.commands.registerCommand(
      'yijiao.addTerm',
      saying(log, () => addTerm(client)),
    ),
    vscode.commands.registerCommand(
      'yijiao.checkGlossary',
      saying(log, () => check(client)),
    ),
  );
}

/** Shows all uses of a term in the references view. Without a position, the term at the cursor. */
async function findUses(uri?: string, position?: { line: number; character: number }): Promise<void> {
  if (uri && position) {
    const at = new vscode.Position(position.line, position.character);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  }
  // The view is an extension of its own, which may be disabled.
  const all = await vscode.commands.getCommands(true);
  const view = 'references-view.findReferences';
  await vscode.commands.executeCommand(all.includes(view) ? view : 'editor.action.referenceSearch.trigger');
}

async function check(client: BaseLanguageClient): Promise<void> {
  const document = (vscode.window.activeTextEditor ?? pageAtHand())?.document;
  const uri = document?.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!uri) return;
  // Without an open page, any name in the folder leads to the project.
  const page = isPage(document) ? uri : vscode.Uri.joinPath(uri, 'x.md');
  const params = { uri: client.code2ProtocolConverter.asUri(page) };
  const { files, terms, problems } = await client.sendRequest<CheckGlossaryResult>(checkGlossaryRequest, params);
  if (files === 0) {
    const add = vscode.l10n.t('Add a Term…');
    const none = vscode.l10n.t('This project has no glossary. Select a term in a page and add it.');
    if ((await vscode.window.showInformationMessage(none, add)) === add) await addTerm(client);
    return;
  }
  markDone('glossary');
  if (problems === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} terms, no problems.', terms));
  } else {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} problems among {1} terms.', problems, terms));
  }
}

// Shows errors of a command. One that silently does nothing confuses users.
function saying<Arguments extends unknown[]>(log: vscode.LogOutputChannel, run: (...args: Arguments) => Promise<void>) {
  return async (...args: Arguments) => {
    try {
      await run(...args);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      const show = vscode.l10n.t('Show log');
      const message = vscode.l10n.t('Yijiao could not do this. Run the command again, or look into the log.');
      if ((await vscode.window.showErrorMessage(message, show)) === show) log.show();
    }
  };
}
