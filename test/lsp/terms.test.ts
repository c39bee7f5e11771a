import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type {
  CompletionItem,
  CompletionList,
  DocumentHighlight,
  Location,
  LocationLink,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../../server/core/text/span.ts';
import { commands } from '../../server/lsp/protocol.ts';
import { inProcess, rangeOf, type TestClient } from '../helpers/lsp.ts';
import { type TestFolder, testFolder } from '../helpers/workspace.ts';

const files = {
  '.yijiao.jsonc': '{ "glossary": ["terms.yijiao.yml", "glossary.csv"] }\n',
  'glossary.csv':
    'en,zh,forbidden,note\nself-attention,自注意力,自关注,看 [这里](command:evil) `$(bug)`\npipeline,管线,,也写作“管线”\nclass,类,,\ntoken,不翻译,,\n',
  'terms.yijiao.yml': `terms:
  - source: [key, keys]
    domain: 安全
    refs: https://example.com/key
    firstUse: zh（en）
    senses:
      - { target: 密钥, when: { context: encrypt } }
      - { target: 键, pos: noun }
`,
  'docs/zh/a.md':
    '# 自注意力\n\n这里讲**自注意力**（self-attention），它是一类机制，与 `自注意力` 不同。\n\n类是类似的，定义一个类。\n\n数据经过管线。用自关注。\n',
  'docs/zh/b.md': '# 另一页\n\n自注*意力*与自注意力，以及[自注意力](自注意力.md)。\n',
  'docs/en/a.md': '# Self-attention\n\nSelf-attention is a mechanism; the pipeline has it.\n',
  'notes.md': 'An English page about self-attention.\n',
} as const;

describe('terms of the glossary', () => {
  let folder: TestFolder;
  let client: TestClient;
  const page = () => folder.uri('docs/zh/a.md');
  const text = files['docs/zh/a.md'];

  before(async () => {
    folder = testFolder(files);
    const known = { commands: Object.values(commands) };
    client = await inProcess({ folders: [folder.uri('')], initializationOptions: known });
    await client.open(page(), text);
    await client.open(folder.uri('docs/en/a.md'), files['docs/en/a.md']);
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });

  const at = (needle: string, uri = page(), inside = 1) => {
    const { line, character } = rangeOf(client.text(uri), needle).start;
    return { textDocument: { uri }, position: { line, character: character + inside } };
  };
  const shown = (locations: readonly Location[]) =>
    locations.map(
      ({ uri, range }) =>
        `${uri.slice(folder.uri('').length).replace(/^\//, '')}:${range.start.line}:${range.start.character}`,
    );

  test('hover: everything in the entry is text, and only commands of our own are links', async () => {
    const { textDocument, position } = at('自注意力**');
    const hover = (await client.hover(textDocument.uri, position.line, position.character))!;
    assert.match(hover, /自注意力 · preferred\n- ~~自关注~~ · do not use/);
    assert.match(hover, /看 \\\[这里\\\]\\\(command\\:evil\\\) \\`\\\$\\\(bug\\\)\\`/);
    const links = [...hover.matchAll(/\]\(command:([\w.]+)\?/g)].map(([, command]) => command);
    assert.deepEqual(links, [commands.openEntry, commands.editEntry, commands.findUses]);
    assert.deepEqual(hover.match(/(?<!\\)\]\((?!command:yijiao\.)/), null);
  });

  test('hover: senses, conditions, domain, first use and references', async () => {
    const uri = folder.uri('docs/zh/keys.md');
    await client.open(uri, '# 密钥\n\n把密钥放好。\n');
    const hover = (await client.hover(uri, 2, 2))!;
    for (const said of [
      '密钥 · preferred',
      'Domain: 安全',
      'first use: 密钥（key）',
      'Where the English has: encrypt',
    ]) {
      assert.ok(hover.includes(said), `${said} in ${hover}`);
    }
    assert.match(hover, /References: https\\:\/\/example\\\.com\/key/);
    const english = folder.uri('docs/en/keys.md');
    await client.open(english, 'A key is here.\n');
    assert.match((await client.hover(english, 0, 3))!, /_Sense 1_[\s\S]*密钥[\s\S]*_Sense 2_[\s\S]*键/);
  });

  test('definition: the row of the glossary', async () => {
    const found: Location[] = await client.connection.sendRequest('textDocument/definition', at('自注意力**'));
    assert.deepEqual(shown(found), ['glossary.csv:1:0']);
    const english = await client.connection.sendRequest(
      'textDocument/definition',
      at('pipeline', folder.uri('docs/en/a.md')),
    );
    assert.deepEqual(shown(english as Location[]), ['glossary.csv:2:0']);
    const code = await client.connection.sendRequest('textDocument/definition', at('自注意力`'));
    assert.deepEqual(code, []);
  });

  test('definition: an editor that takes links is told how far the term goes', async () => {
    const linking = await inProcess({ folders: [folder.uri('')], linkSupport: true });
    await linking.open(page(), text);
    const found: LocationLink[] = await linking.connection.sendRequest('textDocument/definition', at('自注意力**'));
    await linking.stop();
    const row = rangeOf(files['glossary.csv'], files['glossary.csv'].split('\n')[1]!);
    assert.deepEqual(found, [
      {
        originSelectionRange: { start: { line: 2, character: 5 }, end: { line: 2, character: 9 } },
        targetUri: folder.uri('glossary.csv'),
        targetRange: row,
        targetSelectionRange: row,
      },
    ]);
  });

  test('references: in both languages, in every page, and no part of another word', async () => {
    const ask = (params: object, includeDeclaration: boolean) =>
      client.connection.sendRequest<Location[]>('textDocument/references', {
        ...params,
        context: { includeDeclaration },
      });
    assert.deepEqual(shown(await ask(at('自注意力**'), true)), [
      'glossary.csv:1:0',
      'docs/en/a.md:0:2',
      'docs/en/a.md:2:0',
      'docs/zh/a.md:0:2',
      'docs/zh/a.md:2:5',
      'docs/zh/a.md:2:12',
      'docs/zh/a.md:6:8',
      'docs/zh/b.md:2:0',
      'docs/zh/b.md:2:7',
      'docs/zh/b.md:2:15',
      'notes.md:0:22',
    ]);
    const classes = await ask(at('类是', page(), 0), false);
    assert.deepEqual(shown(classes), ['docs/zh/a.md:4:0', 'docs/zh/a.md:4:10']);
  });

  test('highlights: the renderings of the term on the page', async () => {
    const found: DocumentHighlight[] = await client.connection.sendRequest(
      'textDocument/documentHighlight',
      at('self-attention'),
    );
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [0, 2, 2, 6],
    );
  });

  describe('rename', () => {
    const prepare = (params: object) => client.connection.sendRequest('textDocument/prepareRename', params);
    const rename = (params: object, newName: string) =>
      client.connection.sendRequest<WorkspaceEdit>('textDocument/rename', { ...params, newName });

    test('is prepared with the whole wording', async () => {
      assert.deepEqual(await prepare(at('自注意力**')), {
        range: rangeOf(text, '自注意力**').start && {
          start: { line: 2, character: 5 },
          end: { line: 2, character: 9 },
        },
        placeholder: '自注意力',
      });
    });

    for (const [name, needle, said] of [
      ['an English name', 'self-attention', /Only the Chinese wording/],
      ['no term', '不同', /no term of the glossary here/],
      ['code', '自注意力`', /no term of the glossary here/],
      ['a part of another word', '类似', /no term of the glossary here/],
    ] as const) {
      test(`is refused on ${name}`, () =>
        assert.rejects(prepare(at(needle, page(), needle === '类似' ? 0 : 1)) as Promise<unknown>, said));
    }

    for (const name of ['', 'a\nb', '**粗**', '[链接](x)', '甲'.repeat(101)]) {
      test(`refuses the name ${JSON.stringify(name.slice(0, 10))}`, () =>
        assert.rejects(rename(at('自注意力**'), name), /must be one line/));
    }

    test('refuses a name that would mean something else in the glossary', () =>
      assert.rejects(rename(at('自注意力**'), '注意，力'), /Change it there by hand/));

    test('changes pages and the glossary at once, and tells the two apart for those who look first', async () => {
      const edit = await rename(at('自注意力**'), '自我注意力');
      assert.deepEqual(edit.changeAnnotations, {
        glossary: { label: 'Glossary', needsConfirmation: false },
        page: { label: 'Uses of the term', needsConfirmation: false },
      });
      const after = Object.fromEntries(
        (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => {
          const name = Object.keys(files).find((one) => textDocument.uri === folder.uri(one)) as keyof typeof files;
          assert.equal(textDocument.version, name === 'docs/zh/a.md' ? 1 : null);
          const document = TextDocument.create('x:', '', 0, files[name]);
          return [name, TextDocument.applyEdits(document, edits as TextEdit[])];
        }),
      );
      assert.deepEqual(after, {
        'glossary.csv': files['glossary.csv'].replace('自注意力', '自我注意力'),
        'docs/zh/a.md': text.replace('# 自注意力', '# 自我注意力').replace('**自注意力**', '**自我注意力**'),
        'docs/zh/b.md': '# 另一页\n\n自注*意力*与自我注意力，以及[自我注意力](自注意力.md)。\n',
      });
    });

    test('changes the wording of an entry, not what its note quotes', async () => {
      const edit = await rename(at('管线'), '流水线');
      const [row] = edit.documentChanges as TextDocumentEdit[];
      assert.equal(row!.textDocument.uri, folder.uri('glossary.csv'));
      assert.deepEqual(
        row!.edits.map(({ range }) => range.start),
        [{ line: 2, character: 9 }],
      );
    });
  });

  describe('completion', () => {
    let pages = 0;
    const itemsAt = async (before: string, behind = '') => {
      const uri = folder.uri(`docs/zh/typing-${pages++}.md`);
      const start = '# 打字\n\n这是一个中文页面，里面写着许多中文，也有管线。\n\n';
      await client.open(uri, start + before + behind);
      const lines = before.split('\n');
      const position = { line: 4 + lines.length - 1, character: lines.at(-1)!.length };
      const list: CompletionList | null = await client.connection.sendRequest('textDocument/completion', {
        textDocument: { uri },
        position,
      });
      return list?.items ?? [];
    };
    const complete = async (before: string) =>
      (await itemsAt(before)).map(({ label, filterText, textEdit }) => {
        const { range, newText } = textEdit as TextEdit;
        assert.equal(newText, label);
        return `${filterText}@${range.start.character}: ${label}`;
      });

    for (const [before, expected] of [
      ['使用 self', ['self-attention@3: 自注意力', 'self-attention@3: 自注意力（self-attention）']],
      ['使用 Self att', ['Self attention@3: 自注意力', 'Self attention@3: 自注意力（self-attention）']],
      ['使用self', ['self-attention@2: 自注意力', 'self-attention@2: 自注意力（self-attention）']],
      ['**sel', ['self-attention@2: 自注意力', 'self-attention@2: 自注意力（self-attention）']],
      ['自注意力。又是 self', ['self-attention@8: 自注意力']],
      ['经过 pipe', ['pipeline@3: 管线']],
      ['一个 tok', ['token@3: token']],
      ['一把 ke', ['key@3: 密钥（key）', 'key@3: 密钥', 'key@3: 键（key）', 'key@3: 键']],
      ['使用 s', []],
      ['使用 self ', []],
      ['使用 xself', []],
      ['`self', []],
      ['`self` 与 `self', []],
      ['$self', []],
      ['见 https://example.com/self', []],
      ['见 example.self', []],
      ['见 [它](self', []],
      ['<div class="self', []],
      ['```\nself', []],
      ['    self', []],
    ] as const) {
      test(JSON.stringify(before), async () => assert.deepEqual(await complete(before), expected));
    }

    for (const [before, after, behind = ''] of [
      ['每个 pipe', '每个管线的输出', ' 的输出'],
      ['每个 pipe', '每个管线 API', ' API'],
      ['使用 self', '使用自注意力'],
      ['使用self', '使用自注意力'],
      ['使用  self', '使用自注意力'],
      ['重要： pipe', '重要：管线'],
      ['用 React pipe', '用 React 管线'],
      ['**重点** self', '**重点** 自注意力'],
      ['self', '自注意力'],
      ['一个 tok', '一个 token'],
    ] as [before: string, after: string, behind?: string][]) {
      test(`${JSON.stringify(before + behind)} becomes ${JSON.stringify(after)}, without the blank of the English word`, async () => {
        const [{ textEdit, additionalTextEdits = [] } = {} as CompletionItem] = await itemsAt(before, behind);
        const edits = [textEdit as TextEdit, ...additionalTextEdits].map(({ range, newText }) => ({
          from: range.start.character,
          to: range.end.character,
          insert: newText,
        }));
        assert.equal(applyEdits(before + behind, edits), after);
      });
    }

    test('offers nothing in an English page', async () => {
      const uri = folder.uri('typing-en.md');
      await client.open(uri, 'We use self');
      const position = { line: 0, character: 11 };
      assert.equal(
        await client.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position }),
        null,
      );
    });
  });
});
