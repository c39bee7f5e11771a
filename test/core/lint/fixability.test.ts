import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixAll } from '../../../server/core/lint/fix.ts';
import { type Fixability, fixabilityOf } from '../../../server/core/lint/fixability.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { defaults } from '../../helpers/settings.ts';
import { anyStyle, touchingThings } from '../../helpers/touching.ts';

const lint = createLinter(defaults);

const rows: [text: string, ...expected: [rule: string, Fixability][]][] = [
  ['用CLIP的', ['space-han-latin', 'fixable'], ['space-han-latin', 'fixable']],
  // Two fixes at one place: the second waits for the first.
  ['他说,,好', ['fullwidth-comma', 'fixable'], ['repeated-mark', 'fixable']],
  ['从 https://a.com/docs，另见', ['autolink-swallow', 'none']],
  ['$$a=b\n+c$$\n\n用CLIP', ['unclosed-formula', 'none'], ['space-han-latin', 'disputed']],
  // Stray marks would begin and end emphasis.
  ['用。*。*_[*。*](u)——_的。', ['repeated-mark', 'markup']],
];

for (const [text, ...expected] of rows) {
  test(`what becomes of the findings of ${JSON.stringify(text)}`, () => {
    const markdown = parseMarkdown(text);
    const { findings } = lint(markdown);
    const fixability = fixabilityOf(markdown, findings);
    assert.deepEqual(
      findings.map((finding) => [finding.rule.id, fixability(finding)]),
      expected,
    );
    const left = lint(parseMarkdown(fixAll(markdown, lint).text)).findings.map(({ rule }) => rule.id);
    assert.deepEqual(
      left,
      expected.filter(([, kind]) => kind !== 'fixable').map(([id]) => id),
    );
  });
}

test('what is left when everything was fixed is not called fixable', () => {
  fc.assert(
    fc.property(touchingThings, anyStyle, (text, style) => {
      const lintIn = createLinter({ ...defaults, style });
      const after = parseMarkdown(fixAll(parseMarkdown(text), lintIn).text);
      const { findings } = lintIn(after);
      const fixability = fixabilityOf(after, findings);
      assert.deepEqual(
        findings.filter((finding) => fixability(finding) === 'fixable'),
        [],
      );
    }),
    { numRuns: 800 },
  );
});
