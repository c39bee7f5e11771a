import * as vscode from 'vscode';
import { isPage } from './selector.ts';

let last: vscode.TextDocument | undefined;

/** Follows in which page a person is: a walkthrough or a view may have the keyboard when a command about that page is run. */
export function followPages(context: vscode.ExtensionContext): void {
  const follow = (editor: vscode.TextEditor | undefined) => {
    if (editor && isPage(editor.document)) last = editor.document;
  };
  follow(vscode.window.activeTextEditor);
  context.subscriptions.push(vscode.window.onDidChangeActiveTextEditor(follow));
}

/** The page with the cursor; else one that can be seen, first of all the one where the cursor was last. */
export function pageAtHand(): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active && isPage(active.document)) return active;
  const seen = vscode.window.visibleTextEditors.filter(({ document }) => isPage(document));
  return seen.find(({ document }) => document === last) ?? seen[0];
}
