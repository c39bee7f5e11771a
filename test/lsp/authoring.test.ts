import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  addTermRequest,
  type CheckGlossaryResult,
  checkGlossaryRequest,
  type EntryFields,
  type EntryResult,
  editEntryRequest,
  entriesRequest,
  type GlossaryEntry,
  type ProposedTerm,
  proposeTermRequest,
} from '../../server/lsp/protocol.ts';
import { inProcess, rangeOf, type TestClient } from '../helpers/lsp.ts';
import { type TestFolder, testFolder } from '../helpers/workspace.ts';

const chinese = '# 解码\n\n这里用**束搜索**（beam search）。\n\n贪心搜索也可以。\n';
const english = '# Decoding\n\nBeam search is used here.\n\nGreedy search will do, too.\n';
const pages = { 'docs/zh/a.md': chinese, 'docs/en/a.md': english };

async function within(
  files: Record<string, string>,
  run: (client: TestClient, folder: TestFolder) => Promise<void>,
): Promise<void> {
  const folder = testFolder({ ...pages, ...files });
  const client = await inProcess({ folders: [folder.uri('')] });
  try {
    await client.open(folder.uri('docs/zh/a.md'), chinese);
    await client.open(folder.uri('docs/en/a.md'), english);
    await run(client, folder);
  } finally {
    await client.stop();
    folder.remove();
  }
}

describe('a selection that is to become a term', () => {
  const propose = async (file: keyof typeof pages, needle: string) => {
    let answer: ProposedTerm | null = null;
    await within(
      { '.yijiao.jsonc': '{ "glossary": ["g.csv"] }', 'g.csv': 'en,zh\ngreedy search,贪心搜索\n' },
      async (client, folder) => {
        const params = { uri: folder.uri(file), range: rangeOf(pages[file], needle) };
        answer = await client.connection.sendRequest(proposeTermRequest, params);
        answer = answer && { ...answer, known: answer.known.map((one) => ({ ...one, uri: one.uri.slice(-5) })) };
      },
    );
    return answer;
  };

  test('Chinese, with the English in parentheses behind it', async () =>
    assert.deepEqual(await propose('docs/zh/a.md', '束搜索'), {
      target: '束搜索',
      source: 'beam search',
      context: 'Beam search is used here.',
      known: [],
    }));
  test('Chinese, with the aligned English', async () =>
    assert.deepEqual(await propose('docs/zh/a.md', '贪心搜索'), {
      target: '贪心搜索',
      context: 'Greedy search will do, too.',
      known: [{ uri: 'g.csv', line: 1 }],
    }));
  test('English in the source', async () =>
    assert.deepEqual(await propose('docs/en/a.md', 'Beam search'), {
      source: 'Beam search',
      context: '这里用束搜索（beam search）。',
      known: [],
    }));
});

describe('a term is added', () => {
  const add = async (files: Record<string, string>, draft: object) => {
    let result: EntryResult = {};
    const after: Record<string, string> = {};
    await within(files, async (client, folder) => {
      const params = { uri: folder.uri('docs/zh/a.md'), ...draft };
      result = await client.connection.sendRequest(addTermRequest, params);
      const changes = (result.edit as { documentChanges?: (TextDocumentEdit | { kind: 'create'; uri: string })[] })
        ?.documentChanges;
      for (const change of changes ?? []) {
        const uri = 'kind' in change ? change.uri : change.textDocument.uri;
        const name = uri.slice(folder.uri('x').length - 1);
        if ('kind' in change) after[name] = '';
        else {
          const document = TextDocument.create('x:', '', 0, after[name] ?? files[name] ?? '');
          after[name] = TextDocument.applyEdits(document, change.edits as TextEdit[]);
        }
      }
    });
    return { refused: result.refused, after };
  };

  test('to the first glossary of the project', async () => {
    const files = {
      '.yijiao.jsonc': '{ "glossary": ["g.md", "h.csv"] }',
      'g.md': '- mask，掩膜\n',
      'h.csv': 'en,zh\na,甲\n',
    };
    assert.deepEqual(await add(files, { source: ' beam\nsearch ', target: '束搜索', note: '' }), {
      refused: undefined,
      after: { 'g.md': '- mask，掩膜\n- beam search，束搜索\n' },
    });
  });
  test('to a new one, which the settings then name', async () => {
    assert.deepEqual((await add({}, { source: 'beam search', target: '束搜索', note: '解码' })).after, {
      'glossary.csv': 'en,zh,note\nbeam search,束搜索,解码\n',
      '.yijiao.jsonc': '{\n  "glossary": [\n    "glossary.csv"\n  ]\n}\n',
    });
    const settings = { '.yijiao.jsonc': '{\n  // ours\n  "words": ["a"]\n}\n' };
    const { after } = await add(settings, { source: 'GPU' });
    assert.equal(after['glossary.csv'], 'en,zh,note\nGPU,不翻译,\n');
    assert.equal(JSON.parse(after['.yijiao.jsonc']!.replace('// ours', '')).glossary[0], 'glossary.csv');
  });
  test('to a glossary that is there but not named', async () => {
    const { after } = await add({ 'glossary.csv': 'en,zh\nmask,掩膜\n' }, { source: 'beam', target: '束' });
    assert.equal(after['glossary.csv'], 'en,zh\nmask,掩膜\nbeam,束\n');
  });
  test('to an empty file', async () => {
    const files = { '.yijiao.jsonc': '{ "glossary": ["g.yijiao.yml"] }', 'g.yijiao.yml': '\n' };
    const { after } = await add(files, { source: 'beam', target: '束' });
    assert.equal(after['g.yijiao.yml'], 'terms:\n  - source: beam\n    target: 束\n');
    const json = await add(
      { '.yijiao.jsonc': '{ "glossary": ["g.json"] }', 'g.json': '{}\n' },
      { source: 'beam', target: '束' },
    );
    assert.equal(json.after['g.json'], '{\n  "beam": "束"\n}\n');
  });
  test('or it is said why not', async () => {
    assert.match((await add({}, { source: ' ' })).refused!, /needs its English name/);
    const files = { '.yijiao.jsonc': '{ "glossary": ["g.csv"] }', 'g.csv': 'en,zh\nmask,掩膜\n' };
    assert.match((await add(files, { source: 'a, b', target: '甲' })).refused!, /add it by hand/);
    assert.match(
      (await add({ '.yijiao.jsonc': '{ "glossary": 3 }' }, { source: 'a', target: '甲' })).refused!,
      /Mend that file/,
    );
  });
});

test('a check counts, shows rows that contradict, and keeps them up to date', () =>
  within(
    {
      '.yijiao.jsonc': '{ "glossary": ["g.csv"] }',
      'g.csv': 'en,zh\nmask,掩膜\nmask,蒙版\n',
    },
    async (client, folder) => {
      const glossary = folder.uri('g.csv');
      const ask = () =>
        client.connection.sendRequest<CheckGlossaryResult>(checkGlossaryRequest, { uri: folder.uri('docs/zh/a.md') });
      assert.deepEqual(await ask(), { files: 1, terms: 2, problems: 1 });
      const [one] = await client.diagnostics(glossary, (all) => all.length === 1);
      assert.equal(one!.range.start.line, 2);
      assert.equal(one!.relatedInformation![0]!.location.range.start.line, 1);
      folder.write('g.csv', 'en,zh\nmask,掩膜\n');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: glossary, type: 2 }],
      });
      await client.diagnostics(glossary, (all) => all.length === 0);
      assert.deepEqual(await ask(), { files: 1, terms: 1, problems: 0 });
    },
  ));

describe('an entry is edited', () => {
  const files = {
    '.yijiao.jsonc': '{ "glossary": ["g.csv", "h.md"] }',
    'g.csv': 'en,zh,forbidden\nbeam search,束搜索,\n',
    'h.md': '- greedy search，贪心搜索\n- beam search，波束搜索\n',
  };
  const entriesAt = (client: TestClient, uri: string, line: number, character: number) =>
    client.connection.sendRequest<GlossaryEntry[]>(entriesRequest, { uri, position: { line, character } });
  const edited = async (entry: GlossaryEntry, fields: Partial<EntryFields>, client: TestClient) =>
    client.connection.sendRequest<EntryResult>(editEntryRequest, { entry, fields: { ...entry.fields, ...fields } });

  test('of the term at a place of a page, and of a line of the glossary, though it is a page', async () =>
    within(files, async (client, folder) => {
      const [term] = await entriesAt(client, folder.uri('docs/zh/a.md'), 2, 6);
      const fields = { approved: '束搜索', rejected: '', note: '' };
      assert.deepEqual(term, { uri: folder.uri('g.csv'), line: 1, index: 0, title: 'beam search', fields });
      await client.open(folder.uri('h.md'), files['h.md']);
      const rows = await entriesAt(client, folder.uri('h.md'), 1, 0);
      assert.deepEqual(
        rows.map(({ title, fields: { approved } }) => [title, approved]),
        [['beam search', '波束搜索']],
      );
      assert.deepEqual(await entriesAt(client, folder.uri('docs/zh/a.md'), 2, 1), []);
    }));

  test('of whichever line of an entry the cursor is on', async () =>
    within(
      {
        '.yijiao.jsonc': '{ "glossary": ["g.yml"] }',
        'g.yml':
          'terms:\r\n  - source: greedy search\r\n    target: 贪心搜索\r\n\r\n  - source: beam search\r\n    target: 束搜索\r\n    note: 甲\r\n',
      },
      async (client, folder) => {
        const titles = await Promise.all(
          [0, 1, 2, 3, 4, 6].map(async (line) =>
            (await entriesAt(client, folder.uri('g.yml'), line, 5)).map(
              (one) => `${one.title} ${one.line} ${one.index}`,
            ),
          ),
        );
        const [greedy, beam] = [['greedy search 1 0'], ['beam search 4 0']];
        assert.deepEqual(titles, [[], greedy, greedy, [], beam, beam]);
        const [last] = await entriesAt(client, folder.uri('g.yml'), 6, 5);
        assert.ok((await edited(last!, { note: '' }, client)).edit);
      },
    ));

  test('in its file', async () =>
    within(files, async (client, folder) => {
      const [term] = await entriesAt(client, folder.uri('docs/zh/a.md'), 2, 6);
      const { edit, file } = await edited(term!, { rejected: '集束搜索' }, client);
      assert.equal(file, folder.uri('g.csv'));
      const [change] = (edit as { documentChanges: TextDocumentEdit[] }).documentChanges;
      const document = TextDocument.create('x:', '', 0, files['g.csv']);
      assert.equal(
        TextDocument.applyEdits(document, change!.edits as TextEdit[]),
        'en,zh,forbidden\nbeam search,束搜索,集束搜索\n',
      );
    }));

  test('not where it has changed meanwhile, or cannot say so', async () =>
    within(files, async (client, folder) => {
      const [term] = await entriesAt(client, folder.uri('docs/zh/a.md'), 2, 6);
      assert.match((await edited(term!, { approved: '/^a/' }, client)).refused!, /by hand/);
      folder.write('g.csv', 'en,zh,forbidden\nbeam search,柱搜索,\n');
      assert.match((await edited(term!, { rejected: '集束搜索' }, client)).refused!, /changed meanwhile/);
    }));
});
