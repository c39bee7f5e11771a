import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Validator } from '@cfworker/json-schema';
import fc from 'fast-check';
import { lenientSchema } from '../../server/core/config/lenient-schema.ts';
import { configSchema } from '../../server/core/config/schema.ts';
import { glossarySchema } from '../../server/core/glossary/format/own/schema.ts';

type Schema = Record<string, unknown>;

const schemas = { settings: configSchema(), glossaries: glossarySchema() };

const faulty = [
  '{ "rules": { "ellipsis-ascii": "loud", "no-such-rule": 3, "comma-overuse": ["hint", { "max": "3" }] } }',
  '{ "style": "nobody", "words": [1, 1], "overrides": [{}], "glosary": true, "sources": [{ "match": 2 }] }',
  '{ "terms": [{ "source": 3, "case": "loud", "senses": [], "nosuch": 1 }] }',
  '[{ "target": { "text": "" } }, 3]',
  '{ "terms": 3 }',
  'null',
];

for (const [name, strict] of Object.entries(schemas)) {
  describe(`the schema of ${name} for VS Code`, () => {
    const schema = lenientSchema(strict);

    test('finds no fault in any value, since the server tells them', () => {
      const validator = new Validator(schema, '2020-12', false);
      const isValid = (value: unknown) => validator.validate(value).valid;
      for (const text of faulty) assert.ok(isValid(JSON.parse(text)), text);
      fc.assert(fc.property(fc.jsonValue(), isValid));
    });

    test('completes and explains what the strict one does', () => {
      const [said, all] = [told(schema), told(strict)];
      assert.ok(all.size > 40);
      assert.deepEqual(
        [...all].filter((one) => !said.has(one)),
        [],
      );
    });
  });
}

/** All names, values, snippets and words that a schema holds. */
function told(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const [keyword, value] of Object.entries(schema as Schema)) {
    if (/^(?:properties|\$defs)$/.test(keyword)) for (const name of Object.keys(value as Schema)) found.add(name);
    if (/^(?:description|markdownDescription|default|defaultSnippets|enum|enumDescriptions|title)$/.test(keyword))
      found.add(`${keyword} ${JSON.stringify(value)}`);
    told(value, found);
  }
  return found;
}
