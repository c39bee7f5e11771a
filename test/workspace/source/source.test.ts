import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryFiles } from '../../../server/workspace/files/memory-files.ts';
import { sourceByPattern } from '../../../server/workspace/source/patterns.ts';
import { findSource, findTranslations } from '../../../server/workspace/source/source.ts';
import type { SourcePattern } from '../../../server/workspace/source/tree.ts';
import { toTheEnd } from '../../helpers/hang.ts';

const root = 'file:///home/docs';

interface Layout {
  readonly name: string;
  /** Paths of files in English; `path: text` for others. */
  readonly files: readonly string[];
  readonly texts?: Readonly<Record<string, string>>;
  readonly page: string;
  readonly sources?: readonly SourcePattern[];
  /** The source, or several that fit equally well, or none. */
  readonly finds: string | readonly string[] | undefined;
  /** False where the way back leads to several pages, or to none because only the page itself names its source. */
  readonly back?: boolean;
}

const chinese = '这一页是用中文写的，不能是来源。';

const layouts: readonly Layout[] = [
  {
    name: 'the seed',
    files: ['unit3/README.md', 'unit1/README.md', 'README.md'],
    page: 'markdown/unit3/README_CN.md',
    finds: 'unit3/README.md',
  },
  { name: 'suffix _CN', files: ['README.md'], page: 'README_CN.md', finds: 'README.md' },
  { name: 'suffix _zh-CN', files: ['README.md'], page: 'README_zh-CN.md', finds: 'README.md' },
  { name: 'suffix _zh', files: ['README.md'], page: 'README_zh.md', finds: 'README.md' },
  { name: 'suffix .zh', files: ['README.md'], page: 'README.zh.md', finds: 'README.md' },
  { name: 'suffix .zh-CN', files: ['guide/a.md'], page: 'guide/a.zh-CN.md', finds: 'guide/a.md' },
  { name: 'suffix _zh_CN', files: ['README.md'], page: 'README_zh_CN.md', finds: 'README.md' },
  { name: 'suffix -zh_CN', files: ['README.md'], page: 'README-zh_CN.md', finds: 'README.md' },
  { name: 'suffix .zh-Hans', files: ['README.md'], page: 'README.zh-Hans.md', finds: 'README.md' },
  { name: 'suffix .zh-TW', files: ['README.md'], page: 'README.zh-TW.md', finds: 'README.md' },
  { name: 'suffix -zh-hant', files: ['README.md'], page: 'README-zh-hant.md', finds: 'README.md' },
  { name: 'suffix in Chinese', files: ['README.md'], page: 'README_中文.md', finds: 'README.md' },
  {
    name: 'suffix in Chinese without a separator',
    files: ['README.md'],
    page: 'README简体中文.md',
    finds: 'README.md',
  },
  { name: 'suffix, other case', files: ['readme.md'], page: 'README_cn.md', finds: 'readme.md' },
  { name: 'suffix, other extension', files: ['intro.mdx'], page: 'intro_zh.md', finds: 'intro.mdx' },
  {
    name: 'suffix, the same extension first',
    files: ['intro.mdx', 'intro.md'],
    page: 'intro_zh.mdx',
    finds: 'intro.mdx',
  },
  { name: 'both with a suffix', files: ['README_EN.md'], page: 'README_CN.md', finds: 'README_EN.md' },
  { name: 'both with a suffix and a region', files: ['a.en-US.md'], page: 'a.zh-CN.md', finds: 'a.en-US.md' },
  { name: 'both with a suffix after a dot', files: ['a.en.md'], page: 'a.zh.md', finds: 'a.en.md' },
  {
    name: 'the plain page is Chinese too',
    files: ['README_en.md'],
    texts: { 'README.md': chinese },
    page: 'README_zh.md',
    finds: 'README_en.md',
    back: false,
  },
  { name: 'two English pages', files: ['a_en.md', 'a-en.md'], page: 'a_zh.md', finds: ['a_en.md', 'a-en.md'] },
  { name: 'the parent folder', files: ['README.md'], page: 'i18n/README_zh-hans.md', finds: 'README.md' },
  { name: 'named by the tag alone', files: ['about/en.md'], page: 'about/zh.md', finds: 'about/en.md' },
  {
    name: 'named by the tag alone, beside README',
    files: ['about/README.md'],
    page: 'about/zh-CN.md',
    finds: 'about/README.md',
  },
  {
    name: 'folder zh-CN',
    files: ['chapters/en/chapter1/2.mdx'],
    page: 'chapters/zh-CN/chapter1/2.mdx',
    finds: 'chapters/en/chapter1/2.mdx',
  },
  {
    name: 'folder zh, other extension',
    files: ['units/en/unit1/a.mdx'],
    page: 'units/zh/unit1/a.md',
    finds: 'units/en/unit1/a.mdx',
  },
  {
    name: 'folder zh beside en and en-GB',
    files: ['docs/en/a.md', 'docs/en-GB/a.md'],
    page: 'docs/zh/a.md',
    finds: 'docs/en/a.md',
  },
  { name: 'folder with a suffix', files: ['skills/a/b.md'], page: 'skills-zh/a/b.md', finds: 'skills/a/b.md' },
  { name: 'folders with suffixes', files: ['docs-en/a.md'], page: 'docs-cn/a.md', finds: 'docs-en/a.md' },
  { name: 'folder zh_CN beside en_US', files: ['docs/en_US/a.md'], page: 'docs/zh_CN/a.md', finds: 'docs/en_US/a.md' },
  { name: 'folder english', files: ['English/a.md'], page: '中文/a.md', finds: 'English/a.md' },
  { name: 'folder left out', files: ['docs/guide/a.md'], page: 'docs/zh/guide/a.md', finds: 'docs/guide/a.md' },
  { name: 'folder at the root', files: ['guide/a.md'], page: 'zh/guide/a.md', finds: 'guide/a.md' },
  { name: 'folder and its parent left out', files: ['README.md'], page: 'docs/zh/README.md', finds: 'README.md' },
  { name: 'folder of translations', files: ['guide/a.md'], page: 'i18n/zh-Hans/guide/a.md', finds: 'guide/a.md' },
  {
    name: 'folder content/zh-cn',
    files: ['content/en/docs/a.md', 'content/de/docs/a.md'],
    page: 'content/zh-cn/docs/a.md',
    finds: 'content/en/docs/a.md',
  },
  { name: 'folder and suffix', files: ['docs/en/a_en.md'], page: 'docs/zh/a_zh.md', finds: 'docs/en/a_en.md' },
  {
    name: 'Docusaurus docs',
    files: ['docs/a/intro.md'],
    page: 'i18n/zh-Hans/docusaurus-plugin-content-docs/current/a/intro.md',
    finds: 'docs/a/intro.md',
  },
  {
    name: 'Docusaurus version',
    files: ['versioned_docs/version-2.x/intro.md', 'docs/intro.md'],
    page: 'i18n/zh-CN/docusaurus-plugin-content-docs/version-2.x/intro.md',
    finds: 'versioned_docs/version-2.x/intro.md',
  },
  {
    name: 'Docusaurus instance',
    files: ['site/community/team.mdx'],
    page: 'site/i18n/zh-CN/docusaurus-plugin-content-docs-community/current/team.mdx',
    finds: 'site/community/team.mdx',
  },
  {
    name: 'Docusaurus blog',
    files: ['blog/2024-01-01-a.md'],
    page: 'i18n/zh/docusaurus-plugin-content-blog/2024-01-01-a.md',
    finds: 'blog/2024-01-01-a.md',
  },
  {
    name: 'Docusaurus site in a folder',
    files: ['docs/intro.md'],
    page: 'website/i18n/zh/docusaurus-plugin-content-docs/current/intro.md',
    finds: 'docs/intro.md',
  },
  {
    name: '_origin',
    files: ['chapter/index_origin.md'],
    texts: { 'chapter/index.md': chinese },
    page: 'chapter/index.md',
    finds: 'chapter/index_origin.md',
  },
  {
    name: '.en beside the plain page',
    files: ['README.en.md'],
    texts: { 'README.md': chinese },
    page: 'README.md',
    finds: 'README.en.md',
  },
  {
    name: 'the longest common end',
    files: ['a/b/page.md', 'x/b/page.md', 'page.md'],
    page: 'out/zh/a/b/page_zh.md',
    finds: 'a/b/page.md',
  },
  {
    name: 'two equally long common ends',
    files: ['x/b/page.md', 'y/b/page.md'],
    page: 'out/b/page_zh.md',
    finds: ['x/b/page.md', 'y/b/page.md'],
  },
  { name: 'a name found once', files: ['x/attention.md'], page: 'out/attention_zh.md', finds: 'x/attention.md' },
  {
    name: 'a README of another folder is only an offer',
    files: ['x/README.md'],
    page: 'out/y/README_zh.md',
    finds: ['x/README.md'],
  },
  { name: 'none', files: ['other.md'], page: 'page_zh.md', finds: undefined },
  {
    name: 'other translations are no source',
    files: ['README.ja.md', 'README_de.md'],
    page: 'README_zh.md',
    finds: undefined,
  },
  { name: 'a name that only ends like a tag', files: ['march.md'], page: 'marchs.md', finds: undefined },
  {
    name: 'settings',
    files: ['english/a.md', 'a.md'],
    page: 'zh/a.md',
    sources: [{ match: 'zh/*.md', source: 'english/*.md' }],
    finds: 'english/a.md',
  },
  {
    name: 'settings with folders',
    files: ['src/x/y/a.md'],
    page: 'out/x/y/a_CN.md',
    sources: [{ match: 'out/**/*_CN.md', source: 'src/**/*.md' }],
    finds: 'src/x/y/a.md',
  },
  {
    name: 'settings with a page by name',
    files: ['upstream/start.md'],
    page: '入门.md',
    sources: [{ match: '入门.md', source: 'upstream/start.md' }],
    finds: 'upstream/start.md',
  },
  {
    name: 'settings that do not match',
    files: ['a.md'],
    page: 'a_zh.md',
    sources: [{ match: 'x/*.md', source: 'y/*.md' }],
    finds: 'a.md',
  },
  {
    name: 'settings cannot leave the root',
    files: ['a.md'],
    page: 'a_zh.md',
    sources: [{ match: '*.md', source: '../secret.md' }],
    finds: 'a.md',
  },
  {
    name: 'settings cannot name a scheme',
    files: ['a.md'],
    page: 'a_zh.md',
    sources: [{ match: '*.md', source: 'https://example.com/*.md' }],
    finds: 'a.md',
  },
  {
    name: 'front matter, from the folder',
    files: ['en/start.md'],
    texts: { 'zh/入门.md': '---\ntitle: 入门\noriginal: ../en/start.md\n---\n' },
    page: 'zh/入门.md',
    finds: 'en/start.md',
    back: false,
  },
  {
    name: 'front matter, from the root',
    files: ['en/start.md'],
    texts: { 'x/a.md': '---\nsource: "/en/start.md"\n---\n' },
    page: 'x/a.md',
    finds: 'en/start.md',
    back: false,
  },
  {
    name: 'front matter, TOML, without extension',
    files: ['en/start.mdx'],
    texts: { 'a.md': '+++\nsource = "en/start"\n+++\n' },
    page: 'a.md',
    finds: 'en/start.mdx',
    back: false,
  },
  {
    name: 'front matter cannot leave the root',
    files: ['a.md'],
    texts: { 'a_zh.md': '---\nsource: ../../other/secret.md\n---\n' },
    page: 'a_zh.md',
    finds: 'a.md',
  },
  {
    name: 'front matter cannot name a scheme',
    files: ['a.md'],
    texts: { 'a_zh.md': '---\nsource: file:///home/other/secret.md\n---\n' },
    page: 'a_zh.md',
    finds: 'a.md',
  },
  {
    name: 'front matter cannot name a host',
    files: ['a.md'],
    texts: { 'a_zh.md': '---\nsource: //host/share/secret.md\n---\n' },
    page: 'a_zh.md',
    finds: 'a.md',
  },
];

describe('findSource', () => {
  for (const layout of layouts) test(layout.name, () => check(layout));

  async function check({ files, texts, page, sources = [], finds }: Layout): Promise<void> {
    const found = await findSource(workspace({ files, texts, page }), uri(page), { root, sources });
    assert.equal(found.source, typeof finds === 'string' ? uri(finds) : undefined);
    const candidates = typeof finds === 'string' ? [finds] : (finds ?? []);
    assert.deepEqual([...found.candidates].sort(), candidates.map(uri).sort());
    if (!finds) assert.ok(found.tried.length > 0);
  }

  test('says what it looked for', async () => {
    const { tried } = await findSource(workspace({ files: [], page: 'docs/a_CN.md' }), uri('docs/a_CN.md'), { root });
    for (const path of ['docs/a.md', 'docs/a.mdx', 'docs/a_en.md', 'a.md', '**/a.md'])
      assert.ok(tried.includes(path), path);
  });

  test('keeps to the folder of a page outside of the root', async () => {
    const files = memoryFiles({ 'file:///else/a_zh.md': '', 'file:///else/a.md': '', 'file:///a.md': '' });
    const { source } = await findSource(files, 'file:///else/a_zh.md', { root });
    assert.equal(source, 'file:///else/a.md');
  });

  test('works with any scheme, authority and encoding', async () => {
    const files = memoryFiles({
      'vscode-vfs://github/o/r/%E4%B8%AD%E6%96%87/a%20b.md': '',
      'vscode-vfs://github/o/r/en/a b.md': '',
    });
    const { source } = await findSource(files, 'vscode-vfs://github/o/r/中文/a b.md', {
      root: 'vscode-vfs://github/o/r',
    });
    assert.equal(source, 'vscode-vfs://github/o/r/en/a%20b.md');
  });

  test('ends over a pattern made of stars', () => {
    const found = toTheEnd(() => sourceByPattern(`${'a'.repeat(200)}.md`, `${'*a'.repeat(60)}*b`, 'x.md'));
    assert.equal(found, undefined);
  });
});

describe('findTranslations', () => {
  for (const layout of layouts) {
    const { finds, back = true } = layout;
    if (typeof finds === 'string' && back) test(layout.name, () => check(layout, finds));
  }

  async function check({ files, texts, page, sources = [] }: Layout, english: string): Promise<void> {
    const found = await findTranslations(workspace({ files, texts, page }), uri(english), { root, sources });
    assert.deepEqual(found.candidates, [uri(page)]);
    assert.equal(found.source, uri(page));
  }

  test('lists several translations', async () => {
    const files = workspace({
      files: ['README.md'],
      texts: { 'README_zh-CN.md': chinese, 'README_zh-TW.md': chinese },
      page: 'x.md',
    });
    const found = await findTranslations(files, uri('README.md'), { root });
    assert.equal(found.source, undefined);
    assert.deepEqual(found.candidates, ['README_zh-CN.md', 'README_zh-TW.md'].map(uri));
  });

  test('finds nothing where nothing is', async () => {
    const files = workspace({ files: ['a.md', 'b.md'], page: 'c.md' });
    const { source, candidates, tried } = await findTranslations(files, uri('a.md'), { root });
    assert.deepEqual({ source, candidates }, { source: undefined, candidates: [] });
    assert.ok(tried.length > 0);
  });
});

function uri(path: string): string {
  return encodeURI(`${root}/${path}`);
}

function workspace({ files, texts = {}, page }: Pick<Layout, 'files' | 'texts' | 'page'>) {
  const english = Object.fromEntries(files.map((path) => [uri(path), 'This page is written in English.']));
  const others = Object.fromEntries(Object.entries(texts).map(([path, text]) => [uri(path), text]));
  const secrets = { 'file:///home/secret.md': 'secret', 'file:///home/other/secret.md': 'secret' };
  return memoryFiles({ [uri(page)]: chinese, ...english, ...others, ...secrets });
}
