import assert from 'node:assert/strict';
import { test } from 'node:test';
import { main } from '../../server/cli/main.ts';
import type { Terminal } from '../../server/cli/terminal.ts';
import { readGlossary } from '../../server/core/glossary/format/read.ts';
import { createSegmenter } from '../../server/core/glossary/segmentit.ts';
import { memoryFiles } from '../../server/workspace/files/memory-files.ts';

const root = 'file:///project';

async function yijiao(files: Record<string, string>, ...args: string[]) {
  let stdout = '';
  let stderr = '';
  const terminal: Terminal = {
    files: memoryFiles(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text]))),
    out: (text) => {
      stdout += text;
    },
    error: (text) => {
      stderr += text;
    },
    progress: () => {},
    colours: false,
    uri: (path) => (path === '.' ? root : `${root}/${path}`),
    path: (uri) => uri.slice(root.length + 1),
    save: async () => undefined,
    tidy: async () => {},
    whyUnreadable: async () => undefined,
    loadSegmenter: async () => createSegmenter,
    serve: async () => {},
    language: 'en',
    fromCheckout: (path: string) => path,
    version: '0',
  };
  const status = await main(args, terminal);
  return { status, stdout, stderr };
}

const project = {
  '.yijiao.jsonc': '{ "glossary": ["glossary.csv"] }',
  'glossary.csv': 'en,zh,forbidden,note\nclass,类,,CSS 中不译\nself-attention,自注意力,自关注,\n',
  'docs/zh/a.md': '# 类\n\n类似的类。`类`\n\n这里有 class，用自关注。\n',
  'docs/en/a.md': '# Classes\n\nA class of its own. Self-attention.\n',
};

test('glossary find tells entries and uses, in both languages, with their places', async () => {
  const { status, stdout } = await yijiao(project, 'glossary', 'find', 'class');
  assert.equal(status, 0);
  assert.equal(
    stdout,
    `glossary.csv:2: class → 类 — CSS 中不译

docs/en/a.md:1:3: # Classes
docs/en/a.md:3:3: A class of its own. Self-attention.
docs/zh/a.md:1:3: # 类
docs/zh/a.md:3:4: 类似的类。\`类\`
docs/zh/a.md:5:5: 这里有 class，用自关注。

5 uses
`,
  );
});

test('glossary find takes a Chinese wording, several words, and a part', async () => {
  for (const words of [['自注意力'], ['自关注'], ['Self-Attention'], ['self']]) {
    const { stdout } = await yijiao(project, 'glossary', 'find', ...words, '--format', 'json');
    const { entries, uses } = JSON.parse(stdout);
    assert.deepEqual(entries[0].source, ['self-attention'], words.join());
    assert.deepEqual(
      uses.map((use: { path: string; found: string }) => `${use.path} ${use.found}`),
      ['docs/en/a.md Self-attention', 'docs/zh/a.md 自关注'],
    );
  }
});

const pairs = {
  'docs/en/a.md':
    '# Rates\n\nThe learning rate is small.\n\nA larger learning rate helps.\n\nChoose learning rates with care.\n\nWithout a learning rate nothing moves.\n',
  'docs/zh/a.md': '# 率\n\n学习率很小。\n\n较大的学习率有帮助。\n\n选择学习率，要小心。\n\n没有学习率，一切不动。\n',
  'docs/zh/b.md': '# 注意力\n\n我们使用自注意力（self-attention）。\n\n这种自注意力（self-attention）很常见。\n',
};

test('glossary extract makes a first glossary', async () => {
  const { status, stdout, stderr } = await yijiao(pairs, 'glossary', 'extract', '--format', 'csv');
  assert.equal(status, 0);
  assert.equal(
    stdout,
    'en,zh,annotated,together,passages\nself-attention,自注意力,2,0,0\nlearning rate,学习率,0,4,4\n',
  );
  assert.match(stderr, /^2 pairs from 2 Chinese pages, 1 of them beside their source/);
  const { terms, faults } = readGlossary(stdout, 'a.csv');
  assert.deepEqual(faults, []);
  assert.deepEqual(
    terms.map(({ source, renderings }) => [source[0], renderings[0]!.text]),
    [
      ['self-attention', '自注意力'],
      ['learning rate', '学习率'],
    ],
  );
});

test('glossary extract proposes nothing that the glossary has', async () => {
  const files = { ...pairs, '.yijiao.jsonc': '{ "glossary": ["g.csv"] }', 'g.csv': 'en,zh\nlearning rate,学习率\n' };
  assert.match((await yijiao(files, 'glossary', 'extract')).stdout, /^self-attention {2}自注意力 {2}annotated 2×\n$/);
});
