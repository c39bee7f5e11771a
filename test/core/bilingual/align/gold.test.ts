import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreGold } from '../../../eval/alignment.ts';

for (const [page, { F1 }] of Object.entries(scoreGold())) {
  test(`${page} is aligned as by hand`, () => assert.ok(Number(F1) >= 97, `F1 ${F1}`));
}
