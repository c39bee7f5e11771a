import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changesBetween } from '../../../server/core/text/changes.ts';
import { lineIndex } from '../../../server/core/text/lines.ts';
import { applyEdits, composedEdits, difference, type Edit } from '../../../server/core/text/span.ts';

const text = fc
  .array(fc.constantFrom('中', 'a', ' ', '\n', '\r\n', '𠮷', '🤗', '。'), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('the difference of two texts turns one into the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edit = difference(before, after);
      assert.equal(edit ? applyEdits(before, [edit]) : before, after);
    }),
  );
});

/** Edits of a text that do not overlap; some insert at the same place, some change nothing. */
const editsOf = (content: string) =>
  fc.array(fc.tuple(fc.nat(content.length), fc.nat(3), text), { maxLength: 6 }).map((places) =>
    places
      .sort(([a], [b]) => a - b)
      .map(([from, length, insert], i): Edit => {
        const to = Math.min(from + length, places[i + 1]?.[0] ?? content.length);
        return { from, to, insert };
      }),
  );

test('two steps of edits are composed into one', () => {
  const steps = text.chain((before) =>
    editsOf(before).chain((first) => {
      const between = applyEdits(before, first);
      return editsOf(between).map((second) => ({ before, first, between, second }));
    }),
  );
  fc.assert(
    fc.property(steps, ({ before, first, between, second }) => {
      const composed = composedEdits(before, first, between, second);
      assert.equal(applyEdits(before, composed), applyEdits(between, second));
      for (const [i, { from, to }] of composed.entries()) assert.ok(i === 0 || composed[i - 1]!.to <= from, `${to}`);
    }),
    { numRuns: 2000 },
  );
  // What the second step takes back is no edit, and what it leaves alone stays small.
  assert.deepEqual(
    composedEdits(
      '中a文b',
      [
        { from: 1, to: 1, insert: ' ' },
        { from: 3, to: 3, insert: ' ' },
      ],
      '中 a文 b',
      [{ from: 1, to: 2, insert: '' }],
    ),
    [{ from: 3, to: 3, insert: ' ' }],
  );
});

test('small changes turn one text into the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => assert.equal(applyEdits(before, changesBetween(before, after)), after)),
  );
  assert.deepEqual(changesBetween('用A的\n不变\n第3层', '用 A 的\n不变\n第 3 层').length, 4);
});

test('offsets and positions lead to each other', () => {
  fc.assert(
    fc.property(text, fc.nat(60), (content, at) => {
      const lines = lineIndex(content);
      const offset = Math.min(at, content.length);
      const { line, column } = lines.position(offset);
      assert.ok(lines.start(line) + column === offset);
      assert.equal(lines.count, content.split(/\r\n|\n|\r/).length);
    }),
  );
});
