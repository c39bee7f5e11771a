import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DraftForm,
  draftRequest,
  type NewTranslation,
  type StartResult,
  startRequest,
} from '../../server/lsp/protocol.ts';
import { rememberSource } from '../compare/compare.ts';
import { pickPage } from '../compare/pick-source.ts';
import { isPage } from '../selector.ts';
import { chooseTarget } from './target.ts';

/** “Start Translation”: makes the Chinese page of an English one as the project has the others, and opens both. */
export function registerStart(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  /** Asks with a bar of progress and a button that stops it; undefined when somebody has pressed it. */
  const ask = async <Answer>(title: string, request: string, params: object): Promise<Answer | undefined> => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    return vscode.window.withProgress(options, async (_, token) => {
      try {
        return await client.sendRequest<Answer>(request, params, token);
      } catch (error) {
        if (token.isCancellationRequested) return undefined;
        throw error;
      }
    });
  };
  const placeOf = (uri: vscode.Uri) =>
    ask<StartResult>(vscode.l10n.t('Looking where the translation belongs'), startRequest, { uri: uri.toString() });

  const start = async (page?: vscode.Uri | { readonly uri?: vscode.Uri }) => {
    const given = page instanceof vscode.Uri ? page : page?.uri;
    const active = vscode.window.activeTextEditor?.document;
    let english = given ?? (isPage(active) && !active!.isUntitled ? active!.uri : await pickEnglish());
    let place = english && (await placeOf(english));
    if (english && place?.reason === 'chinese' && !given) {
      english = await pickEnglish(vscode.workspace.asRelativePath(english));
      place = english && (await placeOf(english));
    }
    if (!english || !place) return undefined;
    if (place.reason) return tell(whyNot(place.reason, vscode.workspace.asRelativePath(english)));
    const target = await chooseTarget(english, place);
    if (!target) return undefined;
    if (target.toString() === place.existing) {
      await vscode.commands.executeCommand('yijiao.compare', target);
      vscode.window.setStatusBarMessage(vscode.l10n.t('The translation is there already.'), SHOWN);
      return target;
    }
    const form = vscode.workspace.getConfiguration('yijiao', english).get<DraftForm>('translationDraft', 'marked');
    const params = { uri: english.toString(), chinese: target.toString(), form };
    const draft = await ask<NewTranslation | null>(vscode.l10n.t('Preparing the translation'), draftRequest, params);
    if (draft === undefined) return undefined;
    if (!draft) return tell(whyNot('unreadable', vscode.workspace.asRelativePath(english)));
    if (!(await make(target, draft.text))) return undefined;
    void vscode.commands.executeCommand('setContext', 'yijiao.hasTranslations', true);
    if (!draft.leadsBack) await rememberSource(context, target, english);
    await vscode.commands.executeCommand('yijiao.compare', target);
    await vscode.commands.executeCommand('yijiao.nextUntranslated', target);
    if (draft.isUnnamed)
      tell(
        vscode.l10n.t(
          'The other pages name the revision of their source. This one cannot: git does not hold the source as it is. Commit it, then run Mark as Synced.',
        ),
      );
    return target;
  };
  context.subscriptions.push(vscode.commands.registerCommand('yijiao.startTranslation', start));
}

/** Milliseconds for which a word stands in the status bar. */
const SHOWN = 5000;

/** One edit makes the file and writes its text, which is not saved; undoing it takes the file away again. */
async function make(uri: vscode.Uri, text: string): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
  edit.insert(uri, new vscode.Position(0, 0), text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    const name = vscode.workspace.asRelativePath(uri);
    tell(vscode.l10n.t('{0} could not be made. Is the folder read-only?', name));
    return false;
  }
  await vscode.window.showTextDocument(uri, { preview: false });
  return true;
}

/** `translation`: the page in the editor, which is one already. */
async function pickEnglish(translation?: string): Promise<vscode.Uri | undefined> {
  const pages = await vscode.workspace.findFiles('**/*.{md,mdx,markdown}', '**/node_modules/**', MAX_CHOICES);
  const question = vscode.l10n.t('Which English page is to be translated?');
  const known = translation && vscode.l10n.t('{0} is a translation.', translation);
  return pickPage(pages, known ? `${known} ${question}` : question);
}

const MAX_CHOICES = 5000;

function whyNot(reason: NonNullable<StartResult['reason']>, name: string): string {
  switch (reason) {
    case 'chinese':
      return vscode.l10n.t('{0} is a Chinese page. Choose the English page that is to be translated.', name);
    case 'nothing':
      return vscode.l10n.t('{0} is empty: there is nothing to translate.', name);
    case 'unreadable':
      return vscode.l10n.t('{0} cannot be read as a Markdown page. Choose another file.', name);
  }
}

function tell(message: string): undefined {
  void vscode.window.showInformationMessage(message);
  return undefined;
}
