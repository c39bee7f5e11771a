import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { actionsAt, ask, find, hoverAt } from './page.ts';
import { at, closeAll, open, uriOf } from './project.ts';
import { until } from './until.ts';

const english = `# Noise

The model learns to remove noise from an image.

## Training

It was trained with \`fit()\` on many pictures of flowers.

## More

See the [notes](https://example.com/a) on the model for more.
`;
const chinese = `# 噪声

模型学习去除图像中的噪声。

## 训练

它用 \`fit()\` 在许多张花的图片上训练。

## 更多

更多内容请看关于模型的[说明](https://example.com/a)。
`;
const EN = 'repository/docs/en/a.md';
const ZH = 'repository/docs/zh/a.md';

function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

function git(...args: string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...who, ...args], { cwd: at('repository'), encoding: 'utf8' }).trim();
}

describe('a translation in a git repository', () => {
  let first: string;
  let second: string;

  before(() => {
    write(EN, english);
    write(ZH, chinese);
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'Translate');
    first = git('rev-parse', 'HEAD');
    write(EN, english.replace('many pictures of flowers', 'one million drawings of flowers'));
    git('commit', '-qam', 'Train on more');
    second = git('rev-parse', 'HEAD');
  });
  after(() => rmSync(at('repository'), { recursive: true, force: true }));
  afterEach(closeAll);

  const lensesOf = async (uri: vscode.Uri) => {
    const found = await ask<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
    return found.filter(({ command }) => command?.command.startsWith('yijiao.'));
  };

  it('says above a heading what changed in the English, and shows it', async () => {
    const { document } = await open(ZH);
    const [lens, synced] = await until(
      'code lenses',
      () => lensesOf(document.uri),
      (all) => all.length === 2,
    );
    assert.equal(lens!.range.start.line, 4);
    assert.equal(lens!.command!.title, 'English changed: 1 paragraph');
    assert.equal(synced!.command!.title, 'Mark as synced');
    await vscode.commands.executeCommand(lens!.command!.command, ...(lens!.command!.arguments ?? []));
    const { label, input } = await until(
      'the difference',
      () => vscode.window.tabGroups.activeTabGroup.activeTab!,
      (tab) => tab?.input instanceof vscode.TabInputTextDiff,
    );
    const { original, modified } = input as vscode.TabInputTextDiff;
    assert.equal(label, `a.md: ${first.slice(0, 7)} ↔ now`);
    assert.equal((await vscode.workspace.openTextDocument(original)).getText(), english);
    assert.equal(modified.toString(), uriOf(EN).toString());
  });

  it('shows in a hover which words changed', async () => {
    const { document } = await open(ZH);
    await until('code lenses', async () => (await lensesOf(document.uri)).length > 0);
    const { value } = await hoverAt(document, find(document, '许多张花').start, 'English has changed');
    assert.match(value, /\*\*[^*]*million[^*]*\*\*/);
  });

  it('is marked as synced where it names its revision', async () => {
    const text = `---\nsourceCommit: ${first}\n---\n\n${chinese}`;
    write(ZH, text);
    const { document } = await open(ZH);
    await until('the text on disk', () => document.getText() === text);
    await until('code lenses', async () => (await lensesOf(document.uri)).length === 2);
    await vscode.commands.executeCommand('yijiao.markSynced', document.uri.toString());
    await until('the new revision', () => document.getText().includes(`sourceCommit: ${second}`));
    await document.save();
    assert.equal(readFileSync(at(ZH), 'utf8'), text.replace(first, second));
    await until('no code lens', async () => (await lensesOf(document.uri)).length === 0);
    write(ZH, chinese);
  });

  it('gets what is missing at its place, by the keyboard alone', async () => {
    const short = chinese.replace(/它用[^\n]*\n\n/, '');
    write(ZH, short);
    const editor = await open(ZH);
    const { document } = editor;
    await until('the text on disk', () => document.getText() === short);
    await vscode.commands.executeCommand('yijiao.compare');
    await until('two editors', () => vscode.window.visibleTextEditors.length === 2);
    await vscode.commands.executeCommand('yijiao.nextDifference');
    assert.equal(editor.selection.active.line, 4);
    await vscode.commands.executeCommand('yijiao.goToCounterpart');
    await until('the keyboard at the missing block', () => vscode.window.activeTextEditor?.selection.active.line === 6);
    assert.equal(vscode.window.activeTextEditor!.document.uri.toString(), uriOf(EN).toString());
    await vscode.commands.executeCommand('yijiao.insertMissing');
    await until('the missing block', () =>
      document.getText().includes('## 训练\n\n<!-- TODO: 翻译 -->\n\nIt was trained'),
    );
    const hover = await hoverAt(document, find(document, '更多内容').start, 'See the [notes]');
    assert.match(hover.value, /```markdown/);
    await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn! });
    await vscode.commands.executeCommand('undo');
    await until('the block to be gone', () => document.getText() === short);
    const actions = await until(
      'a code action',
      () => actionsAt(document, find(document, '## 训练')),
      (all) => all.some(({ title }) => title === 'Insert the missing English block'),
    );
    assert.ok(actions.every(({ title }) => !title.startsWith('Insert all')));
    write(ZH, chinese);
  });

  it('says in a list how it stands, and in a report', async () => {
    type Pages = { uri: vscode.Uri; state: string; behind: number }[];
    const pages = await vscode.commands.executeCommand<Pages>('yijiao.refreshTranslations');
    const own = pages.find(({ uri }) => uri.toString() === uriOf(ZH).toString());
    assert.deepEqual([own?.state, own?.behind], ['behind', 1]);
    await vscode.commands.executeCommand('yijiao.translations.focus');
    const file = uriOf('report.html');
    await vscode.commands.executeCommand('yijiao.writeReport', file);
    const html = readFileSync(file.fsPath, 'utf8');
    assert.match(html, /^<!doctype html>[\s\S]*repository\/docs\/zh\/a\.md/);
    rmSync(file.fsPath);
  });
});
