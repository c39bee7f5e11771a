import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { apply, checked, find, findings, hoverAt, marks, offered, ruleOf } from './page.ts';
import { at, CHINESE, closeAll, ENGLISH, GLOSSARY, keeping, open, uriOf, whileOnDisk } from './project.ts';
import { until } from './until.ts';

const forbidden = (all: readonly vscode.Diagnostic[]) => all.filter((one) => ruleOf(one) === 'forbidden-term');

describe('the glossary', () => {
  afterEach(closeAll);

  it('answers a hover over a Chinese term, with a link to its entry and to nothing else', async () => {
    const { document } = await open(CHINESE);
    const { value, isTrusted } = await hoverAt(
      document,
      find(document, '自注意力机制').start.translate(0, 2),
      '自注意力机制',
    );
    assert.match(value, /self\\-attention/);
    assert.match(value, /自注意力机制/);
    assert.match(value, /\]\(command:yijiao\.openGlossaryEntry\?/);
    assert.deepEqual(isTrusted, { enabledCommands: ['yijiao.openGlossaryEntry'] });
  });

  it('answers a hover over an English term in the source', async () => {
    const { document } = await open(ENGLISH);
    const { value } = await hoverAt(document, find(document, 'self-attention').start.translate(0, 1), '自注意力机制');
    assert.match(value, /自注意力机制/);
  });

  it('opens at the entry that the link of a hover names', async () => {
    const { document } = await open(CHINESE);
    const { value } = await hoverAt(document, find(document, '自注意力机制').start.translate(0, 2), '自注意力机制');
    const query = /command:yijiao\.openGlossaryEntry\?([^)]+)\)/.exec(value)![1]!;
    await vscode.commands.executeCommand('yijiao.openGlossaryEntry', ...JSON.parse(decodeURIComponent(query)));
    const editor = vscode.window.activeTextEditor!;
    assert.equal(editor.document.uri.toString(), uriOf(GLOSSARY).toString());
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /^self-attention,/);
  });

  it('marks a rendering that it forbids and offers the agreed one', async () => {
    const { document } = await open(CHINESE);
    const all = await checked(document);
    assert.equal(forbidden(all).length, 4);
    assert.deepEqual(marks(document, '输入文字提示会'), ['forbidden-term: 文字提示']);
    await apply(await offered(document, find(document, '文字提示'), 'Replace with “文本提示”'));
    assert.ok(document.getText().includes('一个输入文本提示会首先'));
    await findings(document.uri, 'one forbidden term less', (now) => forbidden(now).length === 3);
  });

  it('holds anew when its file changes on disk', async () => {
    const { document } = await open(CHINESE);
    await findings(document.uri, 'the forbidden terms', (all) => forbidden(all).length === 4);
    const without = readFileSync(at(GLOSSARY), 'utf8').replace(',文字提示,', ',,');
    await whileOnDisk(GLOSSARY, without, async () => {
      await findings(document.uri, 'no forbidden terms', (all) => all.length > 0 && forbidden(all).length === 0);
    });
    await findings(document.uri, 'the forbidden terms again', (all) => forbidden(all).length === 4);
  });

  it('holds anew when it is saved in the editor', async () => {
    const { document } = await open(CHINESE);
    await findings(document.uri, 'the forbidden terms', (all) => forbidden(all).length === 4);
    await keeping(GLOSSARY, async () => {
      const glossary = await open(GLOSSARY);
      await glossary.edit((edit) => edit.replace(find(glossary.document, '文字提示'), '扩散模型'));
      assert.ok(await glossary.document.save());
      await findings(document.uri, 'another forbidden term', (all) =>
        forbidden(all).some((one) => document.getText(one.range) === '扩散模型'),
      );
    });
    await findings(document.uri, 'the forbidden terms again', (all) => forbidden(all).length === 4);
    await until('the glossary to be clean', () => vscode.languages.getDiagnostics(uriOf(GLOSSARY)).length === 0);
  });
});
