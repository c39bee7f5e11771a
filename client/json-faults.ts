import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { INVALID_JSON } from '../server/lsp/protocol.ts';

type Handle = NonNullable<Middleware['handleDiagnostics']>;
type Show = Parameters<Handle>[2];

/** What VS Code says itself of the JSON that is open in it is not listed a second time. */
export function createJsonFaults(): vscode.Disposable & { readonly handleDiagnostics: Handle } {
  const held = new Map<string, { readonly all: vscode.Diagnostic[]; readonly show: Show }>();
  const show = (uri: vscode.Uri, document: vscode.TextDocument | undefined) => {
    const told = held.get(uri.toString());
    if (told) told.show(uri, document && isChecked(document) ? told.all.filter((one) => !isOfJson(one)) : told.all);
  };
  const listeners = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => show(document.uri, document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => show(uri, undefined)),
  );
  return {
    handleDiagnostics(uri, diagnostics, next) {
      if (!diagnostics.some(isOfJson)) {
        held.delete(uri.toString());
        return next(uri, diagnostics);
      }
      held.set(uri.toString(), { all: diagnostics, show: next });
      show(uri, openDocument(uri));
    },
    dispose: () => listeners.dispose(),
  };
}

function isOfJson({ code }: vscode.Diagnostic): boolean {
  return code === INVALID_JSON;
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

function isChecked({ languageId, uri }: vscode.TextDocument): boolean {
  if (languageId !== 'json' && languageId !== 'jsonc') return false;
  // Whoever has switched VS Code's own word off hears ours.
  return (
    vscode.workspace.getConfiguration('json', uri).get('validate.enable', true) &&
    vscode.extensions.getExtension('vscode.json-language-features') !== undefined
  );
}
