import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  counterpartOf,
  counterpartPlace,
  differencesAt,
  differencesIn,
  nextDifference,
  pairAt,
} from '../../client/compare/lock.ts';
import { placeAt, type Rows, rowAt, rowsOf, rowsOfText, topBeside } from '../../client/compare/reading.ts';
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

describe('where one reads', () => {
  const WINDOW = 40;
  /** Pages of a number of paragraphs, of one row each and a blank line behind it; `only` has more rows on one side. */
  const paragraphs = Array.from({ length: 60 }, (_, at) => at * 2);
  const even: ComparedPair[] = paragraphs.map((line) => ({
    chinese: { from: line, to: line },
    english: { from: line, to: line },
    state: 'aligned',
  }));
  const missingAt = (line: number, lines: number): ComparedPair[] =>
    even.flatMap((pair) => {
      const from = pair.english!.from;
      const moved = { ...pair, english: { from: from + lines, to: from + lines } };
      if (from < line) return [pair];
      return from > line ? [moved] : [{ english: { from, to: from + lines - 2 }, state: 'missing' }, moved];
    });
  const plain = (lines: number) => rowsOf(Array.from({ length: lines }, () => 1));
  const seen = (from: number, rows: Rows, height = WINDOW) => ({
    rows,
    from,
    to: placeAt(rows, rowAt(rows, from) + height),
  });
  const rows = plain(120);

  test('pages with the same blocks stand level, from the first line to the last', () => {
    for (let from = 0; from < 100; from++) {
      assert.ok(Math.abs(topBeside(even, 'chinese', seen(from, rows), rows) - from) < 1e-6, `line ${from}`);
    }
  });

  test('both pages begin together, whatever is missing on the first screen', () => {
    const english = plain(132);
    assert.equal(topBeside(missingAt(4, 12), 'chinese', seen(0, rows), english), 0);
    assert.equal(topBeside(missingAt(4, 12), 'english', seen(0, english), rows), 0);
  });

  test('a block that is missing above moves nothing by more than a line or two', () => {
    const pairs = missingAt(30, 12);
    const english = plain(132);
    const tops = Array.from({ length: 80 }, (_, from) => topBeside(pairs, 'chinese', seen(from, rows), english));
    for (const [from, top] of tops.entries()) {
      const before = tops[from - 1] ?? top;
      assert.ok(top - before <= 3, `row ${from}: from ${before} to ${top}`);
      // Above the middle it is, and below it will be: there both pages are level where one reads.
      const middle = from + WINDOW / 2;
      if (middle > 38) assert.ok(Math.abs(top + WINDOW / 2 - (middle + 12)) < 1, `row ${from}: ${top}`);
      if (middle < 22) assert.ok(Math.abs(top - from) < 1, `row ${from}: ${top}`);
    }
  });

  test('a paragraph that takes more rows in one language has its middle beside its middle', () => {
    const long: ComparedPair[] = [
      { chinese: { from: 0, to: 0 }, english: { from: 0, to: 0 }, state: 'aligned' },
      { chinese: { from: 2, to: 2 }, english: { from: 2, to: 2 }, state: 'aligned' },
    ];
    const [chinese, english] = [rowsOf([1, 1, 200, 1]), rowsOf([1, 1, 300, 1])];
    const from = placeAt(chinese, 102 - WINDOW / 2);
    const top = topBeside(long, 'chinese', seen(from, chinese), english);
    assert.ok(Math.abs(rowAt(english, top) + WINDOW / 2 - 152) < 1);
  });

  test('an editor is scrolled by whole rows, so that nothing moves sideways', () => {
    for (let from = 0; from < 80; from += 0.5) {
      const top = topBeside(missingAt(30, 12), 'chinese', seen(from, rows), plain(132));
      assert.equal(top, Math.round(top));
    }
  });

  test('what is folded away takes no room', () => {
    const folded = rowsOf([1, 0, 0, 1, 2]);
    assert.deepEqual(
      [0, 0.5, 1, 3, 4.5, 9].map((place) => rowAt(folded, place)),
      [0, 0.5, 1, 1, 3, 8],
    );
    assert.deepEqual(
      [0, 0.5, 1, 3, 9].map((row) => placeAt(folded, row)),
      [0, 0.5, 3, 4.5, 10],
    );
  });

  test('scrolling down never scrolls the other side up', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(counts, counts, fc.constantFrom('chinese', 'english'), fc.nat(400), (one, other, side, at) => {
        const [here, there] = [rowsOf(one), rowsOf(other)];
        const top = (row: number) => rowAt(there, topBeside(pairs, side, seen(placeAt(here, row), here, 20), there));
        const last = here.at(-1)! - 21;
        if (last <= 0) return;
        const row = (at / 400) * last;
        assert.ok(top(row) <= top(row + 1) + 1e-6, `${top(row)} > ${top(row + 1)}`);
      }),
    );
  });

  test('a line wraps by its columns, of which Chinese takes two a character', () => {
    assert.deepEqual(
      ['', 'a'.repeat(80), 'a'.repeat(81), '字'.repeat(41)].map((text) => rowsOfText(text, 80)),
      [1, 1, 2, 2],
    );
    assert.equal(rowsOfText('a'.repeat(1000), Number.POSITIVE_INFINITY), 1);
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

  const told: [side: 'chinese' | 'english', line: number, differences: string[]][] = [
    ['chinese', 0, ['1 of 5: missing']],
    ['chinese', 2, []],
    ['chinese', 5, ['2 of 5: extra']],
    ['chinese', 7, ['3 of 5: missing']],
    ['chinese', 9, ['4 of 5: moved', '5 of 5: moved']],
    ['english', 3, ['1 of 5: missing']],
    ['english', 9, ['2 of 5: extra']],
    ['english', 15, ['3 of 5: missing', '4 of 5: moved']],
    ['english', 17, ['5 of 5: moved']],
  ];
  for (const [side, line, differences] of told) {
    test(`the ${side} line ${line} tells of ${differences.length} with their numbers`, () =>
      assert.deepEqual(
        differencesAt(moved, side, line).map(
          ({ number, all, difference }) => `${number} of ${all}: ${difference.state}`,
        ),
        differences,
      ));
  }

  test('what was moved has its counterpart elsewhere', () => {
    assert.deepEqual(counterpartOf(moved[7], 'chinese'), { from: 17, to: 17 });
    assert.deepEqual(counterpartOf(moved[8], 'english'), { from: 9, to: 9 });
    assert.equal(counterpartOf(moved[1], 'english'), undefined);
  });
});
