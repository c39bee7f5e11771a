import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { at, closeAll, open, uriOf } from './project.ts';
import { until } from './until.ts';

const english = (title: string) => `# ${title} {#own-id}

The model learns to remove noise from an image.

- First of all, it is trained.
- And then it is used.
`;
const chinese = (title: string) => `# ${title} {#own-id}

模型学习去除图像中的噪声。

- 首先，对它进行训练。
- 然后使用它。
`;
const NEW_EN = 'translating/docs/en/new.md';
const NEW_ZH = 'translating/docs/zh/new.md';
const SHORT_ZH = 'translating/docs/zh/short.md';
const short = '# 采样 {#own-id}\n\n- 首先，对它进行训练。\n- 然后使用它。\n';

describe('a translation', () => {
  before(() => {
    const files = {
      [NEW_EN]: english('Noise'),
      'translating/docs/en/other.md': english('Training'),
      'translating/docs/zh/other.md': chinese('训练'),
      'translating/docs/en/short.md': english('Sampling'),
      [SHORT_ZH]: short,
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    }
  });
  after(() => rmSync(at('translating'), { recursive: true, force: true }));
  afterEach(closeAll);

  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand<unknown>(`yijiao.${command}`, ...args);
  const selected = () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.getText(editor.selection);
  };
  const isShown = (path: string) =>
    vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uriOf(path).toString());
  const writeOver = (text: string) => vscode.commands.executeCommand('type', { text });

  it('is started beside its source where the others lie, and written block by block to its end', async () => {
    const made = (await run('startTranslation', uriOf(NEW_EN))) as vscode.Uri;
    assert.equal(made.toString(), uriOf(NEW_ZH).toString());
    await until('both pages', () => isShown(NEW_EN) && isShown(NEW_ZH));
    const document = await vscode.workspace.openTextDocument(made);
    assert.ok(document.isDirty, 'the page is left to a person to save');
    assert.equal(existsSync(at(NEW_ZH)) && readFileSync(at(NEW_ZH), 'utf8'), '');
    assert.match(document.getText(), /^<!-- TODO: 翻译 -->\n\n# Noise \{#own-id\}\n\n<!-- TODO: 翻译 -->\n\nThe model/);
    const steps = [
      ['Noise', '噪声'],
      ['The model learns to remove noise from an image.', '模型学习去除图像中的噪声。'],
      ['First of all, it is trained.', '首先，对它进行训练。'],
      ['And then it is used.', '然后使用它。'],
    ] as const;
    for (const [source, translation] of steps) {
      await until('the English to be selected', selected, (text) => text === source);
      await writeOver(translation);
      await until('what was written', () => document.getText().includes(translation));
      await run('nextUntranslated');
    }
    assert.equal(document.getText(), chinese('噪声'));
    await document.save();
  });

  it('keeps a block that stays as it is, and goes on to the next', async () => {
    const editor = await open(SHORT_ZH);
    const { document } = editor;
    const marked = '<!-- TODO: 翻译 -->\n\n# GitHub {#own-id}\n';
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 1, 0), marked));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('continueTranslation');
    await until('the name to be selected', selected, (text) => text === 'GitHub');
    await run('leaveBlock');
    assert.equal(document.getText(), short.replace('采样', 'GitHub'));
  });

  it('that is there is opened beside its source', async () => {
    const there = (await run('startTranslation', uriOf('translating/docs/en/other.md'))) as vscode.Uri;
    assert.equal(there.toString(), uriOf('translating/docs/zh/other.md').toString());
    await until('both pages', () => isShown('translating/docs/en/other.md') && isShown('translating/docs/zh/other.md'));
  });

  it('gets all that it lacks at once, which one undo takes back', async () => {
    const { document } = await open(SHORT_ZH);
    await run('insertAllMissing');
    assert.equal(
      document.getText(),
      short.replace('\n\n', '\n\n<!-- TODO: 翻译 -->\n\nThe model learns to remove noise from an image.\n\n'),
    );
    await until(
      'the English to be selected',
      selected,
      (text) => text === 'The model learns to remove noise from an image.',
    );
    await vscode.commands.executeCommand('undo');
    await until('the page as it was', () => document.getText() === short);
  });

  it('gets a missing block without a comparison, and its English is selected', async () => {
    const editor = await open(SHORT_ZH);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await run('insertMissing');
    await until(
      'the English to be selected',
      selected,
      (text) => text === 'The model learns to remove noise from an image.',
    );
    await writeOver('模型学习去除图像中的噪声。');
    await until('what was written', () => editor.document.getText().includes('模型学习'));
    await run('nextUntranslated');
    assert.equal(editor.document.getText(), short.replace('\n\n', '\n\n模型学习去除图像中的噪声。\n\n'));
  });
});
