import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { apply, checked, find, findings, lineOf, marks, offered, ruleOf } from './page.ts';
import { at, CHINESE, closeAll, keeping, open } from './project.ts';
import { until } from './until.ts';

const RULE = 'Space between Chinese and Latin letters';

describe('fixes', () => {
  let document: vscode.TextDocument;

  beforeEach(async () => {
    ({ document } = await open(CHINESE));
    await checked(document);
  });
  afterEach(closeAll);

  it('mend one place', async () => {
    const action = await offered(document, find(document, '为C'), 'Add a space');
    assert.equal(action.isPreferred, true);
    await apply(action);
    assert.ok(document.getText().includes('名为 CLIP的预训练transformer模型'));
    await until('the finding to leave', () => marks(document, '为 CLIP').length === 0);
  });

  it('mend one rule in the whole page', async () => {
    const others = (await checked(document)).filter((one) => ruleOf(one) !== 'space-han-latin').length;
    await apply(await offered(document, find(document, '为C'), `Fix all “${RULE}” in this file`));
    assert.ok(document.getText().includes('名为 CLIP 的预训练 transformer 模型'));
    assert.ok(document.getText().includes('需要16倍'), 'another rule was applied');
    const left = await findings(document.uri, 'the other findings only', (all) => all.length === others);
    assert.deepEqual(
      left.filter((one) => ruleOf(one) === 'space-han-latin'),
      [],
    );
  });

  it('can be declined for the next line', async () => {
    await apply(
      await offered(
        document,
        find(document, '为C'),
        'Disable space-han-latin for this line (writes a comment above it)',
      ),
    );
    const line = lineOf(document, '名为CLIP的');
    assert.equal(document.lineAt(line - 1).text, '<!-- yijiao-disable-next-line space-han-latin -->');
    const text = document.lineAt(line).text;
    const rules = () => [...new Set(marks(document, text).map((mark) => mark.split(':')[0]))].sort();
    await until(
      'the other rules only',
      () => rules().join(),
      (now) => now.includes('space-han-digit') && !now.includes('space-han-latin'),
    );
  });

  it('mend everything at once, and one undo takes it back', async () => {
    const before = document.getText();
    await vscode.commands.executeCommand('yijiao.fixAll');
    await until('the page to be mended', () => document.getText().includes('名为 CLIP 的预训练 transformer 模型'));
    assert.ok(document.getText().includes('需要 16 倍'));
    await vscode.commands.executeCommand('undo');
    await until('the text to be back', () => document.getText() === before);
    await vscode.commands.executeCommand('redo');
    await until('the page to be mended again', () => document.getText().includes('需要 16 倍'));
  });

  it('mend on save where the settings say so', async () => {
    const settings = vscode.workspace.getConfiguration('editor', document.uri);
    const set = (value: unknown) => settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Global);
    await keeping(CHINESE, async () => {
      await set({ 'source.fixAll.yijiao': 'explicit' });
      try {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(3, 0), '\n用A模型。\n');
        await vscode.workspace.applyEdit(edit);
        assert.ok(await document.save());
        assert.ok(!document.isDirty);
        const saved = readFileSync(at(CHINESE), 'utf8');
        assert.ok(saved.includes('\n用 A 模型。\n') && saved.includes('名为 CLIP 的预训练 transformer 模型'));
      } finally {
        await set(undefined);
      }
    });
  });
});
