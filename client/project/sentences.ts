import * as vscode from 'vscode';

/** Sentences one behind the other, with what the language puts between them. */
export function sentences(...said: readonly (string | false)[]): string {
  return said.filter((one) => one !== false).reduce((before, one) => vscode.l10n.t('{0} {1}', before, one));
}
