import * as vscode from 'vscode';

/** Pages that are checked, wherever they lie: on disk, unsaved, in a virtual workspace. */
export const selector = [
  'file',
  'untitled',
  'vscode-vfs',
  'vscode-remote',
  'vscode-userdata',
  'vscode-test-web',
].flatMap((scheme) => ['markdown', 'mdx'].map((language) => ({ scheme, language })));

export function isPage(document: vscode.TextDocument | undefined): boolean {
  return document !== undefined && vscode.languages.match(selector, document) > 0;
}
