import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is present in a workbench with a folder', () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
    const extension = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'yijiao');
    assert.ok(extension, 'the extension under development is not loaded');
  });
});
