import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Range, TextEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type ClientOptions,
  inProcess,
  overStdio,
  rangeOf,
  type StartClient,
  type TestClient,
} from '../helpers/lsp.ts';
import { productNode, repository, type TestFolder, testFolder } from '../helpers/workspace.ts';

/** The safe fixes of a page as a formatter, which an editor has only where its settings turn it on. */
const FORMATTING = 'textDocument/formatting';
const RANGE = 'textDocument/rangeFormatting';
const on: ClientOptions = { configuration: () => ({ format: { enable: true } }) };

async function within(
  options: ClientOptions,
  run: (client: TestClient, folder: TestFolder) => Promise<void>,
  { files = {}, start = inProcess }: { files?: Record<string, string>; start?: StartClient } = {},
): Promise<void> {
  const folder = testFolder(files);
  const client = await start({ folders: [folder.uri('')], ...options });
  try {
    await run(client, folder);
  } finally {
    await client.stop();
    folder.remove();
  }
}

async function edits(client: TestClient, uri: string, range?: Range): Promise<TextEdit[] | null> {
  const params = { textDocument: { uri }, options: { tabSize: 4, insertSpaces: true } };
  return client.connection.sendRequest(range ? RANGE : FORMATTING, range ? { ...params, range } : params);
}

const applied = (text: string, made: readonly TextEdit[] | null) =>
  TextDocument.applyEdits(TextDocument.create('x:', 'markdown', 0, text), [...(made ?? [])]);

const FAULTS = '# 用CLIP模型\n\n如图,使用`A`和B类。\n\n```js\n中a,b\n```\n\n共3个。\n';
const FIXED = '# 用 CLIP 模型\n\n如图，使用 `A` 和 B 类。\n\n```js\n中a,b\n```\n\n共 3 个。\n';

const transports: [string, StartClient][] = [
  ['in process', inProcess],
  ['over stdio', overStdio(productNode, join(repository, 'dist/cli.cjs'), 'lsp', '--stdio')],
];

for (const [name, start] of transports) {
  test(`a page is formatted ${name} as fix all would, in small edits, and then no more`, () =>
    within(
      on,
      async (client, folder) => {
        const uri = folder.uri('a.md');
        await client.registered(FORMATTING);
        await client.open(uri, FAULTS);
        const made = (await edits(client, uri))!;
        assert.ok(made.length > 4 && made.every(({ newText }) => newText.length <= 1));
        assert.equal(applied(FAULTS, made), FIXED);
        const whole = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
        const [action] = await client.actions(uri, whole, ['source.fixAll']);
        assert.deepEqual(made, action!.edit!.changes![uri]);
        await client.change(uri, ...made.toReversed().map(({ range, newText }) => ({ range, text: newText })));
        assert.deepEqual(await edits(client, uri), []);
      },
      { start },
    ));
}

const ranges: [promise: string, text: string, range: string, formatted: string][] = [
  ['a line', '用A的\n\n用B的\n\n用C的', '用B的', '用A的\n\n用 B 的\n\n用C的'],
  ['an end of the range as it moves', '用A的B,好的C吧', '用A的B,好', '用 A 的 B，好的C吧'],
  ['what one fix asks for before the next', '中,  文字a', '中,  文', '中，文字a'],
  ['no fix that reaches out of it', '他说"你好"吧', '说"你', '他说"你好"吧'],
  ['nothing in code', '用A的\n\n```\n用B的\n```', '用B的', '用A的\n\n```\n用B的\n```'],
];

describe('in a range is formatted', () => {
  for (const [promise, text, range, formatted] of ranges) {
    test(promise, () =>
      within(on, async (client, folder) => {
        const uri = folder.uri('a.md');
        await client.registered(RANGE);
        await client.open(uri, text);
        assert.equal(applied(text, await edits(client, uri, rangeOf(text, range))), formatted);
      }),
    );
  }
});

const SETTINGS = '{ "ignore": ["old.md"], "rules": { "space-han-latin": "off" } }';
const ENGLISH = 'A page,  with 中文,好 in it, and many more words of English. \n'.repeat(3);
const code = `\`\`\`js\n${'const value = 1;\n'.repeat(100)}\`\`\`\n`;
const pages: [promise: string, path: string, text: string, formatted: string, language?: string][] = [
  ['a page without faults stays', 'a.md', FIXED, FIXED],
  ['an ignored page stays', 'old.md', FAULTS, FAULTS],
  ['an English page stays', 'a.md', ENGLISH, ENGLISH],
  ['a Japanese page stays', 'a.md', 'これは東京の本,はい。', 'これは東京の本,はい。'],
  ['an empty page stays', 'a.md', '', ''],
  ['a Chinese page of much code is formatted', 'a.md', `共3个。\n\n${code}`, `共 3 个。\n\n${code}`],
  ['the rules of the project hold', 'a.md', '用A共3个', '用A共 3 个'],
  ['comments hold', 'a.md', '<!-- yijiao-disable-next-line -->\n共3个\n', '<!-- yijiao-disable-next-line -->\n共3个\n'],
  ['MDX is formatted', 'a.mdx', '<A b={1} />\n\n共3个', '<A b={1} />\n\n共 3 个', 'mdx'],
  ['what only a person may choose stays', 'a.md', '提升了**性能。**她说', '提升了**性能。**她说'],
  ['what is no page stays', 'a.jsonc', '{ "中": "用A的" }', '{ "中": "用A的" }', 'jsonc'],
];

describe('of pages', () => {
  for (const [promise, path, text, formatted, language] of pages) {
    test(promise, () =>
      within(
        on,
        async (client, folder) => {
          const uri = folder.uri(path);
          await client.registered(FORMATTING);
          if (language === 'jsonc') {
            const textDocument = { uri, languageId: language, version: 1, text };
            await client.connection.sendNotification('textDocument/didOpen', { textDocument });
          } else await client.open(uri, text, language);
          assert.equal(applied(text, await edits(client, uri)), formatted);
        },
        { files: { '.yijiao.jsonc': SETTINGS } },
      ),
    );
  }
});

describe('formatting is offered', () => {
  const announced = ({ initialized }: TestClient) => {
    const { documentFormattingProvider, documentRangeFormattingProvider } = initialized.capabilities;
    return [documentFormattingProvider, documentRangeFormattingProvider];
  };

  test('not until the settings turn it on, and no more when they turn it off', async () => {
    let enable: unknown;
    await within({ configuration: () => ({ format: { enable } }) }, async (client, folder) => {
      const uri = folder.uri('a.md');
      await client.open(uri, FAULTS);
      assert.deepEqual(announced(client), [undefined, undefined]);
      assert.equal(await edits(client, uri), null);
      enable = true;
      await client.settingsChanged();
      for (const method of [FORMATTING, RANGE]) {
        assert.deepEqual(await client.registered(method), {
          documentSelector: [{ language: 'markdown' }, { language: 'mdx' }],
        });
      }
      assert.equal(applied(FAULTS, await edits(client, uri)), FIXED);
      enable = false;
      await client.settingsChanged();
      for (const method of [FORMATTING, RANGE]) await client.unregistered(method);
      assert.equal(await edits(client, uri), null);
    });
  });

  test('as the settings say last, however often they change', async () => {
    let enable = true;
    await within({ configuration: () => ({ format: { enable } }) }, async (client) => {
      for (const value of [false, true, false, true, true, false]) {
        enable = value;
        await client.settingsChanged();
      }
      await client.unregistered(FORMATTING);
      enable = true;
      await client.settingsChanged();
      await client.registered(FORMATTING);
    });
  });

  test('for the documents that the client calls pages', () => {
    const documents = [{ language: 'markdown', scheme: 'file' }];
    return within({ ...on, initializationOptions: { pages: documents } }, async (client) => {
      assert.deepEqual(await client.registered(FORMATTING), { documentSelector: documents });
    });
  });

  test('from the start to a client that cannot be told later, where it asks for it', async () => {
    await within({ plain: true, initializationOptions: { format: true } }, async (client, folder) => {
      assert.deepEqual(announced(client), [true, true]);
      await client.open(folder.uri('a.md'), FAULTS);
      assert.equal(applied(FAULTS, await edits(client, folder.uri('a.md'))), FIXED);
    });
    await within({ plain: true }, async (client, folder) => {
      assert.deepEqual(announced(client), [undefined, undefined]);
      await client.open(folder.uri('a.md'), FAULTS);
      assert.equal(await edits(client, folder.uri('a.md')), null);
    });
  });
});
