import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createLinter } from '../../../server/core/lint/lint.ts';
import type { Fix } from '../../../server/core/lint/rule.ts';
import { blocksOf } from '../../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { lineIndex } from '../../../server/core/text/lines.ts';
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

const conflict = '<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> main\n';
/** The lines, by number, that are told as markers of a conflict. */
const conflicts: [promise: string, text: string, lines: number[]][] = [
  ['a conflict', `前文\n\n${conflict}`, [3, 5, 7]],
  ['each of two conflicts', conflict.repeat(2), [1, 3, 5, 6, 8, 10]],
  ['a conflict with lines that end as on Windows', conflict.replaceAll('\n', '\r\n'), [1, 3, 5]],
  ['a conflict in front matter', `---\ntitle: 甲\n${conflict}---\n\n正文`, [3, 5, 7]],
  ['a conflict in a list', `- 项目\n${conflict}- 项目`, [2, 4, 6]],
  ['a conflict in HTML', `<div>\n${conflict}</div>`, [2, 4, 6]],
  ['a conflict on an English page', 'Text.\n\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> main', [3, 5, 7]],
  ['the version that both began with', '<<<<<<< ours\n甲\n||||||| 1a2b3c\n乙\n=======\n丙\n>>>>>>> b', [1, 3, 5, 7]],
  ['markers without names as a pair', '<<<<<<<\n甲\n=======\n乙\n>>>>>>>', [1, 3, 5]],
  ['a conflict around code', `<<<<<<< HEAD\n\`\`\`js\na\n\`\`\`\n=======\n\`\`\`js\nb\n\`\`\`\n>>>>>>> b`, [1, 5, 9]],
  [
    'of a conflict that cuts code in two what is outside',
    `<<<<<<< HEAD\n\`\`\`js\na\n=======\n\`\`\`ts\nb\n\`\`\`\n>>>>>>> b`,
    [1, 8],
  ],
  [
    'the ends alone where a heading is underlined between them',
    '<<<<<<< HEAD\n题\n=======\n甲\n=======\n乙\n>>>>>>> b',
    [1, 7],
  ],
  ['a beginning whose end is gone', '甲\n\n<<<<<<< HEAD\n乙\n\n题\n=======\n', [3]],
  ['an end whose beginning is gone', '甲\n>>>>>>> 1a2b3c4 (改动)\n\n乙', [2]],
  ['a beginning before another', `<<<<<<< HEAD\n乙\n\n${conflict}`, [1, 4, 6, 8]],
  ['a beginning outside of code that shows a conflict', `<<<<<<< HEAD\n\n\`\`\`\n${conflict}\`\`\``, [1]],
  ['nothing in fenced code', `\`\`\`diff\n${conflict}\`\`\``, []],
  ['nothing in <pre>', `<pre>\n${conflict}</pre>`, []],
  ['nothing between two pieces of code', '```\n<<<<<<< HEAD\n```\n\n题\n=======\n\n```\n>>>>>>> b\n```', []],
  ['nothing behind blanks', conflict.replace(/^/gm, '    '), []],
  ['nothing of six or eight characters', '<<<<<< HEAD\n甲\n======\n乙\n>>>>>> b\n\n<<<<<<<< HEAD\n\n>>>>>>>> b', []],
  ['nothing where text touches the marker', '<<<<<<<HEAD\n甲\n\n>>>>>>>b', []],
  ['no markers without names that nothing divides', '甲\n\n<<<<<<<\n\n乙\n\n>>>>>>>\n', []],
  ['no ornament', '<<<<<<< 点击这里 >>>>>>>\n\n<<<<<<< 点击 >', []],
  ['no quotation in quotations', '>>>>>> 甲\n>>>>>>> 乙\n\n>>>>>>> 甲\n> 乙', []],
  ['no underlined heading and no empty cells', '题\n=======\n\n||||||| 甲', []],
];

describe('conflict-marker tells', () => {
  const lint = linterOf('conflict-marker');
  for (const [promise, text, expected] of conflicts) {
    test(promise, () => {
      const lines = lineIndex(text);
      const told = findingsOf(lint, text).map(({ from }) => lines.position(from).line + 1);
      assert.deepEqual(told, expected);
    });
  }
});
