import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type AddTermParams,
  addTermRequest,
  type EntryResult,
  type ProposedTerm,
  proposeTermRequest,
} from '../../server/lsp/protocol.ts';
import { pageAtHand } from '../page-at-hand.ts';
import { askInSteps } from '../steps.ts';
import { showEntry } from './entry.ts';
import { offerFile, write } from './glossary-edit.ts';

/** “Add to Glossary”: turns the selection into one side of an entry. The user confirms both sides. */
export async function addTerm(client: BaseLanguageClient): Promise<void> {
  const editor = pageAtHand();
  if (!editor) {
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
  const result = await client.sendRequest<EntryResult>(addTermRequest, { uri, ...entry } satisfies AddTermParams);
  if (result.edit) await write(client, result, (name) => vscode.l10n.t('Added to {0}.', name));
  else await offerFile(vscode.window.showWarningMessage, result.refused ?? '', result.file);
}

/** Whether to add another entry next to an existing one. Otherwise opens the existing one. */
async function wantsAnother(known: ProposedTerm['known'][number]): Promise<boolean> {
  const open = { label: vscode.l10n.t('Open the entry') };
  const add = { label: vscode.l10n.t('Add another sense') };
  const placeHolder = vscode.l10n.t('The glossary has this term already.');
  const title = vscode.l10n.t('Add to Glossary');
  const chosen = await vscode.window.showQuickPick([open, add], { title, placeHolder });
  if (chosen === open) await showEntry(known.uri, known.line);
  return chosen === add;
}

async function askFor({ source, target, context }: ProposedTerm): Promise<Omit<AddTermParams, 'uri'> | undefined> {
  const shown = context && context.length > MAX_CONTEXT ? `${context.slice(0, MAX_CONTEXT)}…` : context;
  const beside = shown ? vscode.l10n.t('The other side says: {0}', shown) : undefined;
  const name = vscode.l10n.t('The English name');
  const wording = vscode.l10n.t('The Chinese wording; leave it empty if the English stays');
  const about = (what: string, isAsked: boolean) => (isAsked && beside ? `${what} · ${beside}` : what);
  const answers = await askInSteps(vscode.l10n.t('Add to Glossary'), [
    {
      value: source ?? '',
      prompt: about(name, !source),
      placeHolder: name,
      fault: (answer) => (answer.trim() ? undefined : vscode.l10n.t('A term needs its English name.')),
    },
    { value: target ?? '', prompt: about(wording, !target), placeHolder: wording },
    { value: '', prompt: vscode.l10n.t('A note for translators, if there is anything to say') },
  ]);
  if (!answers) return undefined;
  const [english = '', chinese = '', note = ''] = answers;
  return { source: english, target: chinese, note };
}

/** An input box shows no more characters. */
const MAX_CONTEXT = 200;
