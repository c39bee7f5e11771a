import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fixAll } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { levels } from '../../../server/core/lint/rule.ts';
import { rules } from '../../../server/core/lint/rules/index.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { onlyRule } from '../../helpers/settings.ts';

for (const rule of rules) {
  describe(rule.id, () => {
    const lint = createLinter(onlyRule(rule.id));
    const found = (text: string) => lint(parseMarkdown(text)).findings;

    for (const example of rule.examples) {
      if (typeof example === 'string') {
        test(`leaves ${example}`, () => assert.deepEqual(found(example), []));
        continue;
      }
      const [bad, good] = example;
      test(`reports ${bad}`, () => assert.notDeepEqual(found(bad), []));
      if (rule.fix === 'safe') test(`fixes ${bad}`, () => assert.equal(fixAll(parseMarkdown(bad), lint).text, good));
      if (bad !== good) test(`leaves ${good}`, () => assert.deepEqual(found(good), []));
    }

    test('speaks both languages with the same placeholders', () => {
      const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
      assert.deepEqual(names(rule.message.zh), names(rule.message.en));
      for (const words of [rule.title, rule.why, rule.message]) {
        assert.match(words.zh, /[\u4e00-\u9fff]/);
        assert.match(words.en, /[A-Za-z]/);
      }
      assert.ok(levels.includes(rule.level));
    });

    test('has examples of what it reports and of what it leaves', () => {
      assert.ok(rule.examples.some((example) => typeof example === 'string'));
      assert.ok(rule.examples.some((example) => typeof example !== 'string'));
    });
  });
}
