import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { at, closeAll, open } from './project.ts';
import { until } from './until.ts';

const LONELY = 'markdown/lonely_CN.md';

describe('a page without a source', () => {
  before(() => writeFile(at(LONELY), '# 没有原文的一页\n'));
  after(() => rm(at(LONELY)));
  afterEach(closeAll);

  it('is told so, with what was looked for', async function () {
    const extension = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'yijiao')!;
    // Only below the extension's folder is this the very `vscode` that the extension has.
    if (!__dirname.startsWith(extension.extensionPath)) return this.skip();
    const { showWarningMessage } = vscode.window;
    const heard: string[] = [];
    vscode.window.showWarningMessage = async (message: string, ...items: unknown[]) => {
      heard.push([message, ...items].join('|'));
      return undefined;
    };
    try {
      await open(LONELY);
      await vscode.commands.executeCommand('yijiao.compare');
      await until('the warning', () => heard.length > 0);
    } finally {
      vscode.window.showWarningMessage = showWarningMessage;
    }
    assert.equal(heard.length, 1);
    assert.match(heard[0]!, /No English source of markdown\/lonely_CN\.md was found\. Looked for: .*lonely\.md/);
    assert.match(heard[0]!, /\|Choose the Source…$/);
    assert.equal(vscode.window.visibleTextEditors.length, 1);
  });
});
