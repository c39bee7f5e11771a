import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { align } from '../../../../server/core/bilingual/align/align.ts';
import { beadKind } from '../../../../server/core/bilingual/align/bead.ts';
import { itemsOf, lengthCost } from '../../../../server/core/bilingual/align/cost.ts';
import { beadsIn } from '../../../../server/core/bilingual/align/search.ts';
import { type Block, blocksOf } from '../../../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../../../server/core/markdown/parse.ts';
import { toTheEnd } from '../../../helpers/hang.ts';
import { pages } from '../pages.ts';

const blocks = (text: string) => blocksOf(parseMarkdown(text));

/** Beads as `chinese:english` block numbers from 0: `0:0 1,2:1 3:- -:2`; `4:(7)` where the other side is elsewhere. */
function beads(chinese: string, english: string): string {
  return align(blocks(chinese), blocks(english))
    .map(({ chinese, english, moved }) => {
      const elsewhere = moved ? `(${moved})` : '-';
      return `${chinese.join() || elsewhere}:${english.join() || elsewhere}`;
    })
    .join(' ');
}

const first = '# 模型\n\n模型把图片压缩到一个更小的空间，这样训练就会快得多。\n\n';
const firstEnglish =
  '# Models\n\nThe model compresses images to a smaller space, so that training is a lot faster.\n\n';
const last = '\n\n## 参考资料\n\n请查阅[论文](https://arxiv.org/abs/1)。';
const lastEnglish = '\n\n## References\n\nSee [the paper](https://arxiv.org/abs/1).';

const table: readonly [name: string, chinese: string, english: string, expected: string][] = [
  ['nothing', '', '', ''],
  ['only Chinese', '标题\n\n正文', '', '0:- 1:-'],
  ['only English', '', 'Title\n\nText', '-:0 -:1'],
  ['1-1', `${first}结束了吗？`, `${firstEnglish}Is this the end?`, '0:0 1:1 2:2'],
  [
    '0-1, a paragraph is missing',
    first + last,
    `${firstEnglish}Do not forget to join the server, where you can ask questions about all of this, share what you have made, and see what others did.${lastEnglish}`,
    '0:0 1:1 -:2 2:3 3:4',
  ],
  [
    '1-0, a paragraph is extra',
    `${first}译者注：这一段是译者自己加上去的，原文里并没有这样一段话，请读者注意。${last}`,
    firstEnglish + lastEnglish,
    '0:0 1:1 2:- 3:2 4:3',
  ],
  [
    '2-1, a paragraph is split',
    `${first}首先，文字会被分词，每个词得到一个编号。\n\n然后编号被送进编码器，得到七十七个向量，每个有 768 维。${last}`,
    `${firstEnglish}First the text is tokenized, and each word or sub-word is assigned a number. The numbers are then fed through the encoder, which gives 77 vectors of 768 dimensions each.${lastEnglish}`,
    '0:0 1:1 2,3:2 4:3 5:4',
  ],
  [
    '1-2, two paragraphs are joined',
    `${first}首先，文字会被分词，每个词得到一个编号。然后编号被送进编码器，得到七十七个向量，每个有 768 维。${last}`,
    `${firstEnglish}First the text is tokenized, and each word or sub-word is assigned a number.\n\nThe numbers are then fed through the encoder, which gives 77 vectors of 768 dimensions each.${lastEnglish}`,
    '0:0 1:1 2:2,3 3:4 4:5',
  ],
  [
    'a picture apart from its caption',
    `![图](a.png)\n\n_由模型生成的图片_${last}`,
    `![A](a.png)\n_An image made by the model_${lastEnglish}`,
    '0,1:0 2:1 3:2',
  ],
  [
    'a list item is missing',
    '- 用 `a` 打开\n- 用 `c` 关闭',
    '- Open it with `a`\n- Read it with `b`\n- Close it with `c`',
    '0:0 -:1 1:2',
  ],
  [
    'a section is missing',
    `${first}## 安装 {#install}\n\n运行它。`,
    `${firstEnglish}## Why\n\nIt is fast and it is small, and nobody has to read it.\n\n## Install\n\nRun it.`,
    '0:0 1:1 -:2 -:3 2:4 3:5',
  ],
  [
    'code, its comments translated',
    '```js\n// 开始\nrun(1)\n```\n\n```js\n// 结束\nstop()\n```',
    '```js\n// Start\nrun(1)\n```\n\n```js\n// Wait\nwait()\n```\n\n```js\n// End\nstop()\n```',
    '0:0 -:1 1:2',
  ],
  ['formulas', '$$a+b$$\n\n所以\n\n$$\nc\n$$', '$$a+b$$\n\nand therefore\n\n$$\nx\n$$\n\n$$\nc\n$$', '0:0 1:1 -:2 2:3'],
  ['a comment on one side', `<!-- 译者：某人 -->\n\n${first}`, firstEnglish, '0:- 1:0 2:1'],
  [
    'comments, imports, rules and bare tags',
    `---\ntitle: 甲\n---\n\nimport A from 'a'\n\n${first}<br>\n\n---\n\n完。`,
    `---\ntitle: A\n---\n\nimport A from 'a'\nimport B from 'b'\n\n${firstEnglish}---\n\nThe end.`,
    '0:0 1:1 2:2 3:3 4:- 5:4 6:5',
  ],
  [
    'rows of a table',
    '| 名 | 义 |\n|-|-|\n| `a` | 甲 |\n| `c` | 丙 |',
    '| Name | Means |\n|-|-|\n| `a` | A |\n| `b` | B |\n| `c` | C |',
    '0:0 1:1 -:2 2:3',
  ],
  [
    'links to the page of each language',
    '看[甲](/zh-cn/guide/a/)。\n\n看[乙](/zh-cn/guide/b/#部分)。',
    'Read [C](/en/guide/c/).\n\nRead [A](/en/guide/a/).\n\nRead [B](/en/guide/b/#part).',
    '-:0 0:1 1:2',
  ],
  [
    'a section was moved, with its heading and its prose',
    `${first}## 卸载\n\n如果你不再需要它，可以随时卸载。\n\n\`\`\`sh\nnpm uninstall model\n\`\`\`\n\n## 安装\n\n你可以用包管理器安装它，也可以自己编译它：\n\n\`\`\`sh\nnpm install model\n\`\`\`\n\n用 \`model --version\` 检查版本。${last}`,
    `${firstEnglish}## Install\n\nYou can install it with a package manager, or compile it:\n\n\`\`\`sh\nnpm install model\n\`\`\`\n\nCheck the version with \`model --version\`.\n\n## Uninstall\n\nYou can remove it at any time if you do not need it.\n\n\`\`\`sh\nnpm uninstall model\n\`\`\`${lastEnglish}`,
    '0:0 1:1 2:(6) 3:(7) 4:(8) 5:2 6:3 7:4 8:5 (2):6 (3):7 (4):8 9:9 10:10',
  ],
  [
    'a block was moved',
    `${first}用 \`load()\` 读入数据。\n\n用 \`save()\` 保存数据。\n\n用 \`check()\` 检查。${last}`,
    `${firstEnglish}Check it with \`check()\`.\n\nRead data with \`load()\`.\n\nKeep data with \`save()\`.${lastEnglish}`,
    '0:0 1:1 (4):2 2:3 3:4 4:(2) 5:5 6:6',
  ],
  [
    'what shares no rare key is not said to be moved',
    `${first}译者注：这一段是译者加上去的，介绍了 API 的背景。\n\n用 \`a\` 打开。\n\n用 \`c\` 关闭。${last}`,
    `${firstEnglish}Open it with \`a\`.\n\nClose it with \`c\`.\n\nThe API will change in the next version, please be prepared.${lastEnglish}`,
    '0:0 1:1 2:- 3:2 4:3 -:4 5:5 6:6',
  ],
  [
    'still in English',
    `${first}Nobody has translated this paragraph yet, it is as it was.${last}`,
    `${firstEnglish}Nobody has translated this paragraph yet, it is as it was.${lastEnglish}`,
    '0:0 1:1 2:2 3:3 4:4',
  ],
];

describe('align', () => {
  for (const [name, chinese, english, expected] of table)
    test(name, () => assert.equal(beads(chinese, english), expected));

  test('names the kind of a bead', () => {
    const kinds = align(blocks('- `a`\n- `c`'), blocks('- `a`\n- `b`\n- `c`')).map(beadKind);
    assert.deepEqual(kinds, ['1-1', '0-1', '1-1']);
  });

  test('aligns the seed page block by block', () => {
    const read = (name: string) => readFileSync(new URL(`../../../fixtures/seed/${name}`, import.meta.url), 'utf8');
    const diagonal = blocks(read('en.md')).map((_, index) => `${index}:${index}`);
    assert.equal(diagonal.length, 51);
    for (const name of ['before.md', 'after.md'])
      assert.deepEqual(beads(read(name), read('en.md')).split(' '), diagonal);
  });

  test('holds every block of both sides once, in order', () => {
    fc.assert(
      fc.property(pages, pages, (chinese, english) => {
        const [left, right] = [blocks(chinese), blocks(english)];
        const found = align(left, right);
        assert.deepEqual(
          found.flatMap((bead) => bead.chinese),
          [...left.keys()],
        );
        assert.deepEqual(
          found.flatMap((bead) => bead.english),
          [...right.keys()],
        );
        for (const { chinese, english, cost, moved } of found) {
          assert.ok(!moved || chinese.length + english.length === 1);
          assert.ok(['1-1', '1-0', '0-1', '2-1', '1-2'].includes(`${chinese.length}-${english.length}`));
          assert.ok(Number.isFinite(cost));
        }
      }),
    );
  });

  const movable = [
    '## 一',
    '## 二',
    '文字。',
    '很长的文字，没有任何标记，只有汉字。',
    ...Array.from('abcdefgh', (id) => `用 \`${id}\`。`),
  ];
  const parts = fc.shuffledSubarray(movable);

  test('what was moved knows its counterpart, and that knows it', () => {
    fc.assert(
      fc.property(parts, parts, (chinese, english) => {
        const found = align(blocks(chinese.join('\n\n')), blocks(english.join('\n\n')));
        const places = { chinese: new Map<number, readonly number[]>(), english: new Map<number, readonly number[]>() };
        for (const { chinese, english, moved } of found) {
          if (moved) for (const at of chinese) places.chinese.set(at, moved);
          if (moved) for (const at of english) places.english.set(at, moved);
        }
        for (const [at, others] of places.chinese)
          for (const other of others) assert.ok(places.english.get(other)?.includes(at));
        for (const [at, others] of places.english)
          for (const other of others) assert.ok(places.chinese.get(other)?.includes(at));
      }),
    );
  });

  test('aligns a page with itself', () => {
    fc.assert(
      fc.property(pages, (page) => {
        for (const { chinese, english } of align(blocks(page), blocks(page))) assert.deepEqual(chinese, english);
      }),
    );
  });

  const sizes: readonly [chinese: number, english: number][] = [
    [3000, 3000],
    [10_000, 10_000],
    [1, 10_000],
    [9000, 3],
  ];
  for (const [chinese, english] of sizes) {
    test(`looks at few pairs of ${chinese} × ${english} blocks that have nothing in common`, () => {
      const left = many(
        chinese,
        (index) => `第${'一二三'[index % 3]}段没有任何相同之处，${'真的没有，'.repeat(index % 7)}\`c${index % 50}\`。`,
      );
      const right = many(
        english,
        (index) => `This has nothing in common ${'at all '.repeat(index % 5)}with \`e${index % 40}\`.`,
      );
      const found = toTheEnd(() => align(left, right));
      assert.equal(found.flatMap((bead) => bead.chinese).length, chinese);

      // What it costs to leave a block alone is asked for once for each pair that is looked at.
      const items = itemsOf(left, right);
      let pairs = 0;
      const counted = items.chinese.map((item) => ({
        ...item,
        get skip() {
          pairs++;
          return item.skip;
        },
      }));
      beadsIn({ ...items, chinese: counted }, { chinese: 0, chineseEnd: chinese, english: 0, englishEnd: english });
      assert.ok(pairs >= Math.max(chinese, english), 'nothing is counted');
      assert.ok(pairs <= 500_000 + 10 * (chinese + english), `${pairs} pairs`);
    });
  }

  test('follows a page of 20,000 lines through what is missing', () => {
    const lines = (word: string, skip: number) =>
      many(
        10_000,
        (index) => `${word} \`id${index}\`.`,
        (index) => index % skip !== 0,
      );
    const found = align(lines('参见', 100), lines('See also', 10_001));
    assert.equal(found.filter((bead) => bead.chinese.length === 0).length, 99);
  });

  function many(
    count: number,
    text: (index: number) => string,
    keep: (index: number) => boolean = () => true,
  ): readonly Block[] {
    return blocks(
      Array.from({ length: count }, (_, index) => (keep(index) ? text(index) : ''))
        .filter(Boolean)
        .join('\n\n'),
    );
  }
});

test('lengthCost grows with the difference, up to 12', () => {
  assert.equal(lengthCost(0, 0), 0);
  assert.ok(lengthCost(100, 100) < 0.01);
  assert.ok(lengthCost(100, 130) > lengthCost(100, 110));
  assert.ok(lengthCost(100, 130) < lengthCost(10, 40));
  assert.equal(lengthCost(1, 100_000), 12);
});
