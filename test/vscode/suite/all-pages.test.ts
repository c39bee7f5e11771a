import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, checked, find, findings, ruleOf } from './page.ts';
import { CHINESE, closeAll, open, uriOf } from './project.ts';
import { stays, until } from './until.ts';

describe('all pages', () => {
  const page = uriOf(CHINESE);
  // No test has opened it: VS Code keeps what an extension has opened for minutes.
  const other = uriOf('pages/other_CN.md');
  const isOpen = () => vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === other.toString());
  const count = (of: vscode.Uri, wanted: number) =>
    findings(of, `${wanted} findings in ${of.path}`, (all) => all.length === wanted);

  before(async () => {
    await closeAll();
    const text = '# 标题\n\n这是一个中文页面。\n\n用API调用。\n';
    await vscode.workspace.fs.writeFile(other, new TextEncoder().encode(text));
  });
  after(() => vscode.workspace.fs.delete(uriOf('pages'), { recursive: true }));
  afterEach(async () => {
    await vscode.commands.executeCommand('yijiao.resume');
    await vscode.commands.executeCommand('yijiao.clearProjectFindings');
    await closeAll();
  });

  it('are checked without being opened, and cleared', async () => {
    await vscode.commands.executeCommand('yijiao.checkAllPages');
    const found = await count(other, 2);
    assert.ok(!isOpen());
    assert.ok(found.every((one) => ruleOf(one) === 'space-han-latin'));
    await vscode.commands.executeCommand('yijiao.clearProjectFindings');
    await count(other, 0);
  });

  it('can be those of one folder', async () => {
    await vscode.commands.executeCommand('yijiao.checkAllPages', uriOf('unit3'));
    assert.deepEqual(vscode.languages.getDiagnostics(other), []);
    await vscode.commands.executeCommand('yijiao.checkAllPages', uriOf('pages'));
    await count(other, 2);
  });

  it('keep their findings when they are opened and closed again', async () => {
    await vscode.commands.executeCommand('yijiao.checkAllPages');
    await vscode.commands.executeCommand('vscode.open', other);
    await until('the page to be open', isOpen);
    await count(other, 2);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('the page to be closed', () => !isOpen());
    await stays('the findings are there', () => vscode.languages.getDiagnostics(other).length === 2);
  });

  it('are fixed when the preview is applied, and not saved', async () => {
    const fixing = vscode.commands.executeCommand('yijiao.fixProject');
    const text = () => vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === page.toString());
    await until('the page to be mended', async () => {
      await vscode.commands.executeCommand('refactorPreview.apply');
      return text()?.getText().includes('名为 CLIP 的预训练 transformer 模型');
    });
    await fixing;
    assert.ok(text()!.getText().includes('需要 16 倍'));
    assert.ok(text()!.isDirty);
  });

  it('are mended one by one from the lightbulb, which says what it did', async () => {
    const { document } = await open(CHINESE);
    await checked(document);
    const title = /^Fix everything that is safe in this page \(\d+\)$/;
    const actions = await until(
      'the action for the page',
      () => actionsAt(document, find(document, '为C')),
      (all) => all.some((action) => title.test(action.title)),
    );
    const action = actions.find((one) => title.test(one.title))!;
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    assert.ok(document.getText().includes('需要 16 倍'));
    assert.equal(action.command!.command, 'yijiao.tellMended');
    const [told] = action.command!.arguments as [{ mended: number; left: number }];
    assert.ok(told.mended > 30 && told.left > 0);
    await vscode.commands.executeCommand(action.command!.command, told);
  });

  it('are left alone during a pause, also behind a restart of the server', async () => {
    const { document } = await open(CHINESE);
    await checked(document);
    await vscode.commands.executeCommand('yijiao.pause');
    await count(page, 0);
    await vscode.commands.executeCommand('yijiao.restartServer');
    const before = await actionsAt(document, find(document, '为C'));
    assert.deepEqual(
      before.filter(({ title }) => title === 'Add a space'),
      [],
    );
    assert.deepEqual(vscode.languages.getDiagnostics(page), []);
    await vscode.commands.executeCommand('yijiao.resume');
    await checked(document);
  });
});
