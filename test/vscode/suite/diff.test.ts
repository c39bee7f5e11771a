import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checked } from './page.ts';
import { CHINESE, closeAll, open, uriOf } from './project.ts';

const EARLIER = 'earlier';

describe('a diff editor', () => {
  afterEach(closeAll);

  it('has its working side checked, and the other side left in peace', async () => {
    const { document } = await open(CHINESE);
    const text = document.getText();
    await closeAll();
    const earlier = vscode.Uri.from({ scheme: EARLIER, path: uriOf(CHINESE).path });
    const provider = vscode.workspace.registerTextDocumentContentProvider(EARLIER, {
      provideTextDocumentContent: () => text.replace('CLIP', 'CLIPS'),
    });
    try {
      await vscode.commands.executeCommand('vscode.diff', earlier, uriOf(CHINESE), 'a page and what it was');
      const working = await vscode.workspace.openTextDocument(uriOf(CHINESE));
      await checked(working);
      const [left] = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === EARLIER);
      assert.equal(left?.languageId, 'markdown');
      assert.deepEqual(vscode.languages.getDiagnostics(left!.uri), []);
    } finally {
      provider.dispose();
    }
  });
});
