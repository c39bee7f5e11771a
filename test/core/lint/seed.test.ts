import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fixAll, safetyIn } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { lineIndex } from '../../../server/core/text/lines.ts';
import { structureOf } from '../../helpers/oracle.ts';
import { defaults } from '../../helpers/settings.ts';

const read = (name: string) => readFileSync(new URL(`../../fixtures/seed/${name}`, import.meta.url), 'utf8');
const before = read('before.md');
const lint = createLinter(defaults);
const findings = lint(parseMarkdown(before)).findings;
const lines = lineIndex(before);
const fixed = fixAll(parseMarkdown(before), lint).text;

/** Whether a finding touches the first occurrence of `context` in a line, at the place marked by `|`. */
function reportedAt(line: number, context: string): string[] {
  const [left, right] = context.split('|') as [string, string];
  const start = lines.start(line - 1);
  const at = before.slice(start, lines.end(line - 1)).indexOf(left + right);
  assert.ok(at >= 0, `line ${line} holds ${left}${right}`);
  const place = start + at + left.length;
  return findings.filter(({ from, to }) => from <= place && place <= to).map(({ rule }) => rule.id);
}

/** The reviewer's edits that a machine can decide, by number: line, place, and what the fix makes of it. */
const edits: [id: string, line: number, context: string, rule: string, after?: string][] = [
  ['7', 32, '独立的模型| ', 'collapse-spaces', '独立的模型 Variational'],
  ['8', 32, '冗余信息 |——', 'dash-spacing'],
  ['10', 34, '生成速度.|..', 'ellipsis-ascii'],
  ['18', 43, '名为|CLIP', 'space-han-latin', '名为 CLIP'],
  ['19', 43, 'CLIP|的预训练', 'space-han-latin', 'CLIP 的预训练'],
  ['20', 43, '预训练|transformer', 'space-han-latin', '预训练 transformer'],
  ['21', 43, 'transformer|模型', 'space-han-latin', 'transformer 模型'],
  ['23', 43, '的张量。| ', 'no-trailing-space', '的张量。\n'],
  ['24', 47, '输入的。| 可以看到', 'no-space-fullwidth-punctuation', '输入的。可以看到'],
  ['26', 51, '解释得通的 |——', 'dash-spacing'],
  ['31', 65, 'in-painting|的', 'space-han-latin', 'in-painting 的'],
];

describe('the edits of the seed that a machine can decide', () => {
  for (const [id, line, context, rule, after] of edits) {
    test(`edit ${id} is reported as ${rule}`, () => assert.deepEqual(reportedAt(line, context), [rule]));
    if (after) test(`edit ${id} is made`, () => assert.ok(fixed.includes(after)));
  }
});

/** Faults of the same kinds that the reviewer left, `|` where the defect is; matters of taste are left out. */
const residual: [line: number, context: string][] = [
  [1, '单元|3'],
  [11, '看看|SD'],
  [11, 'SD|是'],
  [13, ')|并学习'],
  [13, ')|准备的'],
  [13, '准备的 |——'],
  [16, '加入|[Discord'],
  [16, '在|`#diff'],
  [16, '`|频道'],
  [27, '需要|16'],
  [27, '16|倍'],
  [41, 'hidden_states|)'],
  [43, '个个的|token'],
  [43, '每个|token产'],
  [43, 'token|产'],
  [43, '1.X|版本'],
  [43, '或|1024'],
  [43, '1024|维'],
  [43, '针对|SD 2'],
  [43, '2.X|版本'],
  [47, '不同的|token'],
  [54, '10|)'],
  [63, '自|StabilityAI'],
  [63, 'StabilityAI|)'],
  [65, '正如|Stable'],
  [65, ')|一样'],
  [65, '让模型用|in-p'],
  [70, '来自|[dream'],
  [86, '笔记本|('],
  [92, 'GPU|额度'],
];

describe('the faults of the same kinds that the reviewer left', () => {
  for (const [line, context] of residual) {
    test(`line ${line}: ${context}`, () => assert.equal(reportedAt(line, context).length, 1));
  }
});

test('nothing is reported in URLs, shortcodes, HTML, code or image paths', () => {
  const hidden = [/\]\([^)]*\)/g, /:[a-z]+:/g, /<[^>]+>/g, /`[^`]+`/g, /!\[[^\]]*\]\([^)]*\)/g];
  for (const pattern of hidden) {
    for (const match of before.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const inside = findings.filter(
        ({ from, to }) => from < end && to > start && !(match[0].startsWith('](') && to <= start),
      );
      assert.deepEqual(
        inside.map(({ from, to }) => before.slice(from, to)),
        [],
        match[0],
      );
    }
  }
});

test('one defect gives one diagnostic: no two cover the same span', () => {
  const spans = findings.map(({ from, to }) => `${from}-${to}`);
  assert.equal(new Set(spans).size, spans.length);
});

test('a second fix changes nothing, and the rendered structure is what it was', () => {
  assert.equal(fixAll(parseMarkdown(fixed), lint).text, fixed);
  assert.equal(structureOf(fixed), structureOf(before));
  const after = parseMarkdown(fixed);
  assert.deepEqual(lint(after).findings.filter(safetyIn(after)), []);
});
