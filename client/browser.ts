import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './extension.ts';

// The types of Node, which the rest of the client is checked against, know no Worker of the web.
declare const Worker: new (url: string) => ConstructorParameters<typeof LanguageClient>[2] & object;

/** VS Code in a browser: the server is a web worker. */
export function activate(context: vscode.ExtensionContext) {
  const url = (file: string) => vscode.Uri.joinPath(context.extensionUri, 'dist', file).toString(true);
  const worker = new Worker(url('server.browser.js'));
  return activateWith(
    context,
    (options) => new LanguageClient('yijiao', 'Yijiao', worker, options),
    url('segmenter.browser.js'),
  );
}
