import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryFiles } from '../../../server/workspace/files/memory-files.ts';
import { findRoot } from '../../../server/workspace/project/project.ts';
import { findSource } from '../../../server/workspace/source/source.ts';

const base = 'file:///home/zh/work';
const CHINESE = '这一页是用中文写的，不能是来源。';

/** Pages outside of every project: the folder or page that is named, a page of it, and its source. */
const cases: [name: string, files: readonly string[], named: string, page: string, source: string | undefined][] = [
  ['docs/zh beside docs/en', ['docs/en/a.md'], 'docs/zh', 'docs/zh/a.md', 'docs/en/a.md'],
  ['docs/zh-CN beside docs/en-US', ['docs/en-US/g/a.md'], 'docs/zh-CN', 'docs/zh-CN/g/a.md', 'docs/en-US/g/a.md'],
  ['a folder below docs/zh', ['docs/en/g/a.md'], 'docs/zh/g', 'docs/zh/g/a.md', 'docs/en/g/a.md'],
  ['docs/zh below the sources', ['docs/a.md'], 'docs/zh', 'docs/zh/a.md', 'docs/a.md'],
  ['docs/zh below the folders of the sources', ['docs/g/a.md'], 'docs/zh', 'docs/zh/g/a.md', 'docs/g/a.md'],
  ['docs-zh beside docs-en', ['docs-en/a.md'], 'docs-zh', 'docs-zh/a.md', 'docs-en/a.md'],
  ['docs_cn beside docs', ['docs/a.md'], 'docs_cn', 'docs_cn/a.md', 'docs/a.md'],
  ['i18n/zh beside the sources', ['a.md'], 'i18n/zh', 'i18n/zh/a.md', 'a.md'],
  ['i18n/zh beside i18n/en', ['i18n/en/a.md'], 'i18n/zh', 'i18n/zh/a.md', 'i18n/en/a.md'],
  ['i18n with tagged names', ['README.md'], 'i18n', 'i18n/README_zh.md', 'README.md'],
  ['tagged names', ['x/a.md'], 'x', 'x/a_zh.md', 'x/a.md'],
  ['tagged names in docs/zh', ['docs/en/a.md'], 'docs/zh', 'docs/zh/a.zh.md', 'docs/en/a.md'],
  ['a folder in Chinese', ['文档/en/a.md'], '文档/中文', '文档/中文/a.md', '文档/en/a.md'],
  ['both named from above', ['docs/en/a.md'], '.', 'docs/zh/a.md', 'docs/en/a.md'],
  ['no sources', ['other/b.md'], 'docs/zh', 'docs/zh/a.md', undefined],
  // The folder of a person who is called so is no translation of the others.
  ['the home of a person', ['../../en-home/x/a.md'], 'x', 'x/a.md', undefined],
];

for (const [name, sources, named, page, source] of cases) {
  test(`the source outside of a project: ${name}`, async () => {
    const at = (path: string) => new URL(path, `${base}/`).href;
    const files = memoryFiles({
      ...Object.fromEntries(sources.map((path) => [at(path), 'A page.\n'])),
      [at(page)]: CHINESE,
    });
    const fallback = named === '.' ? base : at(named);
    const root = await findRoot(files, at(page), fallback);
    assert.ok(root.startsWith(base), root);
    const found = (await findSource(files, at(page), { root })).source;
    assert.equal(found && decodeURI(found), source && `${base}/${source}`);
  });
}

test('a project goes before what lies beside', async () => {
  const files = memoryFiles({
    [`${base}/docs/zh/.yijiao.jsonc`]: '{}',
    [`${base}/docs/zh/a.md`]: CHINESE,
    [`${base}/docs/en/a.md`]: 'A page.\n',
  });
  assert.equal(await findRoot(files, `${base}/docs/zh/a.md`, `${base}/docs/zh`), `${base}/docs/zh`);
});

/** Two folders that a person names. */
const named: [page: string, sources: readonly string[], source: string | undefined][] = [
  ['t/a.md', ['s/a.md'], 's/a.md'],
  ['t/g/a.md', ['s/g/a.md', 's/a.md'], 's/g/a.md'],
  ['t/a.md', ['s/a.mdx'], 's/a.mdx'],
  ['t/a.mdx', ['s/a.md', 's/a.mdx'], 's/a.mdx'],
  ['t/a_zh.md', ['s/a.md'], 's/a.md'],
  ['t/a.zh-CN.md', ['s/a.en.md'], 's/a.en.md'],
  ['t/zh.md', ['s/en.md'], 's/en.md'],
  // They go before what lies beside the page.
  ['t/a_zh.md', ['t/a.md', 's/a.md'], 's/a.md'],
  ['t/a_zh.md', ['t/a.md', 's/b.md'], 't/a.md'],
  ['t/a.md', ['s/b.md'], undefined],
];
for (const [page, sources, source] of named) {
  test(`the source of ${page} among ${sources.join(', ')}, of folders that are named`, async () => {
    const files = memoryFiles({
      ...Object.fromEntries(sources.map((path) => [`${base}/${path}`, 'A page.\n'])),
      [`${base}/${page}`]: CHINESE,
    });
    const options = { root: `${base}/t`, named: { translations: `${base}/t`, sources: `${base}/s` } };
    assert.equal((await findSource(files, `${base}/${page}`, options)).source, source && `${base}/${source}`);
  });
}

test('a Chinese page in the folder of the sources is none', async () => {
  const files = memoryFiles({ [`${base}/t/a.md`]: CHINESE, [`${base}/s/a.md`]: CHINESE });
  const options = { root: `${base}/t`, named: { translations: `${base}/t`, sources: `${base}/s` } };
  assert.equal((await findSource(files, `${base}/t/a.md`, options)).source, undefined);
});
