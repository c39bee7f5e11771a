import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { apply, ask, checked, find, findings, hoverAt, marks, offered, ruleOf } from './page.ts';
import { at, CHINESE, closeAll, ENGLISH, GLOSSARY, keeping, open, uriOf, whileOnDisk } from './project.ts';
import { until } from './until.ts';

const forbidden = (all: readonly vscode.Diagnostic[]) => all.filter((one) => ruleOf(one) === 'forbidden-term');

describe('the glossary', () => {
  afterEach(closeAll);

  it('answers a hover over a Chinese term, with links to commands of its own and to nothing else', async () => {
    const { document } = await open(CHINESE);
    const { value, isTrusted } = await hoverAt(
      document,
      find(document, '自注意力机制').start.translate(0, 2),
      '自注意力机制',
    );
    assert.match(value, /self\\-attention/);
    assert.match(value, /自注意力机制/);
    assert.match(value, /\]\(command:yijiao\.openGlossaryEntry\?/);
    const own = ['yijiao.openGlossaryEntry', 'yijiao.editGlossaryEntry', 'yijiao.findTermUses', 'yijiao.settleStyle'];
    assert.deepEqual(isTrusted, { enabledCommands: own });
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
      await glossary.edit((edit) => edit.replace(find(glossary.document, '文字提示'), '提示'));
      assert.ok(await glossary.document.save());
      await findings(document.uri, 'another forbidden term', (all) =>
        forbidden(all).some((one) => document.getText(one.range) === '提示'),
      );
    });
    await findings(document.uri, 'the forbidden terms again', (all) => forbidden(all).length === 4);
    await until('the glossary to be clean', () => vscode.languages.getDiagnostics(uriOf(GLOSSARY)).length === 0);
  });

  it('shows rows that contradict when it is checked, and no more when they are gone', async () => {
    const { document } = await open(CHINESE);
    await checked(document);
    const shown = () => vscode.languages.getDiagnostics(uriOf(GLOSSARY));
    await whileOnDisk(GLOSSARY, `${readFileSync(at(GLOSSARY), 'utf8')}mask,蒙版,,\n`, async () => {
      await until('the problem', async () => {
        await vscode.commands.executeCommand('yijiao.checkGlossary');
        return shown().length > 0;
      });
    });
    await until('no problem', () => shown().length === 0);
  });

  it('offers the Chinese for an English term that is typed, once as the first use', async () => {
    const editor = await open(CHINESE);
    const { document } = editor;
    await checked(document);
    const end = document.lineAt(document.lineCount - 1).range.end;
    assert.ok(await editor.edit((edit) => edit.insert(end, '\n\n使用 self-att')));
    const place = document.lineAt(document.lineCount - 1).range.end;
    const command = 'vscode.executeCompletionItemProvider';
    const labels = async () => {
      const list = await ask<vscode.CompletionList>(command, document.uri, place);
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    await until('the approved Chinese', labels, (all) => all.includes('自注意力机制'));
  });

  it('leads to the row of a term, and to its uses in both languages', async () => {
    const { document } = await open(CHINESE);
    await checked(document);
    const place = find(document, '自注意力机制').start.translate(0, 2);
    const definitions = await ask<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      place,
    );
    const targets = definitions.map((one) => ('targetUri' in one ? one.targetUri : one.uri).toString());
    assert.ok(targets.includes(uriOf(GLOSSARY).toString()), targets.join());
    const uses = await ask<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, place);
    const pages = new Set(uses.map(({ uri }) => uri.toString()));
    assert.ok(pages.has(uriOf(CHINESE).toString()) && pages.has(uriOf(ENGLISH).toString()), [...pages].join());
  });

  it('renames a wording in the pages and in the glossary', async () => {
    const { document } = await open(CHINESE);
    await checked(document);
    const edit = await ask<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      find(document, '自注意力机制').start.translate(0, 2),
      '自我注意力机制',
    );
    const files = edit.entries().map(([uri]) => uri.toString());
    assert.ok(files.includes(uriOf(CHINESE).toString()) && files.includes(uriOf(GLOSSARY).toString()), files.join());
  });
});
