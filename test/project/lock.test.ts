import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { counterpartOf, counterpartPlace, differencesIn, nextDifference, pairAt } from '../../client/compare/lock.ts';
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
      assert.equal(counterpartPlace(pairs, 'chinese', line), english));
  }

  test('the start of an aligned block leads to the start of its counterpart, both ways', () => {
    for (const { chinese, english } of pairs) {
      if (!chinese || !english) continue;
      assert.equal(counterpartPlace(pairs, 'chinese', chinese.from), english.from);
      assert.equal(counterpartPlace(pairs, 'english', english.from), chinese.from);
    }
  });

  test('scrolling down never scrolls the other side up', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.constantFrom('chinese', 'english'), (line, side) => {
        assert.ok(counterpartPlace(pairs, side, line) <= counterpartPlace(pairs, side, line + 1));
      }),
    );
  });

  test('a line belongs to its block', () => {
    assert.equal(pairAt(pairs, 'chinese', 3), pairs[2]);
    assert.equal(pairAt(pairs, 'english', 3), pairs[1]);
    assert.equal(pairAt(pairs, 'chinese', 4), undefined);
  });

  test('a place inside of a wrapped line leads to the same share of its counterpart', () => {
    const wrapped: ComparedPair[] = [
      { chinese: { from: 0, to: 0 }, english: { from: 0, to: 3 }, state: 'aligned' },
      { chinese: { from: 2, to: 2 }, english: { from: 5, to: 5 }, state: 'aligned' },
    ];
    assert.equal(counterpartPlace(wrapped, 'chinese', 0.5), 2);
    assert.equal(counterpartPlace(wrapped, 'english', 3), 0.75);
    assert.equal(counterpartPlace(wrapped, 'chinese', 2.25), 5.25);
  });
});

describe('the differences of a comparison', () => {
  const moved: ComparedPair[] = [
    ...pairs,
    { english: { from: 13, to: 13 }, state: 'missing' },
    { english: { from: 15, to: 15 }, state: 'missing' },
    { chinese: { from: 9, to: 9 }, state: 'moved', counterpart: { from: 17, to: 17 } },
    { english: { from: 17, to: 17 }, state: 'moved', counterpart: { from: 9, to: 9 } },
  ];

  test('have a place on both sides, and stand together when they are alike', () => {
    assert.deepEqual(
      differencesIn(moved).map(({ state, count, line }) => [state, count, line.chinese, line.english]),
      [
        ['missing', 1, 0, 2],
        ['extra', 1, 5, 9],
        ['missing', 2, 7, 13],
        ['moved', 1, 9, 15],
        ['moved', 1, 9, 17],
      ],
    );
  });

  test('are gone to one by one, and round again', () => {
    const differences = differencesIn(pairs);
    const lines = (line: number, direction: 1 | -1) =>
      nextDifference(differences, 'english', line, direction)?.line.english;
    assert.equal(lines(0, 1), 2);
    assert.equal(lines(2, 1), 9);
    assert.equal(lines(9, 1), 2);
    assert.equal(lines(2, -1), 9);
    assert.equal(nextDifference([], 'chinese', 0, 1), undefined);
  });

  test('what was moved has its counterpart elsewhere', () => {
    assert.deepEqual(counterpartOf(moved[7], 'chinese'), { from: 17, to: 17 });
    assert.deepEqual(counterpartOf(moved[8], 'english'), { from: 9, to: 9 });
    assert.equal(counterpartOf(moved[1], 'english'), undefined);
  });
});
