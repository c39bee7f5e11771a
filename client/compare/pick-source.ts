import * as vscode from 'vscode';
import type { CompareResult } from '../../server/lsp/protocol.ts';

/** Explains why no source was found, and lets the user choose: a likely page, any page, or any file. */
export async function pickSource(uri: vscode.Uri, search: CompareResult): Promise<vscode.Uri | undefined> {
  const name = vscode.workspace.asRelativePath(uri);
  if (search.candidates.length > 0) {
    return pickPage(
      search.candidates.map((one) => vscode.Uri.parse(one)),
      vscode.l10n.t('Which is the source of {0}?', name),
    );
  }
  if (search.isSource) return pickTranslation(uri, name);
  const choose = vscode.l10n.t('Choose the Source…');
  const shown = search.tried.slice(0, MAX_NAMES).join(', ');
  const more = search.tried.length - MAX_NAMES;
  const details = vscode.l10n.t('Looked for: {0}', more > 0 ? vscode.l10n.t('{0} and {1} more', shown, more) : shown);
  const message = vscode.l10n.t('No English source of {0} was found.', name);
  const answer = await vscode.window.showWarningMessage(
    search.tried.length > 0 ? `${message} ${details}` : message,
    choose,
  );
  if (answer !== choose) return undefined;
  return pickPage(await otherPages(uri), vscode.l10n.t('Choose the English source of {0}', name));
}

// An English page: its translation lies elsewhere, or there is none yet.
async function pickTranslation(uri: vscode.Uri, name: string): Promise<vscode.Uri | undefined> {
  const start = vscode.l10n.t('Start Translation');
  const choose = vscode.l10n.t('Choose the Translation…');
  const message = vscode.l10n.t('No translation of {0} was found.', name);
  const answer = await vscode.window.showInformationMessage(message, start, choose);
  if (answer === start) await vscode.commands.executeCommand('yijiao.startTranslation', uri);
  if (answer !== choose) return undefined;
  return pickPage(await otherPages(uri), vscode.l10n.t('Choose the translation of {0}', name), 'translation');
}

async function otherPages(uri: vscode.Uri): Promise<vscode.Uri[]> {
  const pages = await vscode.workspace.findFiles('**/*.{md,mdx,markdown}', '**/node_modules/**', MAX_CHOICES);
  return pages.filter((page) => page.toString() !== uri.toString());
}

const MAX_CHOICES = 5000;
const MAX_NAMES = 3;

/** Lets a person choose a page; those that are wanted, by their names, come first. */
export async function pickPage(
  pages: readonly vscode.Uri[],
  placeHolder: string,
  wanted: 'source' | 'translation' = 'source',
): Promise<vscode.Uri | undefined> {
  const browse = { label: vscode.l10n.t('Browse…'), uri: undefined };
  const items = pages.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  // Pages that look like translations are hardly the source.
  const isTranslation = (label: string) => /(?:^|[\W_])(?:zh|cn|chs|cht)(?:[\W_]|$)/i.test(label);
  const place = (label: string) => `${isTranslation(label) === (wanted === 'translation') ? 0 : 1}${label}`;
  items.sort((a, b) => (place(a.label) < place(b.label) ? -1 : 1));
  const chosen = await vscode.window.showQuickPick([...items, browse], { placeHolder });
  if (!chosen || chosen.uri) return chosen?.uri;
  const [file] = (await vscode.window.showOpenDialog({ filters: { Markdown: ['md', 'mdx', 'markdown'] } })) ?? [];
  return file;
}
