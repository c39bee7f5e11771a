import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapes } from '../../helpers/shapes.ts';
import { createStepCounter } from '../../helpers/steps.ts';

const countSteps = await createStepCounter();
const { createLinter } = await import('../../../server/core/lint/lint.ts');
const { fixAll } = await import('../../../server/core/lint/fix.ts');
const { parseMarkdown } = await import('../../../server/core/markdown/parse.ts');
const { defaults } = await import('../../helpers/settings.ts');

const lint = createLinter(defaults);

/** Twice the text costs about twice the steps; within one paragraph, whose length is bounded, somewhat more. */
const MOST = 2.6;
const COUNT = 100;

const works: Readonly<Record<string, (text: string) => Promise<number>>> = {
  fixed: (text) => countSteps(() => fixAll(parseMarkdown(text), lint)),
  'checked behind a keystroke': (text) => {
    const before = parseMarkdown(text);
    lint(before);
    const at = Math.max(0, text.lastIndexOf('\n', text.length / 2));
    const after = `${text.slice(0, at)}字${text.slice(at)}`;
    return countSteps(() => lint(parseMarkdown(after, before)));
  },
};

for (const [name, make] of Object.entries(shapes)) {
  test(`${name}: twice as many take twice the steps`, async () => {
    for (const [work, steps] of Object.entries(works)) {
      await steps(make(1));
      const [once, twice] = [await steps(make(COUNT)), await steps(make(2 * COUNT))];
      assert.ok(twice < MOST * once, `${work} in ${once} steps, then in ${twice}`);
    }
  });
}
