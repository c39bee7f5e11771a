import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checked, findings, ruleOf } from './page.ts';
import { CHINESE, closeAll, open, SETTINGS, uriOf, whileOnDisk } from './project.ts';

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
});
