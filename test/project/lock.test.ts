import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { counterpartLine, pairAt } from '../../client/lock.ts';
import type { ComparedPair } from '../../server/lsp/protocol.ts';

const pairs: ComparedPair[] = [
  { chinese: { from: 0, to: 0 }, english: { from: 0, to: 0 }, state: 'aligned' },
  { english: { from: 2, to: 4 }, state: 'missing' },
  { chinese: { from: 2, to: 3 }, english: { from: 6, to: 9 }, state: 'aligned' },
  { chinese: { from: 5, to: 5 }, state: 'extra' },
  { chinese: { from: 7, to: 7 }, english: { from: 11, to: 11 }, state: 'aligned' },
];

const cases: [line: number, english: number][] = [
  [0, 0],
  [1, 1],
  [2, 6],
  [3, 8],
  [5, 10],
  [7, 11],
  [9, 13],
];

describe('the lock of the comparison', () => {
  for (const [line, english] of cases) {
    test(`line ${line} shows English line ${english}`, () =>
      assert.equal(counterpartLine(pairs, 'chinese', line), english));
  }

  test('the start of an aligned block leads to the start of its counterpart, both ways', () => {
    for (const { chinese, english } of pairs) {
      if (!chinese || !english) continue;
      assert.equal(counterpartLine(pairs, 'chinese', chinese.from), english.from);
      assert.equal(counterpartLine(pairs, 'english', english.from), chinese.from);
    }
  });

  test('scrolling down never scrolls the other side up', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.constantFrom('chinese', 'english'), (line, side) => {
        assert.ok(counterpartLine(pairs, side, line) <= counterpartLine(pairs, side, line + 1));
      }),
    );
  });

  test('a line belongs to its block', () => {
    assert.equal(pairAt(pairs, 'chinese', 3), pairs[2]);
    assert.equal(pairAt(pairs, 'english', 3), pairs[1]);
    assert.equal(pairAt(pairs, 'chinese', 4), undefined);
  });
});
