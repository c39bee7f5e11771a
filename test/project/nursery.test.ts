import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ruleSettings } from '../../server/core/config/resolve.ts';
import { defaultLevel } from '../../server/core/lint/rule.ts';
import { ruleText } from '../../server/core/lint/rule-page.ts';
import { rules } from '../../server/core/lint/rules/index.ts';
import { repository } from '../helpers/workspace.ts';

const snapshot = readFileSync(join(repository, 'test/eval/snapshot.md'), 'utf8');

for (const rule of rules.filter(({ nursery }) => !nursery)) {
  test(`what ${rule.id} does to real pages is known, or it is in the nursery`, () => {
    assert.match(snapshot, new RegExp(`^\\| ${rule.id} \\| \\d+ \\|$`, 'm'), 'Run npm run eval, or say nursery: true.');
  });
}

test('a rule of the nursery is off until settings turn it on', () => {
  const rule = { ...rules[0]!, nursery: true } as const;
  assert.equal(defaultLevel(rule), 'off');
  assert.equal(ruleSettings({ rules: { [rule.id]: 'info' } }).get(rule.id)!.level, 'info');
  for (const language of ['zh', 'en'] as const) {
    assert.ok(ruleText(rule, language).includes(`{ "${rule.id}": "${rule.level}" }`), 'its page shows how');
  }
});
