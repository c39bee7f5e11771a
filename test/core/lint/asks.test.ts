import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asksUnder, rulesOfPoint } from '../../../server/core/lint/asks.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { type StyleId, styleIds } from '../../../server/core/style/points.ts';
import { valuesOf } from '../../../server/core/style/texts.ts';
import { onlyRule } from '../../helpers/settings.ts';

describe('whether a rule asks anything where a point of style is settled is told rightly of', () => {
  for (const id of styleIds) {
    for (const rule of rulesOfPoint(id)) {
      const examples = [rule.examples, ...Object.values(rule.styledExamples ?? {})].flat();
      const texts = examples.map((example) => (typeof example === 'string' ? example : example[0]));
      for (const value of valuesOf(id)) {
        test(`${rule.id} where ${id} is ${value}`, () => {
          const lint = createLinter(onlyRule(rule.id, { [id]: value } as Record<StyleId, string>));
          const reports = texts.some((text) => lint(parseMarkdown(text)).findings.length > 0);
          assert.equal(asksUnder(rule, value), reports);
        });
      }
    }
  }
});

test('every point of style has a rule', () => {
  assert.deepEqual(
    styleIds.filter((id) => rulesOfPoint(id).length === 0),
    [],
  );
});
