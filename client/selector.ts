import * as vscode from 'vscode';

/**
 * Where pages can be: on disk, unsaved, or in a virtual workspace. Workspace folders may have
 * schemes that are not known here.
 */
const schemes = new Set([
  ...['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-userdata', 'vscode-test-web'],
  // The cells of a notebook are pages.
  'vscode-notebook-cell',
  ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
]);

/** Pages to check. */
export const selector = [...schemes].flatMap((scheme) => ['markdown', 'mdx'].map((language) => ({ scheme, language })));

/** Settings files and glossaries of our own, which hold as they stand in the editor, with their faults. */
export const settingsSelector = [...schemes].flatMap((scheme) =>
  ['**/.yijiao.jsonc', '**/*.yijiao.{json,yml,yaml}'].map((pattern) => ({ scheme, pattern })),
);

export function isPage(document: vscode.TextDocument | undefined): boolean {
  return document !== undefined && vscode.languages.match(selector, document) > 0;
}
