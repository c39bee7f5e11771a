import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction, Hover } from 'vscode-languageserver-protocol';
import { type CompareResult, compareRequest, textRequest } from '../../server/lsp/protocol.ts';
import { fileOf, notebookUri } from '../../server/workspace/source/virtual-pages.ts';
import { inProcess } from '../helpers/lsp.ts';
import { testFolder } from '../helpers/workspace.ts';

/** The URI by which VS Code names a cell of a notebook. */
const cellUri = (notebook: string, index: number) =>
  `${notebook.replace(/^\w+/, 'vscode-notebook-cell')}#W${index}s${btoa(notebook.split(':')[0]!)}`;

for (const [cell, file] of [
  ['vscode-notebook-cell:/home/me/a%20b.ipynb#W0sZmlsZQ%3D%3D', 'file:///home/me/a%20b.ipynb'],
  ['vscode-notebook-cell://github/o/r/a.ipynb#X12sdnNjb2RlLXZmcw%3D%3D', 'vscode-vfs://github/o/r/a.ipynb'],
  ['vscode-notebook-cell:Untitled-1.ipynb#W0sdW50aXRsZWQ%3D', 'untitled:Untitled-1.ipynb'],
  ['vscode-notebook-cell:/home/me/a.ipynb#W0s%00', 'file:///home/me/a.ipynb'],
  ['file:///home/me/a.md', 'file:///home/me/a.md'],
  ['untitled:Untitled-1', 'untitled:Untitled-1'],
  [notebookUri('file:///home/me/a.ipynb'), 'file:///home/me/a.ipynb'],
] as const) {
  test(`${cell} belongs to ${file}`, () => assert.equal(fileOf(cell), file));
}

test('a cell of a notebook is checked, fixed and explained by the settings of its project', async () => {
  const folder = testFolder({
    '.yijiao.jsonc': '{ "glossary": ["g.csv"], "ignore": ["old/**"], "rules": { "ellipsis-ascii": "error" } }',
    'g.csv': 'en,zh\npipeline,管线\n',
  });
  const client = await inProcess({ folders: [folder.uri('')] });
  try {
    const uri = cellUri(folder.uri('course/unit1.ipynb'), 0);
    const found = await client.open(uri, '使用pipeline训练...\n');
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [
        ['space-han-latin', 2],
        ['untranslated-term', 4],
        ['space-han-latin', 2],
        ['ellipsis-ascii', 1],
      ],
    );
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: found[3]!.range,
      context: { diagnostics: [found[3]] },
    });
    assert.deepEqual(
      Object.entries(actions[0]!.edit!.changes!).map(([cell, [edit]]) => [cell, edit!.newText]),
      [[uri, '……']],
    );
    const hover: Hover | null = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 4 },
    });
    assert.match(JSON.stringify(hover), /管线/);
    assert.deepEqual(await client.open(cellUri(folder.uri('old/unit1.ipynb'), 0), '使用pipeline训练...\n'), []);
  } finally {
    await client.stop();
    folder.remove();
  }
});

const notebook = (...cells: string[]) =>
  JSON.stringify({
    metadata: { kernelspec: { language: 'python' } },
    cells: cells.map((source) => ({ cell_type: source.startsWith('import') ? 'code' : 'markdown', source })),
  });

test('a notebook is compared with that of its source, as pages made of their cells', async () => {
  const folder = testFolder({
    'en/unit1.ipynb': notebook('# Models', 'Load `bert`.', 'import torch', 'Train it on your data.'),
    'zh/unit1.ipynb': notebook('# 模型', '加载 `bert`，这是一个模型。', 'import torch'),
  });
  const client = await inProcess({ folders: [folder.uri('')] });
  try {
    const [chinese, english] = [folder.uri('zh/unit1.ipynb'), folder.uri('en/unit1.ipynb')];
    const expected = { chinese: notebookUri(chinese), english: notebookUri(english) };
    for (const uri of [chinese, cellUri(chinese, 1), expected.chinese]) {
      const result: CompareResult = await client.connection.sendRequest(compareRequest, { uri });
      assert.deepEqual(result.pages, expected);
      assert.deepEqual(
        result.pairs.map(({ state }) => state),
        ['aligned', 'aligned', 'aligned', 'missing'],
      );
    }
    const again: CompareResult = await client.connection.sendRequest(compareRequest, {
      uri: expected.chinese,
      source: expected.english,
    });
    assert.deepEqual(again.pages, expected);
    assert.equal(
      await client.connection.sendRequest(textRequest, { uri: expected.english }),
      '# Models\n\nLoad `bert`.\n\n```python\nimport torch\n```\n\nTrain it on your data.\n',
    );
  } finally {
    await client.stop();
    folder.remove();
  }
});
