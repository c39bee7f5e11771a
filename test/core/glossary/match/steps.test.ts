import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStepCounter } from '../../../helpers/steps.ts';

const countSteps = await createStepCounter();
const { readGlossary } = await import('../../../../server/core/glossary/format/read.ts');

const entries = (count: number, entry: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => entry(i)).join('');

/** Files of YAML that hold one thing many times, most of them as nobody but an attacker writes it. */
const files: Readonly<Record<string, (count: number) => string>> = {
  entries: (count) => entries(count, (i) => `- { source: a${i}, target: 中 }\n`),
  'aliases of one anchor': (count) =>
    `- { source: &a word, target: 中 }\n${entries(count, (i) => `- { source: b${i}, target: *a }\n`)}`,
  'aliases of many anchors': (count) => entries(count, (i) => `- { source: &a${i} b, target: *a${i} }\n`),
  'aliases in one list': (count) =>
    `- { source: &a word, target: 中 }\n- { source: x, target: [${entries(count, () => '*a, ')}x] }\n`,
  'anchors that grow': (count) =>
    `- { source: &a0 [a, b], target: 中 }\n${entries(count, (i) => `- { source: &a${i + 1} [*a${i}, *a${i}], target: 中 }\n`)}`,
  'aliases of nothing': (count) => entries(count, (i) => `- { source: *a${i}, target: 中 }\n`),
  'aliases of themselves': (count) => entries(count, (i) => `- &a${i} { source: a, target: *a${i} }\n`),
  'aliases as keys': (count) =>
    `- { source: &a word, target: 中 }\n${entries(count, () => '- { *a : b, target: 中 }\n')}`,
  'unknown fields in one entry': (count) => `- source: a\n  target: 中\n${entries(count, (i) => `  k${i}: x\n`)}`,
  'wrong values in one list': (count) => `- source: a\n  target: [${entries(count, (i) => `{ x: ${i} }, `)}x]\n`,
  'entries that end nowhere': (count) => entries(count, (i) => `- source: "a${i}\n  target: 中\n`),
};

const COUNT = 300;

for (const [name, make] of Object.entries(files)) {
  test(`${name}: twice as many are read in twice the steps`, async () => {
    const steps = (count: number) => countSteps(() => readGlossary(make(count), 'a.yml'));
    await steps(1);
    const [once, twice] = [await steps(COUNT), await steps(2 * COUNT)];
    assert.ok(twice < 2.3 * once, `${once} steps, then ${twice}`);
  });
}
