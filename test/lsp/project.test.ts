import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClientOptions, inProcess, rangeOf, type TestClient } from '../helpers/lsp.ts';
import { type TestFolder, testFolder } from '../helpers/workspace.ts';

/** Settings, glossaries and pages that are wrong, change, or are too much. */
async function within(
  files: Record<string, string | Uint8Array>,
  locale: string,
  run: (client: TestClient, folder: TestFolder) => Promise<void>,
): Promise<void> {
  const folder = testFolder(files);
  const client = await inProcess({ folders: [folder.uri('')], locale });
  try {
    await run(client, folder);
  } finally {
    await client.stop();
    folder.remove();
  }
}

const changed = (client: TestClient, uri: string) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });

const hoverOf = async (client: TestClient, uri: string) => ((await client.hover(uri, 0, 3)) ?? '').replaceAll('\\', '');

test('a malformed settings file gets one diagnostic at its line, and the rest goes on', () =>
  within({ '.yijiao.jsonc': '{\n  "rules": {\n    "space-han-latin": "of"\n  }\n}' }, 'en', async (client, folder) => {
    assert.equal((await client.open(folder.uri('a.md'), '用A')).length, 1);
    const [fault, ...more] = await client.diagnostics(folder.uri('.yijiao.jsonc'));
    assert.deepEqual(more, []);
    assert.deepEqual(fault!.range, { start: { line: 2, character: 23 }, end: { line: 2, character: 27 } });
    folder.write('.yijiao.jsonc', '{ "rules": { "space-han-latin": "off" } }');
    await changed(client, folder.uri('.yijiao.jsonc'));
    assert.deepEqual(await client.diagnostics(folder.uri('a.md'), (all) => all.length === 0), []);
    assert.deepEqual(await client.diagnostics(folder.uri('.yijiao.jsonc'), (all) => all.length === 0), []);
  }));

const languages: [says: string, options: ClientOptions, message: RegExp][] = [
  ['Chinese to a client with that locale', { locale: 'zh-TW' }, /应加空格/],
  ['English to a client that names no locale of ours', { locale: 'de' }, /Add a space/],
  [
    'what the settings of an editor say that has no words of its own',
    { locale: 'en', configuration: () => ({ language: 'zh' }) },
    /应加空格/,
  ],
  [
    'the language of a client that speaks itself, whatever its settings say',
    { locale: 'zh-CN', initializationOptions: { language: 'en' }, configuration: () => ({ language: 'zh' }) },
    /Add a space/,
  ],
];
for (const [says, options, message] of languages) {
  test(`the server speaks ${says}`, async () => {
    const folder = testFolder({});
    const client = await inProcess({ folders: [folder.uri('')], ...options });
    const [finding] = await client.open(folder.uri('a.md'), '用A');
    assert.match(String(finding!.message), message);
    await client.stop();
    folder.remove();
  });
}

test('what is no JSON is told under a name, so that an editor that says so itself can leave it out', () =>
  within(
    {
      '.yijiao.jsonc': '{ "glossary": ["g.json"], "words": [] "ignore": [] }',
      'g.json': '{ "token": "词元" "a": 1 }',
    },
    'en',
    async (client, folder) => {
      await client.open(folder.uri('a.md'), '用 A');
      const codes = async (file: string) => (await client.diagnostics(folder.uri(file))).map(({ code }) => code);
      assert.deepEqual(await codes('.yijiao.jsonc'), ['invalid-json']);
      assert.equal((await codes('g.json'))[0], 'invalid-json');
    },
  ));

test('the faults of settings and glossaries are told while they are edited, also where no page is open', () =>
  within(
    {
      '.yijiao.jsonc': '{ "glossary": ["a.yijiao.json"], "words": 3 }',
      'a.yijiao.json': '[{ "source": "token", "target": "词元" }]',
    },
    'en',
    async (client, folder) => {
      const open = (file: string, languageId: string, text: string) =>
        client.connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri: folder.uri(file), languageId, version: 1, text },
        });
      const told = async (file: string) => {
        const faults = await client.diagnostics(folder.uri(file), (all) => all.length > 0);
        return faults.map(({ message }) => message);
      };
      await open('.yijiao.jsonc', 'jsonc', '{ "glossary": ["a.yijiao.json"], "words": 3 }');
      assert.deepEqual(await told('.yijiao.jsonc'), ['“words” must be a list: [ … ].']);
      await open('a.yijiao.json', 'json', '[{ "source": "token", "target": "词元", "case": "loud" }]');
      const [fault, ...more] = await told('a.yijiao.json');
      assert.match(String(fault), /case/);
      assert.deepEqual(more, []);
    },
  ));

test('a settings file is no page: nothing in it is reported or fixed', () =>
  within({}, 'en', async (client, folder) => {
    const uri = folder.uri('.yijiao.jsonc');
    const text = '{ "glossary": ["术语A.csv"] }';
    const textDocument = { uri, languageId: 'jsonc', version: 1, text };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    assert.deepEqual(await client.actions(uri, rangeOf(text, '术语A'), ['source.fixAll']), []);
  }));

test('settings above the folder that is open hold, as they do on the command line', () =>
  within(
    { '.yijiao.jsonc': '{ "rules": { "space-han-latin": "off" } }', 'docs/a.md': '用A' },
    'en',
    async (_, folder) => {
      const client = await inProcess({ folders: [folder.uri('docs')] });
      assert.deepEqual(await client.open(folder.uri('docs/a.md'), '用A'), []);
      await client.stop();
    },
  ));

test('a faulty glossary gets a diagnostic at its line, and its good rows stay in force', () =>
  within(
    {
      '.yijiao.jsonc': '{ "glossary": ["g.csv"] }',
      'g.csv': 'en,zh,forbidden\nself-attention,自注意力,自关注\nnothing,\n',
    },
    'zh-cn',
    async (client, folder) => {
      await client.open(folder.uri('a.md'), '这种自关注，很常见');
      const diagnostics = await client.diagnostics(folder.uri('a.md'), (all) => all.length > 0);
      assert.deepEqual(
        diagnostics.map((one) => one.code),
        ['forbidden-term'],
      );
      assert.match(String(diagnostics[0]!.message), /术语表规定/);
      const faults = await client.diagnostics(folder.uri('g.csv'));
      assert.equal(faults.length, 1);
      assert.equal(faults[0]!.range.start.line, 2);
      folder.write('g.csv', 'en,zh,forbidden\nself-attention,自关注,自注意力\n');
      await changed(client, folder.uri('g.csv'));
      await client.diagnostics(folder.uri('a.md'), (all) => all.length === 0);
    },
  ));

test('a glossary of our own that a glob names joins when it is made, goes before others, and tells its faults', () =>
  within(
    {
      '.yijiao.jsonc': '{ "glossary": ["glossary/*.yijiao.yml", "base.csv"] }',
      'base.csv': 'en,zh,forbidden\nself-attention,自关注,自注意力\n',
    },
    'en',
    async (client, folder) => {
      await client.open(folder.uri('a.md'), '这种自注意力，很常见');
      await client.diagnostics(folder.uri('a.md'), (all) => all.length === 1);
      const own = [
        'terms:',
        '  - source: self-attention',
        '    target: 自注意力',
        '    forbidden: 自关注',
        '  - targt: 无',
      ];
      folder.write('glossary/own.yijiao.yml', own.join('\n'));
      await changed(client, folder.uri('glossary/own.yijiao.yml'));
      await client.diagnostics(folder.uri('a.md'), (all) => all.length === 0);
      const [fault, ...more] = await client.diagnostics(folder.uri('glossary/own.yijiao.yml'));
      assert.deepEqual(more, []);
      assert.deepEqual(fault!.range, { start: { line: 4, character: 4 }, end: { line: 4, character: 9 } });
      assert.match(await hoverOf(client, folder.uri('a.md')), /own\.yijiao\.yml, line 2/);
    },
  ));

test('glossary files of every kind that is read, and pages, are watched', async () => {
  const { glossaryExtensions } = await import('../../server/core/glossary/format/index.ts');
  const { pathMatcher } = await import('../../server/core/text/glob.ts');
  const folder = testFolder({});
  const client = await inProcess({ folders: [folder.uri('')] });
  const registered = await client.registered('workspace/didChangeWatchedFiles');
  const patterns = (registered as { watchers: { globPattern: string }[] }).watchers.map((one) => one.globPattern);
  const isWatched = pathMatcher(patterns);
  for (const name of ['csv', 'tab', 'txt', 'mdx', 'pot', 'yaml']) assert.ok(glossaryExtensions.includes(name), name);
  for (const name of glossaryExtensions) assert.ok(isWatched(`docs/glossary.${name}`), name);
  assert.ok(isWatched('.yijiao.jsonc') && isWatched('docs/.git/logs/HEAD') && !isWatched('a.js'));
  await client.stop();
  folder.remove();
});

test('a glossary that is missing, binary or outside of the project is told at its place', () =>
  within(
    {
      '.yijiao.jsonc': '{ "glossary": ["no.csv",\n "../x.csv",\n "b.csv"] }',
      'b.csv': Uint8Array.of(0xff, 0xfe, 0xff, 0, 0x80),
    },
    'en',
    async (client, folder) => {
      assert.equal((await client.open(folder.uri('a.md'), '用A')).length, 1);
      const faults = await client.diagnostics(folder.uri('.yijiao.jsonc'));
      assert.deepEqual(
        faults.map((one) => one.range.start.line),
        [0, 1],
      );
      assert.equal((await client.diagnostics(folder.uri('b.csv'))).length, 1);
    },
  ));

test('the segmenter is loaded when a rule asks for it, and confirms word boundaries', () =>
  within(
    { '.yijiao.jsonc': '{ "glossary": ["g.csv"] }', 'g.csv': 'en,zh,forbidden\nclass,类别,类\n' },
    'en',
    async (client, folder) => {
      await client.open(folder.uri('a.md'), '类似的情况，每个类都有名字');
      const diagnostics = await client.diagnostics(folder.uri('a.md'), (all) => all.length > 0);
      assert.deepEqual(
        diagnostics.map((one) => one.range.start.character),
        [8],
      );
    },
  ));

const odd: [name: string, text: string, findings: number][] = [
  ['an empty page', '', 0],
  ['CRLF', '用A\r\n的模型\r\n', 1],
  ['a byte order mark', '\uFEFF# 用A', 1],
  ['lone surrogates', '用\uD842A\uDC00的A', 3],
  ['a NUL', '用A\0', 1],
];
for (const [name, text, findings] of odd) {
  test(`${name} is no trouble`, () =>
    within({}, 'en', async (client, folder) => {
      assert.equal((await client.open(folder.uri('a.md'), text)).length, findings);
    }));
}

test('a page of 10 MB is not checked while typing, and says so', () =>
  within({}, 'en', async (client, folder) => {
    const [only, ...more] = await client.open(folder.uri('a.md'), '用A的模型。\n\n'.repeat(1_300_000));
    assert.deepEqual(more, []);
    assert.match(String(only!.message), /not checked/);
    assert.equal(only!.severity, 3);
  }));

test('a page that takes long to check is told once, with what to do', async () => {
  const folder = testFolder({});
  let clock = 0;
  const now = () => {
    clock += 2000;
    return clock;
  };
  const client = await inProcess({ folders: [folder.uri('')], now });
  const told: string[] = [];
  client.connection.onNotification('window/showMessage', ({ message }) => void told.push(message));
  const uri = folder.uri('大页.md');
  await client.open(uri, '用A');
  const start = { line: 0, character: 0 };
  const type = () => client.change(uri, { range: { start, end: start }, text: '我' });
  await type();
  await type();
  assert.equal(told.length, 1);
  assert.match(told[0]!, /^大页\.md takes 2\.0 s to check, so its findings follow when you pause\. Split the page/);
  await client.stop();
  folder.remove();
});

test('no more than 1,000 diagnostics of a page are sent', () =>
  within({}, 'en', async (client, folder) => {
    assert.equal((await client.open(folder.uri('a.md'), '用A的模型。\n\n'.repeat(800))).length, 1000);
  }));
