import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type TranslationsParams, type TranslationsResult, translationsRequest } from '../../server/lsp/protocol.ts';

/** The translations of all folders whose names lead to their sources; cheap, but no more than `limit` of a folder. */
export async function listTranslations(
  client: BaseLanguageClient,
  limit: number,
): Promise<{ pages: TranslationsResult['pages'][number][]; isMore: boolean }> {
  const ask = ({ uri }: vscode.WorkspaceFolder) =>
    client.sendRequest<TranslationsResult>(translationsRequest, {
      folder: client.code2ProtocolConverter.asUri(uri),
      limit,
    } satisfies TranslationsParams);
  const results = await Promise.all((vscode.workspace.workspaceFolders ?? []).map(ask));
  return { pages: results.flatMap(({ pages }) => pages), isMore: results.some(({ isMore }) => isMore) };
}

/** Lets a person choose a translation: one of the workspace, one of the sample, or any file. */
export async function pickTranslation(
  client: BaseLanguageClient,
  openSample: () => Promise<vscode.Uri>,
): Promise<vscode.Uri | undefined> {
  const browse = async () => {
    const filters = { Markdown: ['md', 'mdx', 'markdown'] };
    const [file] =
      (await vscode.window.showOpenDialog({ filters, title: vscode.l10n.t('Choose a Translation') })) ?? [];
    return file;
  };
  const items = async (): Promise<Item[]> => {
    const { pages, isMore } = await listTranslations(client, MAX_CHOICES);
    const name = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
    const known = pages
      .map(({ chinese, english }) => ({
        label: name(chinese),
        description: `← ${name(english)}`,
        take: async () => vscode.Uri.parse(chinese),
      }))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
    const none = vscode.l10n.t('No translation was found in this workspace.');
    const more = isMore ? vscode.l10n.t('There are more than {0} translations.', MAX_CHOICES) : '';
    return [
      ...known,
      { label: vscode.l10n.t('Browse…'), description: more, take: browse },
      {
        label: vscode.l10n.t('Try the Sample Pages'),
        description: known.length === 0 ? none : '',
        take: openSample,
      },
    ];
  };
  const placeHolder = vscode.l10n.t('Which translation?');
  const chosen = await vscode.window.showQuickPick(items(), { placeHolder, matchOnDescription: true });
  return chosen?.take();
}

interface Item extends vscode.QuickPickItem {
  readonly take: () => Promise<vscode.Uri | undefined>;
}

const MAX_CHOICES = 2000;
