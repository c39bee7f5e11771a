import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apply, ask, checked, find, findings, hoverAt, marks, offered, ruleOf } from './page.ts';
import { CHINESE, closeAll, open, SETTINGS, uriOf, whileOnDisk } from './project.ts';
import { until } from './until.ts';

describe('the settings file', () => {
  afterEach(closeAll);

  it('says once, on its line, what is wrong in it', async () => {
    const page = await open(CHINESE);
    await checked(page.document);
    const wrong = '{\n  "glossary": ["glossary.csv"],\n  "rules": { "space-han-latin": "loud" }\n}\n';
    await whileOnDisk(SETTINGS, wrong, async () => {
      const [fault, ...more] = await findings(uriOf(SETTINGS), 'a fault', (all) => all.length > 0);
      assert.deepEqual(more, []);
      assert.equal(fault!.range.start.line, 2);
      assert.equal(fault!.severity, vscode.DiagnosticSeverity.Error);
      assert.match(fault!.message, /loud|space-han-latin/);
    });
    await findings(uriOf(SETTINGS), 'no fault', (all) => all.length === 0);
  });

  it('holds as it stands in the editor, saved or not', async () => {
    const page = await open(CHINESE);
    await checked(page.document);
    const settings = await open(SETTINGS);
    const off = ',\n  "rules": { "space-han-latin": "off" }';
    const place = settings.document.positionAt(settings.document.getText().lastIndexOf(']') + 1);
    await settings.edit((edit) => edit.insert(place, off));
    await findings(
      page.document.uri,
      'the rule to be silent',
      (all) => all.length > 0 && all.every((one) => ruleOf(one) !== 'space-han-latin'),
    );
  });

  it('takes a word from a quick fix, and one undo takes it back', async () => {
    const page = await open(CHINESE);
    await checked(page.document);
    const action = await offered(
      page.document,
      find(page.document, '为C'),
      'Add “名为CLIP” to the words of the project',
    );
    await apply(action);
    const settings = await vscode.workspace.openTextDocument(uriOf(SETTINGS));
    assert.match(settings.getText(), /"words": \[\s*"名为CLIP"\s*\]/);
    assert.match(settings.getText(), /\/\/ The terms/, 'comments stay');
    await until('the finding to leave', () => marks(page.document, '为CLIP').length === 0);
    await vscode.window.showTextDocument(settings);
    await vscode.commands.executeCommand('undo');
    await until('the finding to be back', () => marks(page.document, '为CLIP').length === 1);
  });

  it('is completed and explained while it is written', async () => {
    const text = '{\n  "rules": { "dash-spacing": "off" },\n  "style": { "quotes": "" }\n}\n';
    await whileOnDisk(SETTINGS, text, async () => {
      const { document } = await open(SETTINGS);
      await until('the text on disk', () => document.getText() === text);
      const labels = async (before: string) => {
        const { items } = await ask<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          find(document, before).end,
        );
        return items.map(({ label }) => (typeof label === 'string' ? label : label.label).replaceAll('"', ''));
      };
      await until(
        'the rules',
        () => labels('"rules": { '),
        (all) => all.includes('space-han-latin'),
      );
      await until(
        'the values',
        () => labels('"quotes": "'),
        (all) => all.includes('corner') && all.includes('mixed'),
      );
      const hover = await hoverAt(document, find(document, 'dash-spacing').start, '破折号');
      assert.match(hover.value, /dash/i);
    });
  });
});
