import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checked, find, offered } from './page.ts';
import { CHINESE, closeAll, open } from './project.ts';
import { until } from './until.ts';

describe('the page of a rule', () => {
  afterEach(closeAll);

  it('opens rendered from the menu of quick fixes', async () => {
    const { document } = await open(CHINESE);
    const { command } = await offered(document, find(document, '为C'), 'Why this rule? (space-han-latin)');
    assert.equal(command?.command, 'yijiao.openRule');
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const isPreview = ({ input, label }: vscode.Tab) =>
      input instanceof vscode.TabInputWebview && label.includes('space-han-latin');
    await until('the preview', () => tabs().some(isPreview));
  });

  it('is what the link of a finding leads to, rendered and without a network', async () => {
    const { document } = await open(CHINESE);
    const [finding] = await checked(document);
    const { target } = finding!.code as { target: vscode.Uri };
    await vscode.commands.executeCommand('vscode.open', target);
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const page = await until('the page', () => tabs().find(({ input }) => input instanceof vscode.TabInputCustom));
    assert.equal((page!.input as vscode.TabInputCustom).viewType, 'vscode.markdown.preview.editor');
    const text = (await vscode.workspace.openTextDocument(target)).getText();
    assert.match(text, /## .*[\u4e00-\u9fff]/);
    assert.match(text, /### Why/);
  });
});
