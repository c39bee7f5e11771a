import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  commands,
  type EntryResult,
  type RulesResult,
  rulesRequest,
  type SettleParams,
  type StyleExampleInfo,
  type StylePointInfo,
  type StyleResult,
  settleRequest,
  styleChangedNotification,
  styleExamplesRequest,
  styleRequest,
} from '../../server/lsp/protocol.ts';
import { type ClientOptions, inProcess, rangeOf, type TestClient } from '../helpers/lsp.ts';
import { type TestFolder, testFolder } from '../helpers/workspace.ts';

/** Three pages that set Latin words off 16 times of 18, are divided about brackets, and hardly ever name a temperature. */
const pages = {
  'a.md': '使用 PyTorch 训练模型（见下文）。\n\n再用 NumPy 处理（可选）。\n\n结果交给 CLIP 模型（完）。\n',
  'b.md': '加载 BERT 模型，然后调用GPU计算。\n\n输出 JSON 文件(可选)。\n\n气温为 37°C，占用内存(约)。\n',
  'c.md': '这里是 Linux 系统。\n\n下载 Docker 镜像(大)。\n\n运行 Python 脚本。\n',
};

async function within(
  files: Record<string, string>,
  run: (client: TestClient, folder: TestFolder) => Promise<void>,
  options?: ClientOptions,
): Promise<void> {
  const folder = testFolder(files);
  const client = await inProcess({ folders: [folder.uri('').replace(/\/$/, '')], ...options });
  try {
    await run(client, folder);
  } finally {
    await client.stop();
    folder.remove();
  }
}

const styleOf = (client: TestClient, folder: TestFolder, again = false) =>
  client.connection.sendRequest<StyleResult>(styleRequest, { uri: folder.uri('x.md'), again });
const pointOf = ({ points }: StyleResult, id: string) => points.find((one) => one.id === id)!;
const settle = (client: TestClient, folder: TestFolder, params: Omit<SettleParams, 'uri'>) =>
  client.connection.sendRequest<EntryResult>(settleRequest, { uri: folder.uri('a.md'), ...params });

function written({ edit }: EntryResult, before = ''): string {
  const { documentChanges } = edit as { documentChanges: TextDocumentEdit[] };
  const { edits } = documentChanges.find((change) => 'edits' in change)!;
  const document = TextDocument.create('x:', 'jsonc', 0, before);
  return TextDocument.applyEdits(document, edits as Parameters<typeof TextDocument.applyEdits>[1]);
}

describe('the style of a project is told', () => {
  const rows: [what: string, settings: string | undefined, point: string, wanted: Partial<StylePointInfo>][] = [
    [
      'as the pages have it',
      undefined,
      'hanLatin',
      {
        value: 'space',
        origin: 'pages',
        shown: 'With a space · 16/18',
        total: 18,
        told: '16 of 18 places in 3 pages are written so: With a space: 名为 CLIP 的模型.',
      },
    ],
    [
      'as divided, with what would end that',
      undefined,
      'brackets',
      {
        value: 'mixed',
        origin: 'divided',
        shown: 'divided · 3 : 3',
        wakes: 'silent until 5 of 6 places agree',
        told: 'The pages are divided: “Full-width （ ） around Chinese” in 3 of 6 places. Rules that only follow the pages are silent until 5 of 6 agree, or until you settle it.',
      },
    ],
    ['as the default where too few places show it', undefined, 'dash', { value: 'none', origin: 'default', total: 0 }],
    [
      'as open where it is a matter of taste',
      undefined,
      'degree',
      { value: 'mixed', origin: 'undecided', shown: 'too few places (1)' },
    ],
    [
      'as settled, beside what the pages show',
      '{ "style": { "hanLatin": "none" } }',
      'hanLatin',
      {
        value: 'none',
        origin: 'settings',
        told: 'Settled in .yijiao.jsonc: Without a space: 名为CLIP的模型. 2 of 18 places in 3 pages are written so.',
      },
    ],
    [
      'as a profile has it',
      '{ "style": { "profile": "mdn", "degree": "none" } }',
      'brackets',
      {
        value: 'full',
        origin: 'profile',
        told: 'From the profile mdn (MDN Web Docs): Full-width （ ） around Chinese. 3 of 6 places in 3 pages are written so.',
      },
    ],
    [
      'with what overrides say',
      '{ "overrides": [{ "files": "blog/**", "style": { "hanLatin": "none" } }] }',
      'hanLatin',
      { value: 'space', overrides: [{ files: 'blog/**', shown: 'Without a space' }] },
    ],
  ];
  for (const [what, settings, point, wanted] of rows) {
    test(what, () =>
      within({ ...pages, ...(settings ? { '.yijiao.jsonc': settings } : {}) }, async (client, folder) => {
        const style = await styleOf(client, folder);
        assert.deepEqual([style.pages, style.isEnough], [3, true]);
        const info = pointOf(style, point);
        const said = Object.fromEntries(Object.keys(wanted).map((key) => [key, info[key as keyof StylePointInfo]]));
        assert.deepEqual(said, wanted);
      }),
    );
  }

  test('as the settings of the editor have it', () =>
    within(
      pages,
      async (client, folder) => assert.equal(pointOf(await styleOf(client, folder), 'unit').origin, 'editor'),
      {
        configuration: () => ({ style: { unit: 'none' } }),
      },
    ));

  test('with the rules that follow each point, and why they are silent', () =>
    within(
      { ...pages, '.yijiao.jsonc': '{ "rules": { "space-url": "off" }, "style": { "unit": "mixed" } }' },
      async (client, folder) => {
        const style = await styleOf(client, folder);
        const silent = (id: string) => pointOf(style, id).rules.map((rule) => [rule.id, rule.silent]);
        assert.deepEqual(silent('hanLatin'), [
          ['space-han-latin', undefined],
          ['space-image', undefined],
          ['space-url', 'off'],
        ]);
        assert.deepEqual(silent('brackets'), [
          ['bracket-width', 'silent: the pages are divided'],
          ['mixed-brackets', undefined],
        ]);
        assert.deepEqual(silent('degree'), [['degree-space', 'silent: too few places to tell']]);
        assert.deepEqual(silent('unit'), [['number-unit-space', 'silent: either is allowed']]);
        assert.deepEqual(silent('date'), [['date-spacing', undefined]], 'it asks for one way within each date');
      },
    ));

  test('with how each profile stands to the pages', () =>
    within(pages, async (client, folder) => {
      const { profiles } = await styleOf(client, folder);
      const d2l = profiles.find(({ name }) => name === 'd2l')!;
      assert.deepEqual([d2l.agrees, d2l.differs], [0, ['Space between Chinese and Latin letters']]);
      assert.equal(profiles.find(({ name }) => name === 'mdn')!.agrees, 1);
    }));

  test('as not enough to go by where there are few pages, and in Chinese', () =>
    within(
      { 'a.md': pages['a.md'] },
      async (client, folder) => {
        const style = await styleOf(client, folder);
        assert.deepEqual([style.pages, style.isEnough], [1, false]);
        assert.match(pointOf(style, 'brackets').told, /^1 个页面中依据不足：只有 3 处，至少需要 4 处。采用默认/);
      },
      { locale: 'zh-cn' },
    ));

  test('without pages at all', () =>
    within({}, async (client, folder) => {
      const style = await styleOf(client, folder);
      assert.deepEqual([style.pages, style.isEnough, style.settings], [0, false, undefined]);
    }));

  test('anew when the pages are looked at again', () =>
    within(pages, async (client, folder) => {
      assert.equal(pointOf(await styleOf(client, folder), 'brackets').value, 'mixed');
      for (const [path, text] of Object.entries(pages))
        folder.write(path, text.replace(/\((.)/g, '（$1').replace(/\)/g, '）'));
      assert.equal(pointOf(await styleOf(client, folder), 'brackets').value, 'mixed');
      assert.equal(pointOf(await styleOf(client, folder, true), 'brackets').value, 'full');
    }));
});

test('examples lead to the places that were counted', () =>
  within(pages, async (client, folder) => {
    await styleOf(client, folder);
    const examples = await client.connection.sendRequest<StyleExampleInfo[]>(styleExamplesRequest, {
      uri: folder.uri('a.md'),
      point: 'hanLatin',
      value: 'none',
    });
    assert.deepEqual(examples, [
      {
        uri: folder.uri('b.md'),
        range: { start: { line: 0, character: 14 }, end: { line: 0, character: 16 } },
        excerpt: '加载 BERT 模型，然后调用GPU计算。',
        from: 14,
        to: 16,
      },
      {
        uri: folder.uri('b.md'),
        range: { start: { line: 0, character: 17 }, end: { line: 0, character: 19 } },
        excerpt: '加载 BERT 模型，然后调用GPU计算。',
        from: 17,
        to: 19,
      },
    ]);
    const none = { uri: folder.uri('a.md'), point: 'no such point', value: 'none' };
    assert.deepEqual(await client.connection.sendRequest(styleExamplesRequest, none), []);
  }));

describe('settling', () => {
  test('a point writes the settings file, and the findings follow', () =>
    within(pages, async (client, folder) => {
      const uri = folder.uri('a.md');
      const before = await client.open(uri, pages['a.md']);
      assert.deepEqual(
        before.filter(({ code }) => code === 'bracket-width'),
        [],
      );
      const result = await settle(client, folder, { point: 'brackets', value: 'half' } as SettleParams);
      const text = written(result);
      assert.equal(text, '{\n  "style": {\n    "brackets": "half"\n  }\n}\n');
      folder.write('.yijiao.jsonc', text);
      const told = new Promise<void>((resolve) =>
        client.connection.onNotification(styleChangedNotification, () => resolve()),
      );
      await styleOf(client, folder);
      const changes = [{ uri: folder.uri('.yijiao.jsonc'), type: 1 }];
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      await told;
      const after = await client.diagnostics(uri, (all) => all.some(({ code }) => code === 'bracket-width'));
      assert.equal(after.filter(({ code }) => code === 'bracket-width').length, 3);
      assert.equal(pointOf(await styleOf(client, folder), 'brackets').origin, 'settings');
    }));

  const rows: [params: object, before: string, after: string | RegExp][] = [
    [{ point: 'unit', value: null }, '{ "style": { "unit": "none" } }', '{ "style": {} }'],
    [{ point: 'unit', value: 'both' }, '{}', /cannot|Nothing can be changed/],
    [{ point: 'units', value: 'none' }, '{}', /Nothing can be changed/],
    [{ profile: 'vue' }, '{ "style": "mdn" }', '{ "style": "vue" }'],
    [{ profile: null }, '{ "style": "mdn" }', '{ "style": {} }'],
    [{ profile: 'nobody' }, '{}', /Nothing can be changed/],
    [
      { rule: 'comma-overuse', level: 'hint' },
      '{ "rules": { "comma-overuse": "off" } }',
      '{ "rules": { "comma-overuse": "hint" } }',
    ],
    [{ rule: 'comma-overuse', level: 'loud' }, '{}', /Nothing can be changed/],
    [{ rule: 'no-such-rule', level: 'off' }, '{}', /Nothing can be changed/],
    [
      { rule: 'comma-overuse', option: 'max', value: 9 },
      '{ "rules": { "comma-overuse": ["hint", { "max": 3 }] } }',
      '{ "rules": { "comma-overuse": ["hint", { "max": 9 }] } }',
    ],
    [{ rule: 'comma-overuse', option: 'most', value: 9 }, '{}', /Nothing can be changed/],
    [{ point: 'unit', value: 'none' }, '{ "style": ', /Nothing can be changed/],
    [{ first: true }, '{}', /already/],
  ];
  for (const [params, before, after] of rows) {
    test(`${JSON.stringify(params)} in ${before}`, () =>
      within({ 'a.md': '用 A', '.yijiao.jsonc': before }, async (client, folder) => {
        const result = await settle(client, folder, params as SettleParams);
        if (typeof after === 'string') assert.equal(written(result, before).replace(/\s+/g, ' '), after);
        else assert.match(result.refused!, after);
      }));
  }

  test('a first file says what the pages show, as “yijiao init” does', () =>
    within(pages, async (client, folder) => {
      await styleOf(client, folder);
      const result = await settle(client, folder, { first: true } as SettleParams);
      const kinds = (result.edit as { documentChanges: { kind?: string }[] }).documentChanges.map(({ kind }) => kind);
      assert.deepEqual(kinds, ['create', undefined]);
      const text = written(result);
      assert.match(
        text,
        /\/\/ Space between Chinese and Latin letters · 中文与拉丁字母之间的空格\n {4}"hanLatin": "space"/,
      );
      assert.match(text, /"brackets": "mixed"/);
    }));
});

test('the rules are told with what the project says of them', () =>
  within(
    {
      'a.md': '用 A',
      '.yijiao.jsonc':
        '{ "rules": { "comma-overuse": ["hint", { "max": 9 }] }, "overrides": [{ "files": "b", "rules": { "dash-spacing": "off" } }] }',
    },
    async (client, folder) => {
      const { rules, levels } = await client.connection.sendRequest<RulesResult>(rulesRequest, {
        uri: folder.uri('a.md'),
      });
      const { options, ...rule } = rules.find(({ id }) => id === 'comma-overuse')!;
      assert.deepEqual([rule.level, rule.isSet, rule.isOverridden], ['hint', true, false]);
      assert.equal(options.find(({ name }) => name === 'max')!.value, 9);
      assert.equal(rules.find(({ id }) => id === 'dash-spacing')!.isOverridden, true);
      assert.equal(rules.find(({ id }) => id === 'line-parity')!.level, 'off');
      assert.deepEqual(levels.at(-1), { level: 'off', meaning: 'Not reported.' });
    },
  ));

describe('at a finding', () => {
  const options = { initializationOptions: { commands: [commands.settle, commands.openRule] } };

  test('a hover tells how the pages write it, and leads to settling it', () =>
    within(
      { ...pages, 'g.csv': 'en,zh\nGPU,图形处理器\n', '.yijiao.jsonc': '{ "glossary": ["g.csv"] }' },
      async (client, folder) => {
        const uri = folder.uri('b.md');
        await client.open(uri, pages['b.md']);
        const told = (await client.hover(uri, 0, 14))!.replace(/\\/g, '');
        assert.match(told, /Space between Chinese and Latin letters: 16 of 18 places in 3 pages are written so/);
        assert.match(told, /\(command:yijiao\.settleStyle\?/);
        const both = (await client.hover(uri, 0, 15))!.replace(/\\/g, '');
        assert.match(both, /\*\*GPU\*\*[\s\S]*---[\s\S]*16 of 18 places/, 'below what the glossary says');
        assert.equal(await client.hover(uri, 0, 4), undefined, 'nowhere else');
      },
      options,
    ));

  test('a quick fix settles what the pages show, with the counts', () =>
    within(
      pages,
      async (client, folder) => {
        const uri = folder.uri('b.md');
        await client.open(uri, pages['b.md']);
        const actions = await client.actions(uri, rangeOf(pages['b.md'], '用G'));
        const title = 'Your pages do so in 16 of 18 places: settle it (in .yijiao.jsonc)';
        const action = actions.find((one) => one.title === title);
        assert.ok(action, actions.map((one) => one.title).join('\n'));
        assert.equal(written({ edit: action.edit! }), '{\n  "style": {\n    "hanLatin": "space"\n  }\n}\n');
      },
      options,
    ));

  test('no quick fix settles what is settled, or what no pages decide', () =>
    within({ ...pages, '.yijiao.jsonc': '{ "style": "mdn" }' }, async (client, folder) => {
      const uri = folder.uri('b.md');
      await client.open(uri, pages['b.md']);
      const actions = await client.actions(uri, rangeOf(pages['b.md'], '用G'));
      assert.ok(actions.length > 0);
      assert.deepEqual(
        actions.filter(({ title }) => title.includes('settle')),
        [],
      );
    }));
});
