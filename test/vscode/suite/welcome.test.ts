import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CHINESE, closeAll, ENGLISH } from './project.ts';
import { until } from './until.ts';

interface Choice extends vscode.QuickPickItem {
  readonly take: () => Promise<vscode.Uri | undefined>;
}

describe('the first minutes', () => {
  afterEach(closeAll);

  it('have pages to try things on, in which all is found again', async () => {
    await vscode.commands.executeCommand('yijiao.openSample');
    const editor = await until('the page', () => vscode.window.activeTextEditor!, Boolean);
    assert.match(editor.document.uri.path, /\/sample\/guide_CN\.md$/);
    const codes = () => vscode.languages.getDiagnostics(editor.document.uri).map(({ code }) => code);
    const isFound = (all: unknown[]) => all.some((code) => JSON.stringify(code).includes('missing-block'));
    await until('what is found', codes, isFound);
    await vscode.commands.executeCommand('yijiao.compare');
    await until(
      'the English',
      () => vscode.window.visibleTextEditors.length,
      (count) => count === 2,
    );
  });

  it('ask which translation to compare where no page is open', async function () {
    const extension = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'yijiao')!;
    // Only below the extension's folder is this the very `vscode` that the extension has.
    if (!__dirname.startsWith(extension.extensionPath)) return this.skip();
    await closeAll();
    const { showQuickPick } = vscode.window;
    let offered: Choice[] = [];
    (vscode.window as { showQuickPick: unknown }).showQuickPick = async (items: Promise<Choice[]>) => {
      offered = await items;
      return offered[0];
    };
    try {
      await vscode.commands.executeCommand('yijiao.compare');
    } finally {
      (vscode.window as { showQuickPick: unknown }).showQuickPick = showQuickPick;
    }
    assert.deepEqual([offered[0]?.label, offered[0]?.description], [CHINESE, `← ${ENGLISH}`]);
    assert.deepEqual(
      offered.slice(-2).map(({ label }) => label),
      ['Browse…', 'Try the Sample Pages'],
    );
    await until(
      'both pages',
      () => vscode.window.visibleTextEditors.length,
      (count) => count === 2,
    );
  });
});
