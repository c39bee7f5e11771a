import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { find, offered } from './page.ts';
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
    const preview = await until('a preview', () => tabs().find(({ input }) => input instanceof vscode.TabInputWebview));
    assert.match(preview!.label, /space-han-latin/);
  });
});
