import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { configOf, readConfig, ruleSettings } from '../../server/core/config.ts';

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

test('what is right in a faulty file stays in force', () => {
  const { config } = readConfig('{ "rules": { "ellipsis-ascii": "off", "x": 1 }, "glossary": ["a.csv", 3] ');
  assert.deepEqual(config, { rules: { 'ellipsis-ascii': 'off' }, glossary: ['a.csv'], sources: [], style: {} });
});

test('a project goes before the editor, and both before the defaults', () => {
  const editor = configOf({ rules: { 'ellipsis-ascii': 'hint', 'collapse-spaces': 'error' } });
  const settings = ruleSettings(editor, configOf({ rules: { 'ellipsis-ascii': ['off', {}] } }));
  assert.equal(settings.get('ellipsis-ascii')?.level, 'off');
  assert.equal(settings.get('collapse-spaces')?.level, 'error');
  assert.equal(settings.get('space-han-latin')?.level, 'warning');
});

test('no text makes it throw, and faults lie inside of the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), fc.nat(40), (json, cut) => {
      const text = json.slice(0, Math.max(0, json.length - (cut % 5)));
      for (const { from, to } of readConfig(text).faults) assert.ok(0 <= from && from <= to && to <= text.length);
    }),
  );
});
