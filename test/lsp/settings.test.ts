import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientOptions, inProcess, rangeOf, type TestClient } from '../helpers/lsp.ts';
import { type TestFolder, testFolder } from '../helpers/workspace.ts';

/** What settings and comments do in an editor, and the quick fixes that write them. */
async function within(
  files: Record<string, string>,
  run: (client: TestClient, folder: TestFolder) => Promise<void>,
  options?: (folder: TestFolder) => ClientOptions,
): Promise<void> {
  const folder = testFolder(files);
  const client = await inProcess({ folders: [folder.uri('')], ...options?.(folder) });
  try {
    await run(client, folder);
  } finally {
    await client.stop();
    folder.remove();
  }
}

const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const offered = (actions: readonly CodeAction[], start: string) =>
  actions.find(({ title }) => title.startsWith(start)) ?? assert.fail(actions.map(({ title }) => title).join('\n'));

/** The settings file as an action makes it, and the kinds of changes that it needs. */
function written(action: CodeAction, before: string | undefined): { text: string; kinds: string[] } {
  const changes = action.edit!.documentChanges!;
  const { edits } = changes.find((change): change is TextDocumentEdit => 'edits' in change)!;
  const document = TextDocument.create('x:', 'jsonc', 0, before ?? '');
  const kinds = changes.map((change) => ('kind' in change ? change.kind : 'edit'));
  return { text: TextDocument.applyEdits(document, edits as Parameters<typeof TextDocument.applyEdits>[1]), kinds };
}

const SETTINGS = `{
  // 品牌
  "words": ["豆瓣FM"],
  "ignore": ["CHANGELOG.md"],
  "glossary": ["g.csv"],
  "overrides": [
    { "files": "docs/blog/**", "rules": { "space-han-latin": "off" } },
    { "files": "*.mdx", "rules": { "space-han-latin": "error" }, "glossary": ["other.csv"] }
  ]
}
`;

const pages: [path: string, text: string, rules: string[]][] = [
  ['a.md', '用A', ['space-han-latin']],
  ['docs/blog/a.md', '用A', []],
  ['docs/a.md', '我用豆瓣FM', []],
  ['CHANGELOG.md', '用A', []],
  ['docs/blog/a.mdx', '用A', ['space-han-latin']],
  ['b.md', '这种自关注机制', ['forbidden-term']],
  ['b.mdx', '这种自关注机制', []],
];

describe('the settings of a project', () => {
  for (const [path, text, rules] of pages) {
    test(`${path}: ${text}`, () =>
      within(
        {
          '.yijiao.jsonc': SETTINGS,
          'g.csv': 'en,zh,forbidden\nself-attention,自注意力机制,自关注机制\n',
          'other.csv': 'en,zh\ntoken,词元\n',
        },
        async (client, folder) => {
          const language = path.endsWith('x') ? 'mdx' : 'markdown';
          assert.deepEqual(rulesOf(await client.open(folder.uri(path), text, language)), rules);
        },
      ));
  }

  test('lie above those of the editor, which may differ by folder', () =>
    within(
      { '.yijiao.jsonc': '{ "rules": { "space-han-digit": "off" } }' },
      async (client, folder) => {
        const found = await client.open(folder.uri('a.md'), '用A和3和QQ音乐');
        assert.deepEqual(
          found.map(({ code, severity }) => [code, severity]),
          [
            ['space-han-latin', 4],
            ['space-han-latin', 4],
            ['space-han-latin', 4],
          ],
        );
      },
      (folder) => ({
        configuration: (scope) =>
          scope === folder.uri('').replace(/\/$/, '')
            ? { rules: { 'space-han-latin': 'hint', 'space-han-digit': 'error' }, words: ['QQ音乐'] }
            : {},
      }),
    ));

  test('say at its place which glob means nothing', () =>
    within({ '.yijiao.jsonc': '{\n  "ignore": ["a",\n "../b"]\n}' }, async (client, folder) => {
      await client.open(folder.uri('a.md'), '用 A');
      const faults = await client.diagnostics(folder.uri('.yijiao.jsonc'));
      assert.deepEqual(
        faults.map(({ range }) => range.start.line),
        [2],
      );
    }));
});

describe('the quick fixes that write settings', () => {
  test('add a word to those of the project, and the finding leaves', () =>
    within({ '.yijiao.jsonc': SETTINGS, 'g.csv': 'en,zh\n', 'other.csv': 'en,zh\n' }, async (client, folder) => {
      const text = '打开QQ 音乐和微软Office365';
      const uri = folder.uri('a.md');
      await client.open(uri, text);
      const action = offered(await client.actions(uri, rangeOf(text, '软O')), 'Add “微软Office365”');
      const { text: after, kinds } = written(action, SETTINGS);
      assert.deepEqual(kinds, ['edit']);
      assert.ok(after.startsWith('{\n  // 品牌\n  "words": ['));
      folder.write('.yijiao.jsonc', after);
      const uriOfSettings = folder.uri('.yijiao.jsonc');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOfSettings, type: 2 }],
      });
      const left = await client.diagnostics(uri, (all) => all.length < 2);
      assert.deepEqual(rulesOf(left), ['space-han-latin']);
    }));

  test('make the settings file where there is none', () =>
    within({}, async (client, folder) => {
      const uri = folder.uri('a.md');
      await client.open(uri, '豆瓣FM');
      const actions = await client.actions(uri, rangeOf('豆瓣FM', '瓣F'));
      assert.deepEqual(written(offered(actions, 'Add “豆瓣FM”'), undefined), {
        text: '{\n  "words": [\n    "豆瓣FM"\n  ]\n}\n',
        kinds: ['create', 'edit'],
      });
      assert.match(written(offered(actions, 'Turn space-han-latin off'), undefined).text, /"space-han-latin": "off"/);
    }));

  test('are not offered where the settings file is broken', () =>
    within({ '.yijiao.jsonc': '{ "words": [' }, async (client, folder) => {
      const uri = folder.uri('a.md');
      await client.open(uri, '豆瓣FM');
      const titles = (await client.actions(uri, rangeOf('豆瓣FM', '瓣F'))).map(({ title }) => title);
      assert.deepEqual(titles, [
        'Add a space',
        'Disable space-han-latin for this line (writes a comment above it)',
        'Disable space-han-latin in this file (writes a comment into it)',
      ]);
    }));

  test('speak Chinese', () =>
    within(
      {},
      async (client, folder) => {
        const uri = folder.uri('a.md');
        await client.open(uri, '豆瓣FM');
        const titles = (await client.actions(uri, rangeOf('豆瓣FM', '瓣F'))).map(({ title }) => title);
        assert.deepEqual(titles, [
          '插入空格',
          '在上一行加注释，不再报告本行的 space-han-latin',
          '在文件中加注释，不再报告本文件的 space-han-latin',
          '将“豆瓣FM”加入项目的例外词',
          '在项目中关闭 space-han-latin（写入 .yijiao.jsonc）',
        ]);
      },
      () => ({ locale: 'zh-cn' }),
    ));
});

describe('comments', () => {
  test('that silence nothing are shown as unnecessary, and can be removed', () =>
    within({}, async (client, folder) => {
      const uri = folder.uri('a.md');
      const text = '第一行\n\n<!-- yijiao-disable-next-line space-han-latin -->\n好\n';
      const [idle, ...more] = await client.open(uri, text);
      assert.deepEqual(more, []);
      assert.deepEqual([idle!.code, idle!.severity, idle!.tags], ['unused-suppression', 4, [1]]);
      const [remove] = await client.actions(uri, rangeOf(text, 'yijiao'));
      assert.equal(remove!.title, 'Remove the comment');
      assert.equal(client.apply(uri, remove!), '第一行\n\n好\n');
    }));

  test('that name no rule say which was meant', () =>
    within({}, async (client, folder) => {
      const uri = folder.uri('a.md');
      const text = '<!-- yijiao-disable-file space-han-latn -->\n\n用 A\n';
      const [unknown] = await client.open(uri, text);
      assert.deepEqual([unknown!.code, unknown!.severity], ['unknown-suppression', 2]);
      assert.match(String(unknown!.message), /Did you mean “space-han-latin”\?/);
      const actions = await client.actions(uri, rangeOf(text, 'latn'));
      assert.deepEqual(
        actions.map(({ title }) => title),
        [
          'Replace with “space-han-latin”',
          'Remove the comment',
          'Disable unknown-suppression for this line (writes a comment above it)',
          'Disable unknown-suppression in this file (writes a comment into it)',
          'Turn unknown-suppression off for the project (in .yijiao.jsonc)',
        ],
      );
      assert.match(client.apply(uri, actions[0]!), /space-han-latin -->/);
    }));

  test('are never called unnecessary before the style of the project and the words are known', async () => {
    const page = '用 A 的模型。\n\n'.repeat(10);
    const text = `${page}<!-- yijiao-disable-next-line space-han-latin, forbidden-term -->\n用A，每个类都有名字\n`;
    const files = {
      'a.md': text,
      '.yijiao.jsonc': '{ "glossary": ["g.csv"] }',
      'g.csv': 'en,zh,forbidden\nclass,类别,类\n',
    };
    await within(files, async (client, folder) => {
      const seen: unknown[] = [];
      client.connection.onNotification('textDocument/publishDiagnostics', (params: { diagnostics: Diagnostic[] }) => {
        seen.push(...rulesOf(params.diagnostics));
      });
      await client.open(folder.uri('a.md'), text);
      assert.deepEqual(seen, []);
    });
  });
});

test('the link of a finding leads where the client has the pages of the rules', () =>
  within(
    {},
    async (client, folder) => {
      const [finding] = await client.open(folder.uri('a.md'), '用A');
      assert.equal(finding!.codeDescription!.href, 'yijiao-rule:/space-han-latin.md');
    },
    () => ({ initializationOptions: { rulePages: 'yijiao-rule:/' } }),
  ));
