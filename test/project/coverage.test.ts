import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { coverageLine } from '../../scripts/coverage.ts';
import { repository } from '../helpers/workspace.ts';

const read = (path: string) => JSON.parse(readFileSync(join(repository, path), 'utf8'));

test('coverage is told beside what is asked for, and where that can rise', () => {
  const least = { lines: 90, branches: 85 };
  const line = 'Coverage of server/ by the unit tests: lines 90.2 % (at least 90 %), branches 85.0 % (at least 85 %).';
  assert.equal(coverageLine({ lines: 90.24, branches: 85 }, least), line);
  assert.match(coverageLine({ lines: 90.2, branches: 86 }, least), /\n.*raise/);
});

test('the unit tests fail below the figures, and npm test tells them last', () => {
  const { scripts } = read('package.json');
  const config = read('.c8rc.json');
  assert.match(scripts['test:coverage'], /^c8 npm run test:unit$/);
  assert.match(scripts.test, /&& npm run test:coverage &&.*&& npm run coverage$/);
  assert.equal(config['check-coverage'], true);
  assert.ok(config.lines > 50 && config.branches > 50);
});
