import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FixProjectResult, fixProjectRequest, type ProjectParams } from '../../server/lsp/protocol.ts';
import { sentences } from './sentences.ts';
import { withServerProgress } from './server-progress.ts';

/** “Fix Everything in the Project”: looked through before it is made, and saved only by whoever wants it. */
export async function fixProject(client: BaseLanguageClient, folders: readonly string[]): Promise<void> {
  const title = vscode.l10n.t('Looking for what is safe to fix');
  const result = await withServerProgress(client, title, async (workDoneToken, token) => {
    const params: ProjectParams = { folders, workDoneToken };
    try {
      return await client.sendRequest<FixProjectResult>(fixProjectRequest, params, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
  if (!result) return tell(vscode.l10n.t('Cancelled; nothing was changed.'));
  if (!result.edit) return tell(sentences(vscode.l10n.t('Nothing that is safe to fix was found.'), ...rest(result)));
  if (isOutdated(result.edit)) return tell(vscode.l10n.t('A page changed meanwhile. Run the command again.'));
  const edit = previewed(await client.protocol2CodeConverter.asWorkspaceEdit(result.edit), result);
  const changed = await changedBy(edit);
  if (changed.length === 0) return tell(vscode.l10n.t('Nothing was changed.'));
  const { mended, mendedPages } = result;
  const done = vscode.l10n.t('Pages changed: {0} of {2}, with {1} fixes offered.', changed.length, mended, mendedPages);
  const save = vscode.l10n.t('Save These Pages');
  void vscode.window.showInformationMessage(sentences(done, ...rest(result)), save).then(async (answer) => {
    if (answer === save) for (const document of changed) await document.save();
  });
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}

function rest({ left, beyond, unread }: FixProjectResult): (string | false)[] {
  return [
    left !== undefined && left > 0 && vscode.l10n.t('Left for a person: {0}.', left),
    beyond > 0 && vscode.l10n.t('Pages not looked at: {0}. Run the command again for them.', beyond),
    unread > 0 && vscode.l10n.t('Pages that cannot be read as text: {0}.', unread),
  ];
}

type DocumentEdits = {
  readonly documentChanges?: readonly { textDocument: { uri: string; version: number | null } }[];
};

function isOutdated(edit: DocumentEdits): boolean {
  const versions = new Map(vscode.workspace.textDocuments.map(({ uri, version }) => [uri.toString(), version]));
  return (edit.documentChanges ?? []).some(({ textDocument: { uri, version } }) => {
    const now = versions.get(vscode.Uri.parse(uri).toString());
    return version !== null && now !== undefined && now !== version;
  });
}

/**
 * VS Code shows an edit before it makes it when a part needs confirmation, and leaves just that part unticked. So what needs it
 * here is a change of nothing, whose title tells what is at stake.
 */
function previewed(edit: vscode.WorkspaceEdit, { mended, mendedPages }: FixProjectResult): vscode.WorkspaceEdit {
  const [first] = edit.entries();
  const label = vscode.l10n.t(
    'Fixes: {0}, pages: {1}. Untick what you do not want, then choose Apply',
    mended,
    mendedPages,
  );
  const start = new vscode.Position(0, 0);
  if (first) edit.insert(first[0], start, '', { label, needsConfirmation: true });
  return edit;
}

/** Makes an edit; gives the documents that it has changed. */
async function changedBy(edit: vscode.WorkspaceEdit): Promise<readonly vscode.TextDocument[]> {
  const pages = new Set(edit.entries().map(([uri]) => uri.toString()));
  const changed = new Set<vscode.TextDocument>();
  const listening = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0 && pages.has(document.uri.toString())) changed.add(document);
  });
  try {
    return (await vscode.workspace.applyEdit(edit)) ? [...changed] : [];
  } finally {
    listening.dispose();
  }
}
