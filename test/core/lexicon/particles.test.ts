import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { createSegmenter } from '../../../server/core/glossary/segmentit.ts';
import { createWordBoundaries } from '../../../server/core/glossary/word-boundaries.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { applyEdits } from '../../../server/core/text/span.ts';
import { onlyRule } from '../../helpers/settings.ts';

const sentences = readFileSync(new URL('particles.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));
const lint = createLinter({ ...onlyRule('de-particle'), wordBoundaries: createWordBoundaries(createSegmenter([])) });
const lintWithoutWords = createLinter(onlyRule('de-particle'));

function mended(text: string): string {
  const { findings } = lint(parseMarkdown(text));
  return applyEdits(
    text,
    findings.flatMap(({ fixes }) => fixes[0]!.edits),
  );
}

describe('的, 地 and 得', () => {
  for (const sentence of sentences) {
    const written = sentence.replace(/\[(.)>.\]/g, '$1');
    const right = sentence.replace(/\[.>(.)\]/g, '$1');
    test(sentence, () => {
      assert.equal(mended(written), right);
      assert.equal(mended(right), right);
    });
  }

  test('the table has enough of both', () => {
    const wrong = sentences.filter((sentence) => sentence.includes('>')).length;
    assert.ok(wrong >= 160, String(wrong));
    assert.ok(sentences.length - wrong >= 250);
  });
});

test('the segmenter is asked for where something is wrong, and hardly ever elsewhere', () => {
  const asks = (sentence: string) =>
    lintWithoutWords(parseMarkdown(sentence.replace(/\[(.)>.\]/g, '$1'))).wantsSegmenter;
  const [wrong, right] = [sentences.filter((one) => one.includes('>')), sentences.filter((one) => !one.includes('>'))];
  assert.deepEqual(
    wrong.filter((sentence) => !asks(sentence)),
    [],
  );
  assert.ok(right.filter(asks).length <= 12, right.filter(asks).join('\n'));
});
