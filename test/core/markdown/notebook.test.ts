import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { notebookPage } from '../../../server/core/markdown/notebook.ts';

const python = { language_info: { name: 'python' } };
const page = (cells: unknown, metadata: unknown = python) => notebookPage(JSON.stringify({ cells, metadata }));

describe('a notebook as one page', () => {
  test('has the Markdown of its cells as written, and code in fences', () => {
    const cells = [
      { cell_type: 'markdown', source: ['# 标题\n', '\n', '文字'] },
      { cell_type: 'code', source: 'print(1)', outputs: [{ text: 'left out' }] },
      { cell_type: 'raw', source: 'as it is' },
    ];
    assert.equal(page(cells), '# 标题\n\n文字\n\n```python\nprint(1)\n```\n\n```\nas it is\n```\n');
  });

  test('has fences that no code in it closes', () => {
    assert.equal(
      page([{ cell_type: 'code', source: 'a = """\n````\n"""' }]),
      '`````python\na = """\n````\n"""\n`````\n',
    );
  });

  test('has no language where the notebook names none that can stand behind a fence', () => {
    for (const metadata of [{}, null, { language_info: { name: 'a b' } }, { kernelspec: { language: 7 } }])
      assert.equal(page([{ cell_type: 'code', source: '1' }], metadata), '```\n1\n```\n');
    assert.equal(page([{ cell_type: 'code', source: '1' }], { kernelspec: { language: 'R' } }), '```R\n1\n```\n');
  });

  for (const text of ['', '{', 'null', '[]', '{"cells":{}}', '{"worksheets":[{"cells":[]}]}', '# 标题'])
    test(`is none for ${JSON.stringify(text)}`, () => assert.equal(notebookPage(text), undefined));

  test('is made of any cells without an error', () => {
    const cell = fc.oneof(
      fc.anything(),
      fc.record({
        cell_type: fc.constantFrom('markdown', 'code'),
        source: fc.oneof(fc.string(), fc.array(fc.string())),
      }),
    );
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const text = JSON.stringify({ cells });
        assert.equal(typeof notebookPage(text), 'string');
      }),
    );
  });
});
