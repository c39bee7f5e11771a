import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { configOf, emptyConfig, readConfig } from '../../server/core/config/config.ts';
import {
  addGlossary,
  addWord,
  chooseProfile,
  forgetRule,
  type SettingsEdits,
  setLevel,
  setOption,
  settlePoint,
  turnOff,
} from '../../server/core/config/edit.ts';
import { firstSettings } from '../../server/core/config/first-settings.ts';
import { createResolver, ruleSettings } from '../../server/core/config/resolve.ts';
import { configSchema } from '../../server/core/config/schema.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { styleIds } from '../../server/core/style/points.ts';
import { meaningOf, valuesOf } from '../../server/core/style/texts.ts';
import { applyEdits } from '../../server/core/text/span.ts';

const cases: [text: string, faulty: string[]][] = [
  ['{}', []],
  ['', []],
  ['// nothing\n{ "rules": { "ellipsis-ascii": "off", }, }', []],
  ['{ "rules": { "ellipsis-ascii": "offf" } }', ['"offf"']],
  ['{ "rules": { "no-such-rule": "off" } }', ['"no-such-rule"']],
  ['{ "glosary": [] }', ['"glosary"']],
  ['{ "glossary": "terms.csv" }', ['"terms.csv"']],
  ['{ "sources": [{ "match": "a" }] }', ['{ "match": "a" }']],
  ['{ "style": "react" }', []],
  ['{ "style": "nobody" }', ['"nobody"']],
  ['{ "style": { "profile": "mdn", "link": "mixed" } }', []],
  ['{ "style": { "link": "sometimes" } }', ['"sometimes"']],
  ['{ "style": { "links": "space" } }', ['"links"']],
  ['{ "words": ["豆瓣FM"], "ignore": ["CHANGELOG.md", "!docs/**"] }', []],
  ['{ "words": ["", 1] }', ['""', '1']],
  ['{ "ignore": ["../x", "a", "[b"] }', ['"../x"', '"[b"']],
  ['{ "overrides": [{ "files": "docs/blog/**", "rules": { "ellipsis-ascii": "off" }, "style": "mdn" }] }', []],
  ['{ "overrides": [{ "files": ["a", "b\\\\c"], "rules": {} }] }', ['"b\\\\c"']],
  ['{ "overrides": [{ "rules": {} }] }', ['{ "rules": {} }']],
  ['{ "overrides": [{ "files": "a", "rules": { "ellipsis-ascii": "loud" } }] }', ['"loud"']],
  ['{ "overrides": [{ "files": "a", "rules": { "elipsis-ascii": "off" } }] }', ['"elipsis-ascii"']],
  ['{ "overrides": [{ "files": "a", "style": { "links": "none" }, "sources": [] }] }', ['"links"', '"sources"']],
  ['{ "rules": { "comma-overuse": ["hint", { "maxx": 3 }] } }', ['"maxx"']],
  ['{ "rules": { "comma-overuse": ["hint", { "max": "3" }] } }', ['"3"']],
  ['[1]', ['[1]']],
  ['{ "rules": ', [' ']],
  ['{ "rules": { "a": 1 "b": 2 } }', ['"b"']],
];

for (const [text, faulty] of cases) {
  test(`finds ${faulty.length} faults in ${JSON.stringify(text)}`, () => {
    const { faults } = readConfig(text);
    assert.deepEqual(
      faults.map(({ from, to }) => text.slice(from, to)),
      faulty,
    );
    for (const { message } of faults) assert.ok(message.en && /[\u4e00-\u9fff]/.test(message.zh));
  });
}

const told: [text: string, message: { en: string; zh: string }][] = [
  ['{ "words": "a" }', { en: '“words” must be a list: [ … ].', zh: '“words”应为列表：[ … ]。' }],
  [
    '{ "words": [1] }',
    {
      en: 'Each entry of “words” must be text in double quotation marks.',
      zh: '“words”中的每一项应为加英文双引号的文字。',
    },
  ],
  ['{ "ignore": [""] }', { en: 'Each entry of “ignore” must not be empty.', zh: '“ignore”中的每一项不能为空。' }],
  ['{ "words": ["a", "a"] }', { en: '“words” has the same entry twice.', zh: '“words”有重复的项。' }],
  [
    '{ "overrides": [{}] }',
    { en: 'Each entry of “overrides” needs “files”.', zh: '“overrides”中的每一项都应包含“files”。' },
  ],
  [
    '{ "overrides": [{ "files": 1 }] }',
    {
      en: '“files” must be a glob such as "docs/blog/**", or a list of them.',
      zh: '“files”应为通配路径（如 "docs/blog/**"）或其列表。',
    },
  ],
  [
    '{ "style": { "brackets": "" } }',
    { en: '“brackets” must be one of full, half, mixed.', zh: '“brackets”的值应为 full、half、mixed 之一。' },
  ],
  [
    '{ "rules": { "comma-overuse": ["hint", { "x": 1 }] } }',
    {
      en: '“comma-overuse” has no option “x”. Did you mean “max”?',
      zh: '“comma-overuse”没有名为“x”的选项。是否应为“max”？',
    },
  ],
  [
    '{ "rules": { "zero-width": ["hint", { "x": 1 }] } }',
    { en: '“zero-width” has no options.', zh: '“zero-width”没有选项。' },
  ],
  [
    '{ "rules": { "comma-overuse": ["hint", { "max": "1" }] } }',
    {
      en: '“max” has a wrong value. It must look like 6. How many commas a sentence may have.',
      zh: '“max”的值不正确，应形如 6。一句话中逗号的最多个数。',
    },
  ],
  ['[]', { en: 'The settings must be an object: { … }.', zh: '设置文件的内容应为对象：{ … }。' }],
  [
    '{ words: [] }',
    {
      en: 'This is not valid JSON: put text and names in double quotation marks.',
      zh: '不是有效的 JSON：文字和名称须加英文双引号。',
    },
  ],
];

for (const [text, message] of told) {
  test(`says what is wrong in ${text}`, () => assert.deepEqual(readConfig(text).faults[0]?.message, message));
}

test('what is right in a faulty file stays in force', () => {
  const { config } = readConfig('{ "rules": { "ellipsis-ascii": "off", "x": 1 }, "glossary": ["a.csv", 3] ');
  assert.deepEqual(config, { ...emptyConfig, rules: { 'ellipsis-ascii': 'off' }, glossary: ['a.csv'] });
});

test('a project goes before the editor, and both before the defaults', () => {
  const editor = configOf({ rules: { 'ellipsis-ascii': 'hint', 'collapse-spaces': 'error' } });
  const settings = ruleSettings(editor, configOf({ rules: { 'ellipsis-ascii': ['off', {}] } }));
  assert.equal(settings.get('ellipsis-ascii')?.level, 'off');
  assert.equal(settings.get('collapse-spaces')?.level, 'error');
  assert.equal(settings.get('space-han-latin')?.level, 'warning');
});

describe('overrides', () => {
  const editor = configOf({
    rules: { 'collapse-spaces': 'error' },
    style: { link: 'space' },
    glossary: ['e.csv'],
    ignore: ['tmp'],
  });
  const own = configOf({
    rules: { 'collapse-spaces': 'info' },
    style: 'gb',
    ignore: ['CHANGELOG.md'],
    overrides: [
      { files: 'docs/**', rules: { 'collapse-spaces': 'off' }, style: { quotes: 'corner' } },
      { files: ['docs/api/**', '*.mdx'], rules: { 'collapse-spaces': ['hint', {}] }, glossary: ['api.csv'] },
    ],
  });
  const resolver = createResolver(editor, own);
  const pages: [path: string, overrides: number[], level: string, quotes: string, glossary: string][] = [
    ['a.md', [], 'info', 'curly', 'e.csv'],
    ['docs/a.md', [0], 'off', 'corner', 'e.csv'],
    ['docs/api/a.md', [0, 1], 'hint', 'corner', 'api.csv'],
    ['x/a.mdx', [1], 'hint', 'curly', 'api.csv'],
  ];
  for (const [path, overrides, level, quotes, glossary] of pages) {
    test(`${path}: ${overrides.length} apply, later ones last`, () => {
      assert.deepEqual(resolver.overridesOf(path), overrides);
      const settings = resolver.settings(overrides);
      assert.equal(settings.rules.get('collapse-spaces')!.level, level);
      assert.deepEqual([settings.style.quotes, settings.style.link], [quotes, 'space']);
      assert.deepEqual(settings.glossary, [glossary]);
    });
  }

  test('pages that editor or project ignore are ignored', () => {
    const ignored = ['tmp/a.md', 'x/CHANGELOG.md', 'docs/a.md'].filter(resolver.isIgnored);
    assert.deepEqual(ignored, ['tmp/a.md', 'x/CHANGELOG.md']);
  });
});

const added: [text: string, result: string][] = [
  ['', '{\n  "words": [\n    "豆瓣FM"\n  ]\n}\n'],
  [
    '{\n  // 风格\n  "style": "mdn" // 定了\n}\n',
    '{\n  // 风格\n  "style": "mdn", // 定了\n  "words": [\n    "豆瓣FM"\n  ]\n}\n',
  ],
  [
    '{\n  "words": [\n    "QQ音乐", // 品牌\n  ],\n}\n',
    '{\n  "words": [\n    "QQ音乐",\n    "豆瓣FM", // 品牌\n  ],\n}\n',
  ],
  ['{\r\n\t"rules": {},\r\n\t"words": []\r\n}', '{\r\n\t"rules": {},\r\n\t"words": [\r\n\t\t"豆瓣FM"\r\n\t]\r\n}'],
];
for (const [text, result] of added) {
  test(`adds a word to ${JSON.stringify(text)}`, () =>
    assert.equal(applyEdits(text, addWord(text, '豆瓣FM')!), result));
}

test('names a glossary beside those that are named', () => {
  const text = '{ "glossary": ["a.csv"] }';
  assert.equal(applyEdits(text, addGlossary(text, 'b.csv')!), '{\n  "glossary": [\n    "a.csv",\n    "b.csv"\n  ]\n}');
  assert.equal(addGlossary('{ "glossary": 3 }', 'b.csv'), undefined);
});

const off: [text: string, result: string][] = [
  ['{}', '{\n  "rules": {\n    "ellipsis-ascii": "off"\n  }\n}'],
  ['{ "rules": { "ellipsis-ascii": "error" /* ! */ } }', '{ "rules": { "ellipsis-ascii": "off" /* ! */ } }'],
  ['{ "rules": { "ellipsis-ascii": ["error", {}] } }', '{ "rules": { "ellipsis-ascii": ["off", {}] } }'],
];
for (const [text, result] of off) {
  test(`turns a rule off in ${text}`, () => assert.equal(applyEdits(text, turnOff(text, 'ellipsis-ascii')!), result));
}

const points = '{\n  "style": {\n    // Brackets\n    "brackets": "full", // as MDN\n    "dash": "none"\n  }\n}\n';
const styled: [what: string, text: string, edit: (text: string) => SettingsEdits, result: string | undefined][] = [
  ['a point', '{ "style": { "unit": "space" } }', unit, '{ "style": { "unit": "none" } }'],
  ['a point in no file', '', unit, '{\n  "style": {\n    "unit": "none"\n  }\n}\n'],
  ['a point beside others', points, unit, points.replace('"dash": "none"', '"dash": "none",\n    "unit": "none"')],
  [
    'a point above a profile',
    '{\n  // Ours\n  "style": "mdn" // agreed\n}\n',
    unit,
    '{\n  // Ours\n  "style": {\n    "profile": "mdn",\n    "unit": "none"\n  } // agreed\n}\n',
  ],
  ['no point', points, (text) => settlePoint(text, 'dash', undefined), points.replace(/,( \/\/ as MDN)\n.*/, '$1')],
  ['no point where none is', points, (text) => settlePoint(text, 'unit', undefined), undefined],
  ['a point that is no list', '{ "style": [] }', unit, undefined],
  ['a profile', '', (text) => chooseProfile(text, 'mdn'), '{\n  "style": "mdn"\n}\n'],
  ['another profile', '{ "style": "mdn" }', (text) => chooseProfile(text, 'vue'), '{ "style": "vue" }'],
  [
    'a profile beneath points',
    points,
    (text) => chooseProfile(text, 'vue'),
    points.replace('"dash": "none"', '"dash": "none",\n    "profile": "vue"'),
  ],
  [
    'no profile',
    '{\n  // Ours\n  "style": "mdn" // agreed\n}\n',
    (text) => chooseProfile(text, undefined),
    '{\n  // Ours\n  "style": {} // agreed\n}\n',
  ],
  ['no profile where none is', points, (text) => chooseProfile(text, undefined), undefined],
  [
    'a level, and leaves the options',
    '{ "rules": { "comma-overuse": ["hint", { "max": 3 }] } }',
    (text) => setLevel(text, 'comma-overuse', 'error'),
    '{ "rules": { "comma-overuse": ["error", { "max": 3 }] } }',
  ],
  [
    'an option, and leaves the level',
    '{ "rules": { "comma-overuse": ["hint", { "max": 3 }] } }',
    (text) => setOption(text, 'comma-overuse', 'error', 'max', 5),
    '{ "rules": { "comma-overuse": ["hint", { "max": 5 }] } }',
  ],
  [
    'an option of a rule with a level',
    '{\n  "rules": {\n    "comma-overuse": "hint"\n  }\n}',
    (text) => setOption(text, 'comma-overuse', 'error', 'max', 5),
    '{\n  "rules": {\n    "comma-overuse": [\n      "hint",\n      {\n        "max": 5\n      }\n    ]\n  }\n}',
  ],
  ['an option that is not of its kind', '', (text) => setOption(text, 'comma-overuse', 'hint', 'max', 'a'), undefined],
  [
    'no more of a rule',
    '{ "rules": { "comma-overuse": "hint", "dash-spacing": "off" } }',
    (text) => forgetRule(text, 'comma-overuse'),
    '{\n  "rules": {\n    "dash-spacing": "off"\n  }\n}',
  ],
  [
    'no more of a point, nor of what it is about',
    firstSettings({ unit: 'none', dash: 'none' }),
    (text) => settlePoint(text, 'dash', undefined),
    firstSettings({ unit: 'none' }),
  ],
  [
    'no more of the only point',
    firstSettings({ unit: 'none' }),
    (text) => settlePoint(text, 'unit', undefined),
    firstSettings({}).replace('{\n\n', '{\n'),
  ],
];

function unit(text: string): SettingsEdits {
  return settlePoint(text, 'unit', 'none');
}

for (const [what, text, edit, result] of styled) {
  test(`writes ${what}: ${JSON.stringify(text)}`, () => {
    const edits = edit(text);
    assert.equal(edits && applyEdits(text, edits), result);
  });
}

test('a first settings file is in order, with each point and what it is about', () => {
  const text = firstSettings({ hanLatin: 'space', brackets: 'mixed' });
  const { config, faults } = readConfig(text);
  assert.deepEqual(faults, []);
  assert.deepEqual(config, { ...emptyConfig, style: { hanLatin: 'space', brackets: 'mixed' } });
  assert.match(text, /\/\/ Width of brackets · 括号的宽度\n {4}"brackets"/);
  assert.deepEqual(readConfig(firstSettings({})), { config: emptyConfig, faults: [] });
});

const broken: [text: string, edit: typeof addWord][] = [
  ['{ "words": ', addWord],
  ['[]', addWord],
  ['1', turnOff],
  ['{ "words": 3 }', addWord],
  ['{ "rules": [] }', turnOff],
];
for (const [text, edit] of broken) {
  test(`leaves ${text} alone`, () => assert.equal(edit(text, 'ellipsis-ascii'), undefined));
}

test('every level, option and value of a point of style is explained', () => {
  const { $defs } = configSchema() as { $defs: { rules: { properties: Record<string, unknown> } } };
  for (const text of JSON.stringify($defs).match(/"(?:description|markdownDescription)":"[^"]*"/g)!)
    assert.match(text, /[\u4e00-\u9fff]/);
  for (const { id, options, optionHelp } of rules) {
    assert.deepEqual(
      Object.keys(optionHelp ?? {}).sort(),
      Object.keys(options).sort(),
      `${id} says what its options are for`,
    );
  }
  for (const id of styleIds) {
    for (const value of valuesOf(id)) assert.doesNotMatch(meaningOf(id, value).en, /^Write /, `${id}: ${value}`);
  }
});

test('no text makes it throw, and faults lie inside of the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), fc.nat(40), (json, cut) => {
      const text = json.slice(0, Math.max(0, json.length - (cut % 5)));
      for (const { from, to } of readConfig(text).faults) assert.ok(0 <= from && from <= to && to <= text.length);
    }),
  );
});
