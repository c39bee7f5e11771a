import * as vscode from 'vscode';

/** Where pages lie: on disk, not saved yet, in a virtual workspace; a folder of the workspace may be of a scheme that nobody knows here. */
const schemes = new Set([
  ...['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-userdata', 'vscode-test-web'],
  // The cells of a notebook are pages.
  'vscode-notebook-cell',
  ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
]);

/** Pages that are checked. */
export const selector = [...schemes].flatMap((scheme) => ['markdown', 'mdx'].map((language) => ({ scheme, language })));

/** Settings files, which hold as they stand in the editor. */
export const settingsSelector = [...schemes].map((scheme) => ({ scheme, pattern: '**/.yijiao.jsonc' }));

export function isPage(document: vscode.TextDocument | undefined): boolean {
  return document !== undefined && vscode.languages.match(selector, document) > 0;
}
