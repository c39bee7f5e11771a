import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createLinter } from '../../../server/core/lint/lint.ts';
import type { Fix } from '../../../server/core/lint/rule.ts';
import { blocksOf } from '../../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { applyEdits } from '../../../server/core/text/span.ts';
import { structureOf } from '../../helpers/oracle.ts';
import { onlyRule } from '../../helpers/settings.ts';

const linterOf = (id: string) => createLinter(onlyRule(id));
const findingsOf = (lint: ReturnType<typeof createLinter>, text: string) => lint(parseMarkdown(text)).findings;
const proseOf = (text: string) => blocksOf(parseMarkdown(text)).flatMap(({ leaf }) => leaf.prose);

const flanking = linterOf('emphasis-flanking');
const outcomes = (text: string) => findingsOf(flanking, text).map(({ fixes }) => fixes.map((fix) => made(text, fix)));
const made = (text: string, fix: Fix) => applyEdits(text, fix.edits);

const alternatives: [text: string, fixed: string[]][] = [
  ['**真的。**她', ['**真的**。她', '**真的。** 她', '<strong>真的。</strong>她']],
  ['这是**“重点”**内容', ['这是“**重点**”内容', '这是 **“重点”** 内容', '这是<strong>“重点”</strong>内容']],
  ['是**《书》。**她', ['是 **《书》。** 她', '是<strong>《书》。</strong>她']],
  ['用**CLIP (对比)**训练', ['用**CLIP** (对比)训练', '用**CLIP (对比)** 训练', '用<strong>CLIP (对比)</strong>训练']],
  ['是**真的（对）。**她', ['是**真的**（对）。她', '是**真的（对）。** 她', '是<strong>真的（对）。</strong>她']],
  ['是**（重要）内容**吧', ['是（重要）**内容**吧', '是 **（重要）内容**吧', '是<strong>（重要）内容</strong>吧']],
  ['见**`code`**函数', ['见 **`code`** 函数', '见<strong>`code`</strong>函数']],
  ['**见[文档](u)。**她', ['**见[文档](u)**。她', '**见[文档](u)。** 她', '<strong>见[文档](u)。</strong>她']],
  ['**[文档](u)**是', ['**[文档](u)** 是', '<strong>[文档](u)</strong>是']],
  ['这_重点_是', ['这 _重点_ 是', '这<em>重点</em>是']],
  ['> - *真的！*她', ['> - *真的*！她', '> - *真的！* 她', '> - <em>真的！</em>她']],
  [
    '| 甲 |\n| - |\n|**真的。**她|',
    ['**真的**。她', '**真的。** 她', '<strong>真的。</strong>她'].map((x) => `| 甲 |\n| - |\n|${x}|`),
  ],
];

describe('emphasis-flanking offers', () => {
  for (const [text, fixed] of alternatives) {
    test(JSON.stringify(text), () => {
      assert.deepEqual(outcomes(text), [fixed]);
      for (const after of fixed) assertRendered(after);
    });
  }
});

function assertRendered(after: string): void {
  const prose = proseOf(after).filter(({ source }) => /[*_]|<(strong|em)>/.test(source));
  assert.ok(prose.length > 0, after);
  for (const { text, source, marks } of prose) {
    assert.doesNotMatch(text, /[*_]/, after);
    assert.ok(
      /<(strong|em)>/.test(source) || marks.some(({ kind }) => kind === 'strong' || kind === 'emphasis'),
      after,
    );
  }
  // The other parser agrees.
  assert.match(structureOf(after), /strong|emphasis|html/i, after);
}

const piece = fc.constantFrom(
  '真',
  '的',
  '。',
  '，',
  '“',
  '”',
  '（',
  '）',
  '(',
  ')',
  'a',
  '1',
  ' ',
  '`b`',
  '[链](u)',
  '！',
);
const words = (most: number) => fc.array(piece, { maxLength: most }).map((pieces) => pieces.join(''));

test('every fix of any unrendered bold leaves no asterisks and renders it', () => {
  let fixes = 0;
  fc.assert(
    fc.property(words(3), words(5), words(3), fc.constantFrom('**', '*', '_', '__'), (left, inside, right, mark) => {
      const text = `文${left}${mark}${inside}${mark}${right}文`;
      for (const after of outcomes(text).flat()) {
        assertRendered(after);
        fixes++;
      }
    }),
    { numRuns: 3000 },
  );
  assert.ok(fixes > 100, String(fixes));
});

test('a URL that took in Chinese no longer does after either fix', () => {
  const swallow = linterOf('autolink-swallow');
  for (const text of [
    '见 https://a.com/x）。后',
    '见https://a.com查看',
    '- 见 https://a.com/x，后',
    '> 见 https://a.com/x。',
  ]) {
    const [finding] = findingsOf(swallow, text);
    assert.equal(finding?.fixes.length, 2, text);
    for (const fix of finding.fixes) {
      const after = made(text, fix);
      assert.deepEqual(findingsOf(swallow, after), []);
      const url = proseOf(after)[0]!.atoms.map(({ from, to }) => proseOf(after)[0]!.source.slice(from, to));
      assert.match(url.join(), /^<?https:\/\/a\.com(\/x)?>?$/);
    }
  }
});

test('MDX, which takes <…> for a tag, is only offered the space', () => {
  const text = "import A from 'a'\n\n见 https://a.com/x。\n";
  const [finding] = findingsOf(linterOf('autolink-swallow'), text);
  assert.deepEqual(
    finding!.fixes.map((fix) => made(text, fix)),
    ["import A from 'a'\n\n见 https://a.com/x 。\n"],
  );
});

test('lines are joined only where nothing stands before the next one', () => {
  const fixes = (text: string) => findingsOf(linterOf('softbreak-han'), text).map((finding) => finding.fixes.length);
  assert.deepEqual(fixes('一行\n二行'), [1]);
  assert.deepEqual(fixes('一行\r\n二行'), [1]);
  assert.deepEqual(fixes('> 一行\n> 二行'), [0]);
  assert.deepEqual(fixes('- 一行\n  二行'), [0]);
});
