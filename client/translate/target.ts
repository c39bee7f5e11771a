import * as vscode from 'vscode';
import type { StartResult } from '../../server/lsp/protocol.ts';

/** Where a new translation is to lie, or the one that is there: a person is asked where the project does not tell. */
export async function chooseTarget(english: vscode.Uri, place: StartResult): Promise<vscode.Uri | undefined> {
  const proposals = place.proposals.map((uri) => vscode.Uri.parse(uri));
  const [first] = proposals;
  const existing = place.existing ? vscode.Uri.parse(place.existing) : undefined;
  if (existing && !first) return existing;
  if (first && place.isCertain) return first;
  if (!existing && proposals.length < 2) return typePath(english, first);
  const other = { label: vscode.l10n.t('Another path…'), uri: undefined, description: '' };
  const items = [
    ...(existing
      ? [{ label: vscode.workspace.asRelativePath(existing), uri: existing, description: vscode.l10n.t('is there') }]
      : []),
    ...proposals.map((uri) => ({
      label: vscode.workspace.asRelativePath(uri),
      uri,
      description: vscode.l10n.t('new'),
    })),
    other,
  ];
  const placeHolder = vscode.l10n.t(
    'Where should the translation of {0} be?',
    vscode.workspace.asRelativePath(english),
  );
  const chosen = await vscode.window.showQuickPick(items, { placeHolder });
  return chosen === other ? typePath(english, first) : chosen?.uri;
}

async function typePath(english: vscode.Uri, proposal: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(proposal ?? english)?.uri ?? vscode.Uri.joinPath(english, '..');
  const value = proposal ? proposal.path.slice(folder.path.replace(/\/$/, '').length + 1) : '';
  const uriOf = (path: string) => vscode.Uri.joinPath(folder, path.trim().replaceAll('\\', '/'));
  const nameAt = value.lastIndexOf('/') + 1;
  const path = await vscode.window.showInputBox({
    title: vscode.l10n.t('Where should the translation of {0} be?', vscode.workspace.asRelativePath(english)),
    prompt: vscode.l10n.t('The path of the new page, from the folder {0}', folder.path.split('/').at(-1) ?? ''),
    value,
    valueSelection: [0, nameAt > 0 ? nameAt - 1 : value.length],
    ignoreFocusOut: true,
    validateInput: async (typed) => {
      if (!/[^/\\]\.(?:md|mdx|markdown)\s*$/i.test(typed))
        return vscode.l10n.t('The name of the page ends with .md, .mdx or .markdown.');
      const uri = uriOf(typed);
      if (!uri.path.startsWith(`${folder.path.replace(/\/$/, '')}/`))
        return vscode.l10n.t('The page is to lie inside of the folder.');
      return (await exists(uri)) ? vscode.l10n.t('There is such a file already.') : undefined;
    },
  });
  return path === undefined ? undefined : uriOf(path);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
