import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apply, find, findings, offered, ruleOf } from './page.ts';
import { closeAll } from './project.ts';
import { until } from './until.ts';

const { Markup } = vscode.NotebookCellKind;

describe('a notebook', () => {
  afterEach(closeAll);

  it('has its Markdown cells checked and fixed, and its code left alone', async () => {
    const cells = [
      new vscode.NotebookCellData(Markup, '使用CLIP模型。', 'markdown'),
      new vscode.NotebookCellData(vscode.NotebookCellKind.Code, '# 使用CLIP模型', 'python'),
      new vscode.NotebookCellData(Markup, '这一段没有问题。', 'markdown'),
    ];
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData(cells));
    await vscode.window.showNotebookDocument(notebook);
    const [first, code, last] = notebook.getCells().map(({ document }) => document);
    const found = await findings(first!.uri, 'findings in the first cell', (all) => all.length === 2);
    assert.deepEqual(found.map(ruleOf), ['space-han-latin', 'space-han-latin']);
    // Only a cell that is being edited has a model for its actions.
    await vscode.commands.executeCommand('notebook.cell.edit');
    await apply(await offered(first!, find(first!, '用C'), 'Add a space'));
    await until('the cell to be mended', () => first!.getText() === '使用 CLIP模型。');
    for (const other of [code!, last!]) assert.deepEqual(vscode.languages.getDiagnostics(other.uri), []);
  });
});
