import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checked, find, findings, marks, ruleOf } from './page.ts';
import { CHINESE, closeAll, ENGLISH, open } from './project.ts';

const SEED = '为CLIP的预训练transformer模型';

describe('the findings of a page', () => {
  afterEach(closeAll);

  it('mark what is wrong, say the rule and lead to its page', async () => {
    const { document } = await open(CHINESE);
    const all = await checked(document);
    const { start } = find(document, SEED);
    const diagnostic = all.find((one) => one.range.start.isEqual(start));
    assert.ok(diagnostic, 'nothing is marked at the beginning of the seed');
    assert.equal(document.getText(diagnostic.range), '为C');
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Warning);
    const code = diagnostic.code as { value: string; target: vscode.Uri };
    assert.equal(code.value, 'space-han-latin');
    assert.equal(code.target.toString(), 'yijiao-rule:/space-han-latin.md');
  });

  it('mark the seed where it is wrong and nowhere else', async () => {
    const { document } = await open(CHINESE);
    await checked(document);
    assert.deepEqual(marks(document, SEED), [
      'space-han-latin: 为C',
      'space-han-latin: P的',
      'space-han-latin: 练t',
      'space-han-latin: r模',
    ]);
  });

  it('follow typing', async () => {
    const editor = await open(CHINESE);
    const { document } = editor;
    const before = (await checked(document)).length;
    const place = find(document, 'CLIP的预训练').start;
    await editor.edit((edit) => edit.insert(place, ' '));
    await findings(document.uri, 'one finding less', (all) => all.length === before - 1);
    await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), '\n用A模型\n'));
    // Two blanks are missing, and the source has no such paragraph.
    const later = await findings(document.uri, 'three findings more', (all) => all.length === before + 2);
    assert.ok(later.every((one) => ruleOf(one) !== ''));
    assert.deepEqual(marks(document, '用A模型'), [
      'space-han-latin: 用A',
      'extra-block: 用A模型',
      'space-han-latin: A模',
    ]);
  });

  it('are shown for a document that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '名为CLIP的模型\n' });
    await vscode.window.showTextDocument(document);
    await findings(document.uri, 'two findings', (all) => all.length === 2);
    assert.deepEqual(marks(document, '名为CLIP的模型'), ['space-han-latin: 为C', 'space-han-latin: P的']);
  });

  it('of a page with more than an editor keeps are those on the lines that are seen', async () => {
    const content = '名为CLIP的模型\n\n'.repeat(1500);
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    const editor = await vscode.window.showTextDocument(document);
    const shows = (line: number) => (all: readonly vscode.Diagnostic[]) =>
      all.length === 1000 && all.some(({ range }) => range.start.line === line);
    await findings(document.uri, 'the findings of the first lines', shows(0));
    const place = new vscode.Range(2400, 0, 2400, 0);
    editor.revealRange(place, vscode.TextEditorRevealType.InCenter);
    await findings(document.uri, 'the findings of the lines that are seen', shows(2400));
  });

  it('are none in English pages', async () => {
    const { document } = await open(ENGLISH);
    const chinese = await open(CHINESE);
    await checked(chinese.document);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
  });
});
