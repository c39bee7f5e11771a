import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryFiles } from '../../../server/workspace/files/memory-files.ts';
import { glossaryFiles } from '../../../server/workspace/project/glossary-files.ts';
import { openProject } from '../../../server/workspace/project/project.ts';

const root = 'file:///home/docs';
const texts = {
  '.yijiao.jsonc': '{ "glossary": ["own.csv", "glossary/*.csv", "own.*"] }',
  'own.csv': 'en,zh\ntoken,词元\n',
  'glossary/b.csv': 'en,zh\ntoken,令牌\n',
  'glossary/a.csv': 'en,zh\nbias,偏置\n',
  'glossary/deep/c.csv': 'en,zh\nx,未知\n',
  'glossary/a.md': '# 没有表\n',
  'node_modules/p/own.csv': 'en,zh\nx,未知\n',
};
const files = memoryFiles(Object.fromEntries(Object.entries(texts).map(([path, text]) => [`${root}/${path}`, text])));

const cases: [path: string, found: readonly string[] | undefined][] = [
  ['own.csv', ['own.csv']],
  ['./own.csv', ['own.csv']],
  ['no.csv', []],
  ['glossary', []],
  ['../own.csv', undefined],
  ['/own.csv', undefined],
  ['glossary/*.csv', ['glossary/a.csv', 'glossary/b.csv']],
  ['glossary/**/*.csv', ['glossary/a.csv', 'glossary/b.csv', 'glossary/deep/c.csv']],
  ['glossary/{a,b}.csv', ['glossary/a.csv', 'glossary/b.csv']],
  ['*.csv', ['glossary/a.csv', 'glossary/b.csv', 'glossary/deep/c.csv', 'own.csv']],
  ['*.tbx', []],
  ['../*.csv', undefined],
  ['glossary/../../*.csv', undefined],
];
for (const [path, found] of cases) {
  test(`the files of ${path}`, async () => {
    const uris = await glossaryFiles(files, root, path);
    assert.deepEqual(
      uris?.map((uri) => uri.slice(root.length + 1)),
      found,
    );
  });
}

test('the first file goes before the others, each is read once, and a new one that a glob names joins them', async () => {
  const project = await openProject(files, root);
  assert.deepEqual(
    project
      .settingsOf(`${root}/page.md`)
      .glossary.terms.map(({ source, renderings }) => `${source[0]} ${renderings[0]!.text}`),
    ['token 词元', 'bias 偏置'],
  );
  assert.deepEqual([...project.faults.keys()], []);
  assert.deepEqual(
    ['glossary/new.csv', 'glossary/new.md', 'own.tbx', 'other.csv', '../own.csv'].map((path) =>
      project.joins(`${root}/${path}`),
    ),
    [true, false, true, false, false],
  );
});

test('terms hold on the pages that their conditions name, and of their region', async () => {
  const yaml = [
    '# yijiao-glossary',
    'terms:',
    '  - { source: render, target: 渲染, when: { files: ["guide/**"] } }',
    '  - { source: network, target: 網路, region: zh-TW }',
    '  - { source: network, target: 网络, region: zh-CN }',
    '  - { source: page, target: 页面 }',
  ];
  const settings = (style: string) => `{ "glossary": ["g.yijiao.yml"], "style": ${style} }`;
  const heldOn = async (page: string, style: string) => {
    const memory = memoryFiles({
      [`${root}/.yijiao.jsonc`]: settings(style),
      [`${root}/g.yijiao.yml`]: yaml.join('\n'),
    });
    const project = await openProject(memory, root);
    assert.deepEqual([...project.faults], []);
    const { glossary } = project.settingsOf(page);
    return glossary.terms.map(({ renderings }) => renderings[0]!.text).join();
  };
  assert.equal(await heldOn(`${root}/guide/a.md`, '{ "region": "zh-CN" }'), '渲染,网络,页面');
  assert.equal(await heldOn(`${root}/api/a.md`, '{ "region": "zh-TW" }'), '網路,页面');
  assert.equal(await heldOn('untitled:a', '{}'), '網路,网络,页面');
});
