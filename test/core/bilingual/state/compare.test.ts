import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { compare } from '../../../../server/core/bilingual/state/compare.ts';
import { parseMarkdown } from '../../../../server/core/markdown/parse.ts';
import type { Span } from '../../../../server/core/text/span.ts';
import { toTheEnd } from '../../../helpers/hang.ts';
import { pages } from '../pages.ts';

/** The pairs as `state: chinese | english`. */
function pairs(chinese: string, english: string): string[] {
  return compare(parseMarkdown(chinese), parseMarkdown(english)).pairs.map(({ state, ...pair }) => {
    const left = pair.chinese ? chinese.slice(pair.chinese.from, pair.chinese.to) : '';
    const right = pair.english ? english.slice(pair.english.from, pair.english.to) : '';
    return `${state}: ${left} | ${right}`;
  });
}

describe('compare', () => {
  const check = (name: string, chinese: string, english: string, expected: string[]) =>
    test(name, () => assert.deepEqual(pairs(chinese, english), expected));

  check('nothing', '', '', []);
  check('aligned', '# 甲\n\n正文在此。', '# A\n\nHere is the text.', [
    'aligned: # 甲 | # A',
    'aligned: 正文在此。 | Here is the text.',
  ]);
  check('missing stands where it belongs', '- 用 `a`\n- 用 `c`', '- Use `a`\n- Use `b`\n- Use `c`', [
    'aligned: 用 `a` | Use `a`',
    'missing:  | Use `b`',
    'aligned: 用 `c` | Use `c`',
  ]);
  check('extra', '用 `a`。\n\n译者注：这里有一些原文没有的说明。\n\n用 `b`。', 'Use `a`.\n\nUse `b`.', [
    'aligned: 用 `a`。 | Use `a`.',
    'extra: 译者注：这里有一些原文没有的说明。 | ',
    'aligned: 用 `b`。 | Use `b`.',
  ]);
  check(
    'joined blocks make one span',
    '首先把文字分成一个个的词。然后把它们变成数字，再送进模型！',
    'First the text is split into words.\n\nThen they are turned into numbers and fed into the model!',
    [
      'aligned: 首先把文字分成一个个的词。然后把它们变成数字，再送进模型！ | First the text is split into words.\n\nThen they are turned into numbers and fed into the model!',
    ],
  );
  check(
    'says nothing of a front matter of its own',
    '---\nsourceCommit: 1a2b3c4d\n---\n\n正文在此。',
    'Here is the text.',
    ['aligned: 正文在此。 | Here is the text.'],
  );
  test('joined blocks of a long page, of which one is sure of its counterpart', () => {
    const many = (line: (i: number) => string) => Array.from({ length: 30 }, (_, i) => line(i));
    const english = [
      ...many((i) => `First call \`load${i}()\`.`),
      '`fit()` trains the model on many pictures of flowers until the loss no longer falls.',
      'It keeps all of the weights for later use.',
      ...many((i) => `Then call \`draw${i}()\`.`),
    ].join('\n\n');
    const joined = '`fit()` 用大量花卉图片训练模型，直到损失不再下降为止。它会保存全部权重，供以后使用。';
    const chinese = [...many((i) => `先调用 \`load${i}()\`。`), joined, ...many((i) => `再调用 \`draw${i}()\`。`)].join(
      '\n\n',
    );
    const found = pairs(chinese, english);
    assert.ok(
      found.every((pair) => pair.startsWith('aligned:')),
      found.join('\n'),
    );
    assert.match(found[30]!, /`fit\(\)` 用大量[^|]* \| `fit\(\)` trains[\s\S]*It keeps/);
  });
  for (const silent of [
    '<!-- note -->',
    '<br>',
    '---',
    "import A from './a.js'",
    '</div>',
    '[a]: https://a.example',
    ':::',
    '<a id="old"></a>',
    'English | [简体中文](README.zh-CN.md)',
    '<p align="center"><a href="README.md">English</a> · <b>中文</b></p>',
  ]) {
    check(`says nothing of ${silent} on one side`, '正文在此。', `Here is the text.\n\n${silent}`, [
      'aligned: 正文在此。 | Here is the text.',
    ]);
    check(`says nothing of ${silent} on the other side`, `正文在此。\n\n${silent}`, 'Here is the text.', [
      'aligned: 正文在此。 | Here is the text.',
    ]);
  }
  for (const shown of [
    '[English words](a.md) and more',
    '[`module`](#module)',
    '<a href="c.md"><img src="b.png"></a>',
    '![a](b.png)',
    '<img src="b.png">',
    '```\ncode\n```',
    '$$\nx\n$$',
    '<p>Text</p>',
  ]) {
    check(`reports ${shown} as missing`, '正文在此。', `Here is the text.\n\n${shown}`, [
      'aligned: 正文在此。 | Here is the text.',
      `missing:  | ${shown}`,
    ]);
  }

  test('moved blocks stand at both places, each with the other, and make one move', () => {
    const chinese = '# 甲\n\n## 丙\n\n用 `c`。\n\n再用 `d`。\n\n## 乙\n\n用 `b`。\n\n再用 `e`。\n\n最后用 `f`。';
    const english = '# A\n\n## B\n\nUse `b`.\n\nThen `e`.\n\nAt last `f`.\n\n## C\n\nUse `c`.\n\nThen `d`.';
    const comparison = compare(parseMarkdown(chinese), parseMarkdown(english));
    const text = (page: string, span?: Span) => (span ? page.slice(span.from, span.to) : '');
    assert.deepEqual(
      comparison.pairs
        .filter((pair) => pair.state !== 'aligned')
        .map((pair) =>
          pair.chinese
            ? `${text(chinese, pair.chinese)} → ${text(english, pair.counterpart)}`
            : `${text(chinese, pair.counterpart)} ← ${text(english, pair.english)}`,
        ),
      [
        '## 丙 → ## C',
        '用 `c`。 → Use `c`.',
        '再用 `d`。 → Then `d`.',
        '## 丙 ← ## C',
        '用 `c`。 ← Use `c`.',
        '再用 `d`。 ← Then `d`.',
      ],
    );
    assert.deepEqual(
      comparison.moves.map((move) => [text(chinese, move.chinese), text(english, move.english)]),
      [['## 丙\n\n用 `c`。\n\n再用 `d`。', '## C\n\nUse `c`.\n\nThen `d`.']],
    );
  });

  const state = (text: string, english = text) =>
    compare(parseMarkdown(text), parseMarkdown(english)).pairs.map((pair) => pair.state);
  const english = [
    'This paragraph is still in English.',
    '## Using the library with your own data',
    '![d](d.png)<br>\n_Diagram from the [Latent Diffusion paper](http://arxiv.org/abs/2112.10752)_',
    'Call `useEffect` to insert the styles before any layout effects fire:',
    '- Make sure that you have signed up for this course',
  ];
  const kept = [
    'One two three',
    'Hugging Face Diffusion Models Course',
    '- [How to use the new notebook in practice](https://a.example)',
    'AI Coffee Break video on Diffusion Models: https://a.example/x',
    '### `useState(initialState)`',
    '### var, let, and const',
    'npm run build -- --verbose',
    '`a` `b` `c` `d` `e`',
    'Ho, J., Jain, A., and Abbeel, P. (2020). Denoising is all that you need to know.',
    'TypeError: Cannot read properties of null',
    '\\begin{aligned} x &= y \\end{aligned}',
    '```\nThis is the code of the example.\n```',
  ];
  for (const text of english) test(`untranslated: ${text}`, () => assert.deepEqual(state(text), ['untranslated']));
  for (const text of kept) test(`kept: ${text}`, () => assert.deepEqual(state(text), ['aligned']));
  test('untranslated, though the source has changed a little', () => {
    assert.deepEqual(
      state(
        'This is the paragraph that nobody has translated yet.',
        'This is a paragraph that nobody has translated yet.',
      ),
      ['untranslated'],
    );
  });

  test('finds one untranslated caption in the seed page, nothing missing or extra', () => {
    const read = (name: string) => readFileSync(new URL(`../../../fixtures/seed/${name}`, import.meta.url), 'utf8');
    for (const name of ['before.md', 'after.md']) {
      const others = pairs(read(name), read('en.md')).filter((pair) => !pair.startsWith('aligned'));
      assert.equal(others.length, 1);
      assert.match(others[0]!, /^untranslated: .*\n_Diagram from the \[Latent Diffusion paper\]/);
    }
  });

  test('takes any two strings', () => {
    const text = fc.oneof(pages, fc.string({ unit: 'binary', maxLength: 200 }));
    fc.assert(
      fc.property(text, text, (chinese, english) => {
        let before = 0;
        for (const pair of compare(parseMarkdown(chinese), parseMarkdown(english)).pairs) {
          assert.ok(pair.chinese || pair.english);
          if (!pair.chinese) continue;
          assert.ok(
            before <= pair.chinese.from && pair.chinese.from <= pair.chinese.to && pair.chinese.to <= chinese.length,
          );
          before = pair.chinese.from;
        }
      }),
    );
  });

  const hard: readonly [name: string, text: string][] = [
    ['open comments in code', `\`\`\`\n${'/*'.repeat(300_000)}`],
    ['open quotes in code', `\`\`\`\n${'"\''.repeat(200_000)}`],
    ['open tags', `<div ${'<"'.repeat(200_000)}`],
    ['a word of dots', `a${'.'.repeat(500_000)}`],
    ['a number of dots', `${'1.'.repeat(300_000)}a`],
    ['attributes without end', `<p>\n${'<a href='.repeat(100_000)}`],
    ['a long label', `[${'\\a'.repeat(100_000)}]: x`],
    ['blanks before a fence', `\`\`\`\n${' '.repeat(300_000)}\n\`\`\``],
  ];
  for (const [name, text] of hard) {
    test(`comes to an end over ${name}`, () => {
      const [left, right] = [parseMarkdown(text), parseMarkdown(`${text} `)];
      toTheEnd(() => compare(left, right));
    });
  }
});
