import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CHINESE, closeAll, ENGLISH, uriOf } from './project.ts';
import { until } from './until.ts';

interface Choice extends vscode.QuickPickItem {
  readonly take: () => Promise<vscode.Uri | undefined>;
}

const extension = () => vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'yijiao')!;
// Only below the extension's folder is this the very `vscode` that the extension has.
const isTheSame = () => __dirname.startsWith(extension().extensionPath);

describe('the first minutes', () => {
  beforeEach(closeAll);
  afterEach(closeAll);

  it('begin with a walkthrough', async () => {
    await vscode.commands.executeCommand('yijiao.openWalkthrough');
    // It has no input that extensions know.
    const inputs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(({ input }) => input);
    await until('its tab', inputs, (all) => all.includes(undefined));
  });

  it('have pages to try things on, in which all is found again', async () => {
    await vscode.commands.executeCommand('yijiao.openSample');
    const editor = await until('the page', () => vscode.window.activeTextEditor!, Boolean);
    assert.match(editor.document.uri.path, /\/sample\/guide_CN\.md$/);
    const codes = () => vscode.languages.getDiagnostics(editor.document.uri).map(({ code }) => code);
    const isFound = (all: unknown[]) => all.some((code) => JSON.stringify(code).includes('missing-block'));
    await until('what is found', codes, isFound);
    await vscode.commands.executeCommand('yijiao.compare');
    await seen(2);
  });

  it('ask which translation to compare where no page is open', async function () {
    if (!isTheSame()) return this.skip();
    const offered = await takingFirst(() => vscode.commands.executeCommand('yijiao.compare'));
    assert.deepEqual([offered[0]?.label, offered[0]?.description], [CHINESE, `← ${ENGLISH}`]);
    assert.deepEqual(
      offered.slice(-2).map(({ label }) => label),
      ['Browse…', 'Try the Sample Pages'],
    );
    await seen(2);
  });

  it('open a translation that is chosen', async function () {
    if (!isTheSame()) return this.skip();
    await takingFirst(() => vscode.commands.executeCommand('yijiao.openTranslation'));
    await seen(1);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(CHINESE).toString());
  });
});

async function seen(editors: number): Promise<void> {
  await until(
    `${editors} editors`,
    () => vscode.window.visibleTextEditors.length,
    (count) => count === editors,
  );
}

/** Takes the first entry of the list that is shown meanwhile, and returns all of them. */
async function takingFirst(act: () => Thenable<unknown>): Promise<Choice[]> {
  const window = vscode.window as { showQuickPick: unknown };
  const { showQuickPick } = window;
  let offered: Choice[] = [];
  window.showQuickPick = async (items: Promise<Choice[]>) => {
    offered = await items;
    return offered[0];
  };
  try {
    await act();
  } finally {
    window.showQuickPick = showQuickPick;
  }
  return offered;
}
