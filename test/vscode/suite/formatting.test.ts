import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { ask, checked, find } from './page.ts';
import { at, CHINESE, closeAll, ENGLISH, keeping, open, SETTINGS } from './project.ts';
import { until } from './until.ts';

const OPTIONS = { tabSize: 2, insertSpaces: true };

describe('the formatter', () => {
  afterEach(async () => {
    await set('yijiao.format.enable', undefined);
    await set('editor.formatOnSave', undefined);
    await closeAll();
  });

  it('is there when the settings turn it on, and gone when they turn it off', async () => {
    const { document } = await open(CHINESE);
    await checked(document);
    assert.deepEqual(await edits(document), []);
    await set('yijiao.format.enable', true);
    const made = await until(
      'edits',
      () => edits(document),
      (some) => some.length > 30,
    );
    assert.ok(made.every(({ newText }) => newText.length < 4));
    await set('yijiao.format.enable', undefined);
    await until(
      'no edits',
      () => edits(document),
      (some) => some.length === 0,
    );
  });

  it('formats the page, and one undo takes it back', async () => {
    const { document } = await opened(CHINESE);
    const before = document.getText();
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await until('the page to be mended', () => document.getText().includes('名为 CLIP 的预训练 transformer 模型'));
    assert.ok(document.getText().includes('需要 16 倍'));
    assert.deepEqual(await edits(document), []);
    await vscode.commands.executeCommand('undo');
    await until('the text to be back', () => document.getText() === before);
  });

  it('formats what is selected', async () => {
    const editor = await opened(CHINESE);
    const { document } = editor;
    const { line } = find(document, '名为CLIP的').start;
    editor.selection = new vscode.Selection(line, 0, line + 1, 0);
    await vscode.commands.executeCommand('editor.action.formatSelection');
    await until('the line to be mended', () =>
      document.lineAt(line).text.includes('名为 CLIP 的预训练 transformer 模型'),
    );
    assert.ok(document.getText().includes('需要16倍'), 'another line was changed');
  });

  it('formats on save', async () => {
    const { document } = await opened(CHINESE);
    await set('editor.formatOnSave', true);
    await keeping(CHINESE, async () => {
      await insert(document, 3, '\n用A模型。\n');
      assert.ok(await document.save());
      assert.ok(!document.isDirty);
      const saved = readFileSync(at(CHINESE), 'utf8');
      assert.ok(saved.includes('\n用 A 模型。\n') && saved.includes('需要 16 倍'));
    });
  });

  it('leaves English pages and other files as they are', async () => {
    const page = await opened(CHINESE);
    const english = await open(ENGLISH);
    assert.deepEqual(await edits(english.document), []);
    const settings = await open(SETTINGS);
    const [first] = await edits(settings.document);
    // VS Code has a formatter of its own for these.
    assert.ok(!first || !/[\u4e00-\u9fff]/.test(first.newText));
    assert.ok((await edits(page.document)).length > 30);
  });
});

/** Opens a page that can be formatted. */
async function opened(path: string): Promise<vscode.TextEditor> {
  await set('yijiao.format.enable', true);
  const editor = await open(path);
  await checked(editor.document);
  await until(
    'the formatter',
    () => edits(editor.document),
    (some) => some.length > 0,
  );
  return editor;
}

async function edits(document: vscode.TextDocument): Promise<readonly vscode.TextEdit[]> {
  const made = await ask<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, OPTIONS);
  return made ?? [];
}

async function insert(document: vscode.TextDocument, line: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(line, 0), text);
  await vscode.workspace.applyEdit(edit);
}

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Global);
}
