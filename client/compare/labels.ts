import * as vscode from 'vscode';
import type { ComparedPair } from '../../server/lsp/protocol.ts';
import type { Side } from './lock.ts';
import { labelsOn } from './told.ts';

/** Words behind the blocks that differ. As hints of the editor they wrap with their line, where decorations would be cut. */
export function createLabels(
  sideOf: (document: vscode.TextDocument) => Side | undefined,
  pairs: () => readonly ComparedPair[],
): vscode.Disposable & { changed(): void } {
  const changes = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changes.event,
    provideInlayHints(document, range) {
      const side = sideOf(document);
      if (!side) return [];
      const labels = labelsOn(pairs(), side).filter(({ line }) => range.start.line <= line && line <= range.end.line);
      return labels.flatMap(({ line, text }) => {
        if (line >= document.lineCount) return [];
        const hint = new vscode.InlayHint(document.lineAt(line).range.end, `← ${text}`);
        hint.paddingLeft = true;
        return [hint];
      });
    },
  };
  const registered = vscode.languages.registerInlayHintsProvider(
    [{ language: 'markdown' }, { language: 'mdx' }],
    provider,
  );
  return {
    changed: () => changes.fire(),
    dispose: () => vscode.Disposable.from(registered, changes).dispose(),
  };
}
