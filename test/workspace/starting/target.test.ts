import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryFiles } from '../../../server/workspace/files/memory-files.ts';
import type { SourceOptions } from '../../../server/workspace/source/tree.ts';
import { startAt } from '../../../server/workspace/starting/start.ts';

const root = 'file:///home/docs';
const english = 'Some English text that is to be translated.\n';
const chinese = '这一页是用中文写的，不能是来源。\n';

interface Case {
  readonly what: string;
  /** Paths; `*` behind those of Chinese pages. */
  readonly files: readonly string[];
  readonly page: string;
  readonly options?: Partial<SourceOptions>;
  /** The path that is certain; several, or one in a list, that are proposed; or the page that is there already. */
  readonly expected: string | readonly string[] | { readonly existing: string; readonly proposals?: readonly string[] };
}

const cases: readonly Case[] = [
  {
    what: 'a folder of the language',
    files: ['docs/en/a.md', 'docs/zh/a.md*', 'docs/en/guide/b.md'],
    page: 'docs/en/guide/b.md',
    expected: 'docs/zh/guide/b.md',
  },
  {
    what: 'a folder with a region',
    files: ['content/en/docs/a.md', 'content/zh-cn/docs/a.md*', 'content/en/docs/b.md'],
    page: 'content/en/docs/b.md',
    expected: 'content/zh-cn/docs/b.md',
  },
  {
    what: 'a tag in the name',
    files: ['guide/a.md', 'guide/a.zh-CN.md*', 'guide/b.md'],
    page: 'guide/b.md',
    expected: 'guide/b.zh-CN.md',
  },
  {
    what: 'tags in both names',
    files: ['README_EN.md', 'README_CN.md*', 'API_EN.md'],
    page: 'API_EN.md',
    expected: 'API_CN.md',
  },
  {
    what: 'another folder and a tag in the name, as in the seed',
    files: [
      'unit3/README.md',
      'markdown/unit3/README_CN.md*',
      'unit4/README.md',
      'markdown/unit2/README_CN.md*',
      'unit2/README.md',
    ],
    page: 'unit4/README.md',
    expected: 'markdown/unit4/README_CN.md',
  },
  {
    what: 'Docusaurus',
    files: ['docs/a.md', 'i18n/zh-Hans/docusaurus-plugin-content-docs/current/a.md*', 'docs/tutorial/b.mdx'],
    page: 'docs/tutorial/b.mdx',
    expected: 'i18n/zh-Hans/docusaurus-plugin-content-docs/current/tutorial/b.mdx',
  },
  {
    what: 'the deepest of two layouts',
    files: ['README.md', 'README_zh.md*', 'docs/en/a.md', 'docs/zh/a.md*', 'docs/en/b.md'],
    page: 'docs/en/b.md',
    expected: 'docs/zh/b.md',
  },
  {
    what: 'the settings, before what the pages show',
    files: ['docs/en/a.md', 'docs/zh/a.md*', 'docs/en/b.md'],
    page: 'docs/en/b.md',
    options: { sources: [{ match: 'cn/**/*.md', source: 'docs/en/**/*.md' }] },
    expected: 'cn/b.md',
  },
  {
    what: 'settings that do not lead back are passed over',
    files: ['docs/en/a.md', 'docs/zh/a.md*', 'docs/en/b.md'],
    page: 'docs/en/b.md',
    options: { sources: [{ match: 'cn/*/*.md', source: 'docs/en/*.md' }] },
    expected: 'docs/zh/b.md',
  },
  {
    what: 'the regions of a project, of which a person chooses',
    files: ['en/a.md', 'en/b.md', 'zh-CN/a.md*', 'zh-TW/a.md*', 'en/c.md', 'zh-CN/c.md*'],
    page: 'en/b.md',
    expected: ['zh-CN/b.md', 'zh-TW/b.md'],
  },
  {
    what: 'the region that is left',
    files: ['en/a.md', 'en/c.md', 'zh-CN/a.md*', 'zh-TW/c.md*', 'zh-CN/c.md*'],
    page: 'en/a.md',
    expected: { existing: 'zh-CN/a.md', proposals: ['zh-TW/a.md'] },
  },
  {
    what: 'the clone that is open beside, as of MDN',
    files: ['files/en-us/web/a/index.md', 'files/en-us/web/b/index.md', '../other/files/zh-cn/web/a/index.md*'],
    page: 'files/en-us/web/b/index.md',
    options: { folders: ['file:///home/other'] },
    expected: '../other/files/zh-cn/web/b/index.md',
  },
  {
    what: 'one README says little of pages in folders',
    files: ['README.md', 'README_zh.md*', 'docs/a.md'],
    page: 'docs/a.md',
    expected: ['docs/a_zh.md'],
  },
  {
    what: 'without any translation: a folder beside that of English',
    files: ['docs/en-US/a.md'],
    page: 'docs/en-US/a.md',
    expected: ['docs/zh-CN/a.md'],
  },
  { what: 'without any translation: a name', files: ['a_EN.md'], page: 'a_EN.md', expected: ['a_CN.md'] },
  {
    what: 'without any translation: a name of no language',
    files: ['a.mdx'],
    page: 'a.mdx',
    expected: ['a.zh-CN.mdx'],
  },
  {
    what: 'without any translation: Docusaurus',
    files: ['docusaurus.config.js', 'docs/a.md'],
    page: 'docs/a.md',
    expected: ['i18n/zh-Hans/docusaurus-plugin-content-docs/current/a.md'],
  },
  {
    what: 'a page that is there',
    files: ['docs/en/a.md', 'docs/zh/a.md*'],
    page: 'docs/en/a.md',
    expected: { existing: 'docs/zh/a.md' },
  },
  {
    what: 'a page that is there, elsewhere than others',
    files: ['docs/en/a.md', 'docs/zh/a.md*', 'docs/en/b.md', 'docs/b_zh.md*', 'docs/b.md'],
    page: 'docs/b.md',
    expected: { existing: 'docs/b_zh.md' },
  },
];

const uri = (path: string) => (path.startsWith('../') ? `file:///home/${path.slice(3)}` : `${root}/${path}`);

describe('a new translation lies where the project puts them', () => {
  for (const { what, files, page, options, expected } of cases) {
    test(what, async () => {
      const texts = files.map((file) => [uri(file.replace('*', '')), file.endsWith('*') ? chinese : english] as const);
      const found = await startAt(memoryFiles(Object.fromEntries(texts)), uri(page), { root, ...options });
      assert.ok('proposals' in found);
      if (typeof expected === 'object' && 'existing' in expected) {
        assert.equal(found.existing, uri(expected.existing));
        assert.deepEqual(found.proposals, (expected.proposals ?? []).map(uri));
        return;
      }
      assert.equal(found.existing, undefined);
      assert.deepEqual(found.proposals, [expected].flat().map(uri));
      assert.equal(found.isCertain, typeof expected === 'string');
    });
  }

  for (const [what, text, reason] of [
    ['a Chinese page', chinese, 'chinese'],
    ['an empty page', '\n', 'nothing'],
    ['a page that cannot be read', undefined, 'unreadable'],
  ] as const) {
    test(`${what} cannot be translated`, async () => {
      const files = memoryFiles(text === undefined ? {} : { [uri('a.md')]: text });
      assert.deepEqual(await startAt(files, uri('a.md'), { root }), { reason });
    });
  }
});
