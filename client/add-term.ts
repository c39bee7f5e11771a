import * as vscode from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient';
import {
  type AddTermParams,
  type AddTermResult,
  addTermRequest,
  type ProposedTerm,
  proposeTermRequest,
} from '../server/lsp/protocol.ts';
import { showEntry } from './entry.ts';
import { isPage } from './selector.ts';

/** “Add to Glossary”: what is selected in a page becomes one side of an entry; a person confirms both. */
export async function addTerm(client: BaseLanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isPage(editor.document)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown page and select a term in it.'));
    return;
  }
  const { document, selection } = editor;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const proposed = range
    ? await client.sendRequest<ProposedTerm | null>(proposeTermRequest, {
        uri,
        range: client.code2ProtocolConverter.asRange(range),
      })
    : null;
  const [known] = proposed?.known ?? [];
  if (known && !(await wantsAnother(known))) return;
  const entry = await askFor(proposed ?? { known: [] });
  if (!entry) return;
  const result = await client.sendRequest<AddTermResult>(addTermRequest, { uri, ...entry } satisfies AddTermParams);
  if (result.edit) await write(client, result);
  else await offerFile(vscode.window.showWarningMessage, result.refused ?? '', result.file);
}

/** Whether one more entry is wanted beside one that is there; else that one is shown. */
async function wantsAnother(known: ProposedTerm['known'][number]): Promise<boolean> {
  const open = { label: vscode.l10n.t('Open the entry') };
  const add = { label: vscode.l10n.t('Add another sense') };
  const placeHolder = vscode.l10n.t('The glossary has this term already.');
  const chosen = await vscode.window.showQuickPick([open, add], { placeHolder });
  if (chosen === open) await showEntry(known.uri, known.line);
  return chosen === add;
}

async function askFor({ source, target, context }: ProposedTerm): Promise<Omit<AddTermParams, 'uri'> | undefined> {
  const title = vscode.l10n.t('Add to Glossary');
  const shown = context && context.length > MAX_CONTEXT ? `${context.slice(0, MAX_CONTEXT)}…` : context;
  const beside = shown ? vscode.l10n.t('The other side says: {0}', shown) : undefined;
  const english = await vscode.window.showInputBox({
    title,
    value: source ?? '',
    prompt: beside ?? vscode.l10n.t('The English name'),
    placeHolder: vscode.l10n.t('The English name'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() ? undefined : vscode.l10n.t('A term needs its English name.')),
  });
  if (english === undefined) return undefined;
  const chinese = await vscode.window.showInputBox({
    title,
    value: target ?? '',
    prompt: target || !beside ? vscode.l10n.t('The Chinese wording; leave it empty if the English stays') : beside,
    placeHolder: vscode.l10n.t('The Chinese wording; leave it empty if the English stays'),
    ignoreFocusOut: true,
  });
  if (chinese === undefined) return undefined;
  const note = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('A note for translators, if there is anything to say'),
    ignoreFocusOut: true,
  });
  return note === undefined ? undefined : { source: english, target: chinese, note };
}

/** An input box shows no more. */
const MAX_CONTEXT = 200;

async function write(client: BaseLanguageClient, { edit, file }: AddTermResult): Promise<void> {
  const change = await client.protocol2CodeConverter.asWorkspaceEdit(edit as WorkspaceEdit);
  const touched = change?.entries().map(([uri]) => uri) ?? [];
  const unsaved = vscode.workspace.textDocuments.find(
    ({ uri, isDirty }) => isDirty && touched.some((one) => one.toString() === uri.toString()),
  );
  // The entry was made for the file as it was saved.
  if (unsaved) {
    const name = vscode.workspace.asRelativePath(unsaved.uri);
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} has changes that are not saved. Save it first.', name));
    return;
  }
  if (!change || !(await vscode.workspace.applyEdit(change))) {
    await offerFile(vscode.window.showWarningMessage, vscode.l10n.t('The glossary could not be changed.'), file);
    return;
  }
  for (const uri of touched) await (await vscode.workspace.openTextDocument(uri)).save();
  const name = file ? vscode.workspace.asRelativePath(vscode.Uri.parse(file)) : '';
  await offerFile(vscode.window.showInformationMessage, vscode.l10n.t('Added to {0}.', name), file);
}

async function offerFile(
  show: (message: string, ...items: string[]) => Thenable<string | undefined>,
  message: string,
  file: string | undefined,
): Promise<void> {
  const open = vscode.l10n.t('Open the glossary');
  // Nobody has to answer before the command is done.
  void show(message, ...(file ? [open] : [])).then((chosen) => {
    if (chosen === open && file) void vscode.window.showTextDocument(vscode.Uri.parse(file));
  });
}
