import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { BLANK, classAt, FULL_WIDTH, HAN, LINE_END, lengthAt, QUOTE } from '../../../server/core/text/han.ts';
import { tokenPages } from '../../../server/core/text/token-examples.data.ts';
import type { TokenKind } from '../../../server/core/text/token-kinds.ts';
import { createStepCounter } from '../../helpers/steps.ts';

const countSteps = await createStepCounter();
const { tokenAt, tokenFrom, tokensOf, tokenTo } = await import('../../../server/core/text/token.ts');

const atom = (text: string) => text.replaceAll('▢', '\uFDD0');
const plain = (example: string) => atom(example.replace(/[⟦⟧]/g, ''));
const kinds = Object.entries(tokenPages) as [TokenKind, (typeof tokenPages)[TokenKind]][];
const examples = kinds.flatMap(([kind, page]) => page.examples.map((example) => ({ kind, example })));

function marked(text: string, kind: TokenKind): string {
  let result = '';
  let last = 0;
  for (const { from, to } of tokensOf({ text }).filter((token) => token.kind === kind)) {
    result += `${text.slice(last, from)}⟦${text.slice(from, to)}⟧`;
    last = to;
  }
  return result + text.slice(last);
}

for (const [kind, page] of kinds) {
  describe(kind, () => {
    for (const example of page.examples) {
      test(example, () => assert.equal(marked(plain(example), kind), atom(example)));
    }
  });
}

/** Pieces in which no token looks at what stands beside it; `known` are tokens that say so by themselves. */
const known: readonly (readonly [text: string, kind: TokenKind])[] = [
  ['React', 'word'],
  ['C++', 'name'],
  ['fit()', 'call'],
  ['v1.0', 'version'],
  ['2.0.1', 'version'],
  ['src/a.py', 'path'],
  ['20 GB', 'quantity'],
  ['15%', 'percentage'],
  ['37°C', 'temperature'],
  ['a@b.com', 'email'],
  ['https://a.com/b', 'url'],
  ['#123', 'reference'],
  ['%s', 'format'],
  ['{name}', 'placeholder'],
  ['<div>', 'tag'],
  ['512x512', 'dimension'],
  ['x=1', 'formula'],
  ['12:30', 'time'],
  ['$5000', 'currency'],
  ['[12]', 'citation'],
  ['🤗', 'emoji'],
  ['!=', 'operator'],
  ['\uFDD0', 'atom'],
];
const places: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['汉', '汉'],
  ['汉', ''],
  ['', '汉'],
  ['汉 ', ' 汉'],
  ['（', '）'],
  ['汉。', '，汉'],
  ['汉\n', '\n汉'],
  ['汉「', '」'],
  ['\uFDD1', '\uFDD1'],
  ['\uFDD1 ', ' \uFDD1'],
];
for (const [piece, kind] of known) {
  test(`${piece.replace('\uFDD0', '▢')} is the same beside anything`, () => {
    for (const [before, after] of places) {
      const text = before + piece + after;
      const token = tokenAt({ text }, before.length);
      const { from, to } = { from: before.length, to: before.length + piece.length };
      assert.deepEqual({ kind: token?.kind, from: token?.from, to: token?.to }, { kind, from, to }, text);
    }
  });
}

test('a quantity knows its unit and the gap before it', () => {
  const [token] = tokensOf({ text: '8-16 GB' });
  assert.deepEqual(token, { kind: 'quantity', from: 0, to: 7, gap: { from: 4, to: 5 }, unit: 'GB' });
});

test('tokens are found by the places at which they begin, end and are', () => {
  const owner = { text: '用API调用' };
  const [token] = tokensOf(owner);
  assert.equal(tokenFrom(owner, 1), token);
  assert.equal(tokenTo(owner, 4), token);
  assert.equal(tokenAt(owner, 3), token);
  for (const place of [-1, 0, 4, 5, 6, 99]) assert.equal(tokenAt(owner, place), undefined);
  for (const place of [0, 2, 4]) assert.equal(tokenFrom(owner, place), undefined);
  for (const place of [1, 3, 6]) assert.equal(tokenTo(owner, place), undefined);
  assert.equal(tokensOf(owner), tokensOf(owner));
});

const holdsHan = new Set<TokenKind>(['date', 'time', 'moment', 'mention', 'field']);
const piece = fc.oneof(
  fc.constantFrom(...examples.map(({ example }) => plain(example))),
  fc.constantFrom(...'汉字年月。，（） \n\t“”.:;,!?-+/@#$%&*()[]{}<>=_~\'"aZ09éα\uFDD0\uFDD1𠮷🤗—…'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

test('tokens do not overlap, and hold every character but those between them', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let last = 0;
      const isBetween = (from: number, to: number) => {
        for (let at = from; at < to; at += lengthAt(text, at)) if (!(classAt(text, at) & BETWEEN)) return false;
        return true;
      };
      for (const { kind, from, to } of tokensOf({ text })) {
        assert.ok(from >= last && to > from && to <= text.length);
        assert.ok(isBetween(last, from), 'what lies between tokens is none of theirs');
        const han = Array.from(text.slice(from, to)).some((character) => classAt(character, 0) & HAN);
        assert.ok(!han || holdsHan.has(kind), `${kind} holds Han`);
        assert.ok(!(classAt(text, from) & BETWEEN), 'no token begins with what lies between tokens');
        last = to;
      }
      assert.ok(isBetween(last, text.length));
    }),
  );
});

const BETWEEN = HAN | BLANK | LINE_END | FULL_WIDTH | QUOTE;

test('Han on both sides change nothing of tokens that know themselves', () => {
  const alone = fc.array(fc.constantFrom(...known.map(([text]) => text)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(alone, (pieces) => {
      const text = pieces.map((one) => `汉${one}字`).join('，');
      const found = tokensOf({ text }).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);
      assert.deepEqual(
        found,
        pieces.map((one) => `${known.find(([text]) => text === one)![1]} ${one}`),
      );
    }),
  );
});

/** Texts on which a reader that looks far ahead in vain, or far back, would read them again and again. */
const rows = [
  'a',
  '0',
  '.',
  '-',
  '汉',
  '<',
  'a.',
  'a/',
  'a-',
  '1.',
  '1:',
  '@a',
  '--a-',
  '(a ',
  '</a ',
  'http://',
  '日12：30',
];

test('320,000 characters of anything are read in steps that grow as they do', async () => {
  for (const row of rows) {
    const text = row.repeat(Math.ceil(320_000 / row.length));
    const half = text.slice(0, text.length / 2);
    tokensOf({ text: row });
    const [once, twice] = [
      await countSteps(() => tokensOf({ text: half })),
      await countSteps(() => tokensOf({ text })),
    ];
    assert.ok(twice < 2.6 * once, `${JSON.stringify(row)} in ${once} steps, then in ${twice}`);
  }
});
