import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { repository } from '../helpers/workspace.ts';

const text = (path: string) => readFileSync(join(repository, path), 'utf8');
const manifest = JSON.parse(text('package.json'));

const readmes: readonly [file: string, pictures: RegExp][] = [
  ['README.md', /^docs\/images\/[\w-]+\.png$/],
  ['README.zh-CN.md', /^docs\/images\/zh-CN\/[\w-]+\.png$/],
];

for (const [file, own] of readmes) {
  describe(file, () => {
    const lines = text(file).split('\n');
    const pictures = (line: string) =>
      [...line.matchAll(/!\[([^\]]*)\]\(([^)]*)\)/g)].map(([, alt, path]) => ({ alt, path: path! }));
    const shown = lines.flatMap(pictures).filter(({ path }) => !path.startsWith('https:'));

    test('shows pictures of its own language, each described, one below the other', () => {
      assert.ok(shown.length > 6);
      for (const { alt, path } of shown) {
        assert.match(path, own);
        assert.ok(existsSync(join(repository, path)), path);
        assert.ok(alt, path);
        assert.ok(lines.includes(`![${alt}](${path})`), `${path} stands alone on its line`);
      }
    });

    test('begins with what is gained, and an animation that is soon there', () => {
      const [first] = shown;
      assert.match(first!.path, /\/tour\.png$/);
      const picture = join(repository, first!.path);
      assert.ok(statSync(picture).size < 1_500_000);
      assert.ok(readFileSync(picture).includes('acTL'), 'it moves');
      assert.ok(text(file).indexOf('**') < text(file).indexOf(first!.path));
    });

    test('has badges that are true', () => {
      const badges = lines.flatMap(pictures).filter(({ path }) => path.startsWith('https:'));
      const said = badges.map(
        ({ path }) =>
          decodeURIComponent(path.slice(path.lastIndexOf('/') + 1))
            .split('-')
            .slice(1, 2)[0],
      );
      assert.deepEqual(said, [manifest.license, manifest.engines.vscode.replace(/^\^(.*)\.0$/, '≥_$1')]);
      for (const { path } of badges) assert.match(path, /^https:\/\/img\.shields\.io\/badge\//);
    });
  });
}

test('both READMEs show the same pictures', () => {
  const names = readmes.map(([file]) =>
    [...text(file).matchAll(/\(docs\/images\/(?:zh-CN\/)?([\w-]+\.png)\)/g)].map(([, name]) => name),
  );
  assert.deepEqual(names[0], names[1]);
});
