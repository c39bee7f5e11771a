import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryFiles } from '../../../server/workspace/files/memory-files.ts';
import { pairsBelow } from '../../../server/workspace/source/pairs.ts';

const root = 'file:///home/docs';
const chinese = '这一页是用中文写的，不能是来源。';

interface Row {
  readonly name: string;
  readonly files: readonly string[];
  readonly texts?: Readonly<Record<string, string>>;
  readonly sources?: readonly { match: string; source: string }[];
  readonly ignored?: RegExp;
  readonly finds: Readonly<Record<string, string>>;
  /** The pages whose text is read. */
  readonly reads?: readonly string[];
}

const rows: readonly Row[] = [
  { name: 'a tag in the name', files: ['README_CN.md', 'README.md'], finds: { 'README_CN.md': 'README.md' } },
  { name: 'a tag in the name alone', files: ['README_CN.md'], finds: {} },
  {
    name: 'two folders',
    files: ['docs/zh/a.md', 'docs/zh/b.md', 'docs/en/a.md', 'docs/en/c.md'],
    finds: { 'docs/zh/a.md': 'docs/en/a.md' },
  },
  {
    name: 'pages that keep the name for the Chinese',
    files: ['c/index.md', 'c/index_origin.md', 'd/index.md', 'd/index.en.md'],
    texts: { 'd/index.md': 'Diese Seite ist auf Deutsch.' },
    finds: { 'c/index.md': 'c/index_origin.md' },
    reads: ['c/index.md', 'd/index.md'],
  },
  {
    name: 'patterns of the settings',
    files: ['han/a.md', 'latin/a.md'],
    sources: [{ match: 'han/*.md', source: 'latin/*.md' }],
    finds: { 'han/a.md': 'latin/a.md' },
    reads: ['han/a.md'],
  },
  {
    name: 'ignored pages',
    files: ['a_CN.md', 'a.md', 'old/a_CN.md', 'old/a.md'],
    ignored: /old/,
    finds: { 'a_CN.md': 'a.md' },
  },
  { name: 'names with blanks', files: ['the page_CN.md', 'the page.md'], finds: { 'the page_CN.md': 'the page.md' } },
  { name: 'several sources that fit equally well', files: ['x/zh/a.md', 'b/a.md', 'c/a.md'], finds: {} },
];

describe('translations are listed by their names', () => {
  for (const { name, files, texts = {}, sources = [], ignored, finds, reads = [] } of rows) {
    test(name, async () => {
      const uri = (path: string) => `${root}/${path}`.replaceAll(' ', '%20');
      const disk = memoryFiles(Object.fromEntries(files.map((path) => [uri(path), texts[path] ?? chinese])));
      const read: string[] = [];
      const watched: typeof disk = {
        ...disk,
        read(one) {
          read.push(one);
          return disk.read(one);
        },
      };
      const isIgnored = (one: string) => ignored?.test(one) ?? false;
      const { pages, isMore } = await pairsBelow(watched, root, { root, sources, isIgnored }, 100);
      const expected = Object.entries(finds).map(([one, other]) => ({ chinese: uri(one), english: uri(other) }));
      assert.deepEqual(pages, expected);
      assert.equal(isMore, false);
      assert.deepEqual(read, reads.map(uri));
    });
  }

  test('no more than are asked for, and whether there are more', async () => {
    const names = [1, 2, 3].flatMap((n) => [`${root}/${n}_CN.md`, `${root}/${n}.md`]);
    const disk = memoryFiles(Object.fromEntries(names.map((name) => [name, chinese])));
    assert.deepEqual(await pairsBelow(disk, root, { root }, 2).then(({ pages, isMore }) => [pages.length, isMore]), [
      2,
      true,
    ]);
    assert.equal((await pairsBelow(disk, root, { root }, 3)).isMore, false);
  });
});
