import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checked, findings, hoverAt, marks, ruleOf } from './page.ts';
import { CHINESE, closeAll, open, SETTINGS, uriOf } from './project.ts';
import { until } from './until.ts';

describe('the style of the project', () => {
  afterEach(closeAll);

  const settings = () => vscode.workspace.openTextDocument(uriOf(SETTINGS));

  it('is settled at one point, and one undo takes it back', async () => {
    const { document } = await open(CHINESE);
    await checked(document);
    const value = {
      kind: 'value',
      of: { uri: document.uri.toString() },
      point: { id: 'hanLatin' },
      value: { value: 'none' },
    };
    await vscode.commands.executeCommand('yijiao.settleStyle', value);
    const file = await settings();
    await until(
      'the point in the settings',
      () => file.getText(),
      (text) => /"style": \{\s*"hanLatin": "none"/.test(text),
    );
    assert.match(file.getText(), /\/\/ The terms/, 'comments stay');
    assert.ok(file.isDirty, 'nothing is saved unasked');
    await until('blanks to be reported', () => marks(document, '为CLIP').length === 0);
    await vscode.window.showTextDocument(file);
    await vscode.commands.executeCommand('undo');
    await until('missing blanks to be reported', () => marks(document, '为CLIP').length === 1);
    assert.ok(!file.getText().includes('hanLatin'));
  });

  it('gives a rule another level from a list', async () => {
    const { document } = await open(CHINESE);
    await checked(document);
    const rule = { kind: 'rule', of: { uri: document.uri.toString() }, rule: { id: 'space-han-latin' } };
    const configuring = vscode.commands.executeCommand('yijiao.configureRule', rule);
    const file = await settings();
    await until('the level in the settings', async () => {
      // The first in the list; before it is there nothing is chosen.
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return /"space-han-latin": "error"/.test(file.getText());
    });
    await configuring;
    await findings(document.uri, 'errors', (all) =>
      all.some((one) => ruleOf(one) === 'space-han-latin' && one.severity === vscode.DiagnosticSeverity.Error),
    );
  });

  it('is not written over a settings file that is there', async () => {
    await open(CHINESE);
    const before = (await settings()).getText();
    await vscode.commands.executeCommand('yijiao.writeSettings');
    const file = await settings();
    assert.deepEqual([file.getText(), file.isDirty], [before, false]);
  });

  it('is told at a finding, with counts and a way to settle it', async () => {
    const { document } = await open(CHINESE);
    await checked(document);
    const at = document.positionAt(document.getText().indexOf('为CLIP') + 1);
    const hover = await hoverAt(document, at, 'places in');
    assert.match(hover.value, /command:yijiao\.settleStyle/);
    assert.ok(typeof hover.isTrusted === 'object' && hover.isTrusted.enabledCommands.includes('yijiao.settleStyle'));
  });

  it('is looked at without an error when its view is opened', async () => {
    await open(CHINESE);
    await vscode.commands.executeCommand('yijiao.showStyle');
    await vscode.commands.executeCommand('yijiao.refreshStyle');
  });
});
