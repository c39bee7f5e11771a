import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checked, find, offered } from './page.ts';
import { at, CHINESE, closeAll, ENGLISH, open } from './project.ts';
import { stays, until } from './until.ts';

describe('the page of a rule', () => {
  afterEach(closeAll);

  it('opens rendered from the menu of quick fixes', async () => {
    const editor = await open(CHINESE);
    const { document } = editor;
    const { command } = await offered(document, find(document, '为C'), 'Why this rule? (space-han-latin)');
    assert.equal(command?.command, 'yijiao.openRule');
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const page = await until('the page', () => rulePages()[0]);
    assert.equal(pathOf(page!), '/space-han-latin.md');
    assert.notEqual(page!.group.viewColumn, editor.viewColumn, 'it stands beside');
    assert.equal(vscode.window.activeTextEditor, editor, 'one goes on writing');
  });

  it('stays the page of that rule while one goes to other pages, until that of another rule takes its place', async () => {
    await open(CHINESE);
    await vscode.commands.executeCommand('yijiao.openRule', 'space-han-latin');
    await until('the page', () => rulePages()[0]);
    await vscode.window.showTextDocument(vscode.Uri.file(at(ENGLISH)), { viewColumn: vscode.ViewColumn.One });
    await stays('the page is that of the rule', () => rulePages().map(pathOf).join() === '/space-han-latin.md');
    await vscode.commands.executeCommand('yijiao.openRule', 'ellipsis-ascii');
    await until('the other page', () => rulePages().map(pathOf).join() === '/ellipsis-ascii.md');
  });

  it('is what the link of a finding leads to, rendered and without a network', async () => {
    const editor = await open(CHINESE);
    const [finding] = await checked(editor.document);
    const { target } = finding!.code as { target: vscode.Uri };
    await vscode.commands.executeCommand('vscode.open', target);
    const beside = () => rulePages().find(({ group }) => group.viewColumn !== editor.viewColumn);
    const page = await until('the page beside', beside);
    assert.equal((page!.input as vscode.TabInputCustom).viewType, 'vscode.markdown.preview.editor');
    await until('the text to be seen again', () =>
      vscode.window.visibleTextEditors.some(({ document }) => document === editor.document),
    );
    const text = (await vscode.workspace.openTextDocument(target)).getText();
    assert.match(text, /### Why[\s\S]*### 理由/, 'English first where VS Code speaks English');
  });
});

function rulePages(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter(({ input }) => input instanceof vscode.TabInputCustom && input.uri.scheme === 'yijiao-rule');
}

function pathOf({ input }: vscode.Tab): string {
  return (input as vscode.TabInputCustom).uri.path;
}
