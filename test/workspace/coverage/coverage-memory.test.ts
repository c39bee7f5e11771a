import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageCoverage } from '../../../server/workspace/coverage/coverage.ts';
import { createCoverageMemory } from '../../../server/workspace/coverage/coverage-memory.ts';

const counts = { blocks: 1, translated: 1, missing: 0, untranslated: 0, extra: 0, behind: 0 };
const pages: Readonly<Record<string, PageCoverage | null>> = {
  'f:/zh/a.md': { chinese: 'f:/zh/a.md', english: 'f:/en/a.md', state: 'inSync', ...counts },
  'f:/tw/a.md': { chinese: 'f:/tw/a.md', english: 'f:/en/a.md', state: 'inSync', ...counts },
  'f:/zh/b%2B.md': { chinese: 'f:/zh/b%2B.md', english: 'f:/en/b%2B.md', state: 'inSync', ...counts },
  'f:/zh/alone.md': { chinese: 'f:/zh/alone.md', state: 'noSource', ...counts },
  'f:/en/a.md': null,
};

/** What changes, whether files come or go, which pages are forgotten, and whether somebody may want to look again. */
const rows: readonly [readonly string[], boolean, readonly string[], boolean][] = [
  [['f:/zh/a.md'], false, ['f:/zh/a.md'], true],
  [['f:/en/a.md'], false, ['f:/zh/a.md', 'f:/tw/a.md', 'f:/en/a.md'], true],
  [['f:/en/b+.md'], false, ['f:/zh/b%2B.md'], true],
  [['f:/zh/c.md'], false, [], true],
  [['f:/terms.csv'], false, [], false],
  // A source that comes may be that of any page without one, and a better one of pages with its name.
  [['f:/en/c.md'], true, ['f:/zh/alone.md'], true],
  [['f:/docs/b+.en.md'], true, ['f:/zh/b%2B.md', 'f:/zh/alone.md'], true],
  [['f:/docs/A.en.md'], true, ['f:/zh/a.md', 'f:/tw/a.md', 'f:/zh/alone.md', 'f:/en/a.md'], true],
  [[], true, [], false],
];

for (const [uris, moved, forgotten, isWorthALook] of rows) {
  test(`${uris.join() || 'nothing'} ${moved ? 'moved' : 'changed'}`, () => {
    const memory = createCoverageMemory();
    const keep = memory.begin();
    for (const [uri, page] of Object.entries(pages)) keep(uri, page);
    assert.equal(memory.changed(uris, moved), isWorthALook);
    assert.deepEqual(
      Object.keys(pages).filter((uri) => memory.known(uri) === undefined),
      Object.keys(pages).filter((uri) => forgotten.includes(uri)),
    );
  });
}

test('what was read before a change is not kept', () => {
  const memory = createCoverageMemory();
  const keep = memory.begin();
  memory.changed(['f:/zh/a.md']);
  keep('f:/zh/a.md', pages['f:/zh/a.md']!);
  assert.equal(memory.known('f:/zh/a.md'), undefined);
});
