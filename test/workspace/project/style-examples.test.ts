import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryFiles } from '../../../server/workspace/files/memory-files.ts';
import { excerptOf, styleExamples } from '../../../server/workspace/project/style-examples.ts';

const long = '很'.repeat(100);

describe('examples of a style', () => {
  test('are a few of each page, and a few in all; a page that is gone has none', async () => {
    const page = '用A和B和C和D和E。\n';
    const uris = Array.from({ length: 9 }, (_, i) => `file:///${i}.md`);
    const files = memoryFiles(Object.fromEntries(uris.slice(1).map((uri) => [uri, page])));
    const examples = await styleExamples(files, uris, 'hanLatin', 'none');
    const counts = uris.map((one) => examples.filter(({ uri }) => uri === one).length);
    assert.deepEqual(counts, [0, 3, 3, 3, 3, 0, 0, 0, 0]);
    assert.deepEqual(await styleExamples(files, uris, 'hanLatin', 'space'), []);
  });

  const excerpts: [text: string, excerpt: string, marked: string][] = [
    ['第一行\n\n用A。\n\n后', '用A。', '用A'],
    [`${long}用A${long}`, `…${'很'.repeat(24)}用A${'很'.repeat(24)}…`, '用A'],
    [`- ${long}用A。\r\n- 后`, `…${'很'.repeat(24)}用A。`, '用A'],
    [`前**用A**${'很'.repeat(10)}`, `前**用A**${'很'.repeat(10)}`, '用A'],
  ];
  for (const [text, excerpt, marked] of excerpts) {
    test(`are shown with what stands around them: ${JSON.stringify(text.replace(/很+/g, '很'))}`, async () => {
      const uri = 'file:///a.md';
      const [example] = await styleExamples(memoryFiles({ [uri]: text }), [uri], 'hanLatin', 'none');
      const shown = excerptOf(example!);
      assert.equal(shown.excerpt, excerpt);
      assert.equal(shown.excerpt.slice(shown.from, shown.to), marked);
    });
  }
});
