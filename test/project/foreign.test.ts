import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { differences, type Figures } from '../foreign/snapshot.ts';
import { commitAll } from '../helpers/git.ts';
import { repository, testFolder } from '../helpers/workspace.ts';

const figures: Figures = { commit: 'a', pages: 2, rules: { one: 3 }, findings: { 'a.md': 3 } };
const cases: [what: string, now: Partial<Figures>, lines: string[]][] = [
  ['nothing', {}, []],
  ['more findings of a rule', { rules: { one: 4 } }, ['p one: 3 → 4']],
  ['a rule that is new', { rules: { one: 3, two: 1 } }, ['p two: 0 → 1']],
  ['a page without findings any more', { findings: {} }, ['p a.md: 3 → 0']],
  ['another commit', { commit: 'b', pages: 3 }, ['p commit: a → b', 'p pages: 2 → 3']],
];

describe('the figures of foreign pages', () => {
  for (const [what, now, lines] of cases) {
    test(`tell of ${what}`, () => assert.deepEqual(differences({ p: figures }, { p: { ...figures, ...now } }), lines));
  }

  test('a project that is not in the snapshot is a difference', () => {
    assert.deepEqual(differences({}, { p: figures }), ['p: is not in the snapshot']);
  });

  test('are taken from a pinned commit, and compared', () => {
    const folder = testFolder({
      'remote/docs/zh/a.md': '用A的\n',
      'remote/docs/en/a.md': 'Uses A.\n',
      'remote/src/zh.md': '用B的\n',
    });
    try {
      const remote = { ...folder, path: folder.at('remote') };
      const repositories = (commit: string) =>
        JSON.stringify([{ name: 'p', url: remote.path, commit, folders: ['docs'], check: ['docs/zh'] }]);
      const run = (...args: string[]) => {
        const files = ['--list', folder.at('list.json'), '--snapshot', folder.at('snapshot.json')];
        const script = join(repository, 'test/foreign/run.ts');
        return spawnSync(process.execPath, [script, ...files, ...args, folder.at('checkouts')], { encoding: 'utf8' });
      };
      const commit = commitAll(remote, 'One');
      folder.write('list.json', repositories(commit));
      assert.equal(run().status, 2);
      assert.equal(run('--fetch').status, 1);
      assert.equal(run('--write').status, 0);
      const { p } = JSON.parse(readFileSync(folder.at('snapshot.json'), 'utf8'));
      const findings = { 'docs/zh/a.md': 2 };
      assert.deepEqual(p, { commit, pages: 1, rules: { 'space-han-latin': 2 }, findings });
      assert.match(run().stdout, /are those of the snapshot/);
      folder.write('checkouts/p/docs/zh/a.md', '用A的B的\n');
      const changed = run();
      assert.equal(changed.status, 1);
      assert.match(changed.stdout, /^p docs\/zh\/a\.md: 2 → \d$/m);
    } finally {
      folder.remove();
    }
  });
});

test('foreign projects are pinned by whole commits, and look only at what is checked out', () => {
  const list: { name: string; commit: string; folders: string[]; check: string[] }[] = JSON.parse(
    readFileSync(join(repository, 'test/foreign/repositories.json'), 'utf8'),
  );
  assert.equal(new Set(list.map(({ name }) => name)).size, list.length);
  for (const { name, commit, folders, check } of list) {
    assert.match(commit, /^[0-9a-f]{40}$/, name);
    for (const path of check)
      assert.ok(
        folders.some((folder) => `${path}/`.startsWith(`${folder}/`)),
        path,
      );
  }
});
