import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createProgress } from '../../../client/welcome/steps.ts';

type Told = [uri: string, findings: number, more?: { settled?: boolean; skipped?: string }];

const rows: readonly [name: string, told: readonly Told[], done: readonly string[]][] = [
  ['nothing, before anything was checked', [], []],
  ['a page was checked', [['a', 3]], ['check']],
  ['a page without findings was checked', [['a', 0]], ['check']],
  ['more may come of it yet', [['a', 3, { settled: false }]], []],
  ['a page that is not checked', [['a', 0, { skipped: 'too long' }]], []],
  [
    'a finding was mended',
    [
      ['a', 3],
      ['a', 2],
    ],
    ['check', 'fix'],
  ],
  [
    'a finding was made',
    [
      ['a', 3],
      ['a', 4],
    ],
    ['check'],
  ],
  [
    'another page has fewer',
    [
      ['a', 3],
      ['b', 1],
    ],
    ['check'],
  ],
  [
    'fewer are known while more may come',
    [
      ['a', 3],
      ['a', 1, { settled: false }],
      ['a', 3],
    ],
    ['check'],
  ],
];

describe('what a person has done', () => {
  for (const [name, told, expected] of rows) {
    test(name, () => {
      const done = new Set<string>();
      const tell = createProgress((step) => done.add(step));
      for (const [uri, findings, { settled = true, skipped } = {}] of told) {
        tell({ uri, findings, settled, version: 1, duration: 1, glossaryTerms: 0, ...(skipped ? { skipped } : {}) });
      }
      assert.deepEqual([...done], expected);
    });
  }
});
