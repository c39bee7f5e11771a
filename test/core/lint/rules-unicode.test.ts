import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixAll } from '../../../server/core/lint/fix.ts';
import { createLinter } from '../../../server/core/lint/lint.ts';
import { messageOf } from '../../../server/core/lint/rule.ts';
import { rules } from '../../../server/core/lint/rules/index.ts';
import { blocksOf } from '../../../server/core/markdown/blocks.ts';
import { parseMarkdown } from '../../../server/core/markdown/parse.ts';
import { neighbourhood, UNUSUAL } from '../../../server/core/text/han.ts';
import { applyEdits } from '../../../server/core/text/span.ts';
import { onlyRule } from '../../helpers/settings.ts';

const linterOf = (id: string) => createLinter(onlyRule(id));

// A page of documentation cannot hold these.
for (const [name, character] of Object.entries({ half: '\ud83d', noncharacter: '\uffff', line: '\u2028' })) {
  test(`control-character removes a ${name}`, () => {
    const text = `残${character}字`;
    const [finding] = linterOf('control-character')(parseMarkdown(text)).findings;
    assert.equal(applyEdits(text, finding!.fixes[0]!.edits), '残字');
  });
}

const kept: [id: string, text: string, why: string][] = [
  ['zero-width', '\ufeff# 标题\n\n正文', 'the byte order mark of a file'],
  ['zero-width', '`中\u200b文` 与 [文](a\u200bb)', 'code and targets'],
  ['zero-width', '这是*\u200b“重点”*吧', 'a way to make emphasis render'],
  ['zero-width', '🏳️\u200d🌈 与 👨‍👩‍👧', 'emoji'],
  ['no-break-space', '第\u00a0\n二行', 'the end of a line, which other rules see to'],
  ['no-break-space', '你好\u00a0，世界', 'a blank beside punctuation, which another rule removes'],
  ['halfwidth-alphanumeric', '```\n中Ａ\n```', 'code blocks'],
  ['halfwidth-symbol', '提高 15％，共 3％', 'the percent sign, allowed by default'],
];

for (const [id, text, why] of kept) {
  test(`${id} leaves ${why}`, () => assert.deepEqual(linterOf(id)(parseMarkdown(text)).findings, []));
}

test('percent signs are reported when nothing is allowed', () => {
  const lint = createLinter(onlyRule('halfwidth-symbol', {}, { allow: [] }));
  assert.equal(lint(parseMarkdown('提高了 15％')).findings.length, 1);
});

test('the message names the character', () => {
  const [finding] = linterOf('zero-width')(parseMarkdown('中\u200b文')).findings;
  assert.match(messageOf(finding!).zh, /U\+200B 零宽空格 ZERO WIDTH SPACE/);
  assert.match(messageOf(finding!).en, /U\+200B/);
});

// Other rules must not make of a marker what nobody has looked at.
for (const [id, text, wanted] of [
  ['no-break-space', '#\u00a0标题', '# 标题'],
  ['no-break-space', '-\u00a0项目', '- 项目'],
  ['ideographic-space', '1.\u3000项目', '1. 项目'],
] as const) {
  test(`${JSON.stringify(text)} becomes markup only by choice`, () => {
    const lint = linterOf(id);
    const markdown = parseMarkdown(text);
    const [fix] = lint(markdown).findings[0]!.fixes;
    assert.equal(applyEdits(text, fix!.edits), wanted);
    assert.ok(fix!.changesMarkup);
    assert.equal(fixAll(markdown, lint).text, text);
  });
}

test('every radical has the character that Unicode names', () => {
  const lint = linterOf('kangxi-radical');
  const fixed = (radical: string) => fixAll(parseMarkdown(`中${radical}文`), lint).text.slice(1, -1);
  const pairs = {
    '⼀': '一',
    '⽤': '用',
    '⿕': '龠',
    '⺁': '厂',
    '⺇': '𠘨',
    '⺛': '旡',
    '⻋': '车',
    '⻚': '页',
    '⻢': '马',
    '⻳': '龟',
    '⺀': '⺀',
  };
  for (const [radical, character] of Object.entries(pairs)) assert.equal(fixed(radical), character);
});

test('rules that need something unusual find nothing where it is missing', () => {
  // Every character of the BMP that counts as usual, between Chinese; Latin on the other side of it.
  const usual = Array.from({ length: 0xffff }, (_, unit) => String.fromCharCode(unit)).filter(
    (character) => !/[\ud800-\udfff]/.test(character) && !(neighbourhood(character).classes & UNUSUAL),
  );
  const prose = { ...proseOf('中'), text: usual.map((character) => `中${character}a中`).join('') };
  for (const rule of rules.filter(({ needs }) => needs.includes(UNUSUAL))) {
    const reported: string[] = [];
    rule.prose!(prose, {
      ...onlyRule(rule.id),
      options: rule.options,
      block: 'paragraph',
      headings: undefined,
      wantSegmenter: () => {},
      report: ({ from, to }) => reported.push(prose.text.slice(from, to)),
    });
    assert.deepEqual(reported, [], rule.id);
  }
});

function proseOf(text: string) {
  return blocksOf(parseMarkdown(text))[0]!.leaf.prose[0]!;
}
