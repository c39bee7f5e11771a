import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changesBetween } from '../../../server/core/text/changes.ts';
import { lineIndex } from '../../../server/core/text/lines.ts';
import { applyEdits, difference } from '../../../server/core/text/span.ts';

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
