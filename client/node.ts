import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './extension.ts';

/** Desktop and remote VS Code: the server is a child process. */
export function activate(context: vscode.ExtensionContext) {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const run = { module, transport: TransportKind.ipc };
  return activateWith(context, (options) => new LanguageClient('yijiao', 'Yijiao', { run, debug: run }, options));
}
