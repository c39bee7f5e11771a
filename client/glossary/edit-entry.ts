import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type EditEntryParams,
  type EntryFields,
  type EntryResult,
  editEntryRequest,
  entriesRequest,
  type GlossaryEntry,
} from '../../server/lsp/protocol.ts';
import { showEntry } from './entry.ts';
import { write } from './glossary-edit.ts';

/** “Edit Entry”: changes one field of an entry, on a line of a glossary or else for the term at the cursor. */
export async function editTerm(client: BaseLanguageClient, glossary?: string, line = 0): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const page = editor && client.code2ProtocolConverter.asUri(editor.document.uri);
  const uri = glossary ?? page;
  if (!uri) return;
  const position = glossary || !editor ? { line, character: 0 } : editor.selection.active;
  const entries = await client.sendRequest<GlossaryEntry[]>(entriesRequest, { uri, position });
  const [first] = entries;
  if (!first) {
    // The line may be a comment by now.
    if (glossary) return showEntry(glossary, line);
    void vscode.window.showInformationMessage(vscode.l10n.t('Put the cursor into a term of the glossary.'));
    return;
  }
  const entry = entries.length > 1 ? await choose(entries) : first;
  const fields = entry && (await ask(entry));
  if (!fields) return;
  const result = await client.sendRequest<EntryResult>(editEntryRequest, { entry, fields } satisfies EditEntryParams);
  if (result.edit) return write(client, result, (name) => vscode.l10n.t('Changed in {0}.', name));
  await showEntry(entry.uri, entry.line);
  void vscode.window.showWarningMessage(result.refused ?? '');
}

async function choose(entries: readonly GlossaryEntry[]): Promise<GlossaryEntry | undefined> {
  const items = entries.map((entry) => ({ label: entry.title, description: entry.fields.approved, entry }));
  return (await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Which entry?') }))?.entry;
}

/** The fields as changed by the user; undefined if nothing is to change. */
async function ask({ title, fields, uri, line }: GlossaryEntry): Promise<EntryFields | undefined> {
  const open = { label: vscode.l10n.t('Open the entry'), description: '', field: undefined };
  const items = Object.entries(labels()).map(([name, label]) => {
    const field = name as keyof EntryFields;
    return { label, description: fields[field] || '—', field };
  });
  const chosen = await vscode.window.showQuickPick([...items, open], { title });
  if (chosen === open) await showEntry(uri, line);
  if (!chosen?.field) return undefined;
  const value = await vscode.window.showInputBox({
    title: `${title} · ${chosen.label}`,
    value: fields[chosen.field],
    prompt: prompts()[chosen.field],
    ignoreFocusOut: true,
  });
  return value === undefined || value.trim() === fields[chosen.field]
    ? undefined
    : { ...fields, [chosen.field]: value.trim() };
}

const labels = (): Record<keyof EntryFields, string> => ({
  approved: vscode.l10n.t('Chinese wordings'),
  rejected: vscode.l10n.t('Wordings not to use'),
  note: vscode.l10n.t('Note'),
});

const prompts = (): Record<keyof EntryFields, string> => ({
  approved: vscode.l10n.t('The preferred wording first, divided by commas; leave it empty if the English stays'),
  rejected: vscode.l10n.t('Divided by commas'),
  note: vscode.l10n.t('A note for translators, if there is anything to say'),
});
