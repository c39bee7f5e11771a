import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { completionsOf } from '../../../server/core/glossary/complete.ts';
import { readGlossary } from '../../../server/core/glossary/format/read.ts';
import { createGlossary } from '../../../server/core/glossary/glossary.ts';

const glossary = createGlossary(
  readGlossary(
    'en,zh\nattention,注意力\nself-attention,自注意力\nattention head,注意力头\nhead,头\nNode.js,不翻译\nclass,类',
    'a.csv',
  ).terms,
);

describe('completion of an English name', () => {
  for (const [typed, expected] of [
    ['atten', ['attention@0', 'attention head@0']],
    ['用 ATTEN', ['attention@2', 'attention head@2']],
    ['self att', ['self-attention@0', 'attention@5', 'attention head@5']],
    ['self-', ['self-attention@0']],
    ['attention he', ['attention head@0', 'head@10']],
    ['classe', ['class@0']],
    ['node.', ['Node.js@0']],
    ['a', []],
    ['他', []],
    ['xattention', []],
    ['', []],
  ] as const) {
    test(JSON.stringify(typed), () =>
      assert.deepEqual(
        completionsOf(glossary, typed, 10).map(({ name, from }) => `${name}@${from}`),
        expected,
      ),
    );
  }

  test('gives no more than asked for, and takes no longer for a long line', () => {
    assert.equal(completionsOf(glossary, 'atten', 1).length, 1);
    assert.equal(completionsOf(glossary, `${'a '.repeat(200_000)}atten`, 10).length, 2);
  });
});
