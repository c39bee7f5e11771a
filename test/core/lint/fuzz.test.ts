import assert from 'node:assert/strict';
import { test } from 'node:test';
import { damageSeenBy, judges } from '../../fuzz/judges.ts';
import { reasonFor } from '../../fuzz/known.ts';
import { fixturePages } from '../../fuzz/pages.ts';
import { shrink } from '../../fuzz/shrink.ts';
import { madeTrial } from '../../fuzz/trial.ts';

const pages = fixturePages();
const SEED = 1;
const PAGES = 400;

test(`of ${PAGES} made pages none is damaged, by the judgement of three readers, or unstable`, () => {
  for (let seed = SEED; seed < SEED + PAGES; seed++) {
    const { text, again } = madeTrial(pages, seed);
    const fault = again(text);
    assert.ok(!fault || reasonFor(fault), `seed ${seed}: ${JSON.stringify(fault)}`);
  }
});

const harms: [before: string, after: string, by: string[]][] = [
  ['## 介绍 ##', '## 介绍##', ['micromark', 'markdown-it', 'commonmark.js']],
  ['```\n中a\n```', '```\n中 a\n```', ['micromark', 'markdown-it', 'commonmark.js']],
  ['甲\\*乙', '甲\\ *乙', ['micromark', 'markdown-it', 'commonmark.js']],
  ['---\na: 中b\n---', '---\na: 中 b\n---', ['micromark', 'markdown-it', 'commonmark.js']],
  ['| a |\n|-|\n| b |', '| a |\n|-|\n| b | c |', ['micromark', 'markdown-it']],
  ['用CLIP的', '用 CLIP 的', []],
  ['!!! note "甲"\n\n    中a', '!!! note "甲"\n\n    中 a', []],
  ['[^1]: 中a', '[^1]: 中 a', []],
  ['甲\\,乙', '甲，乙', []],
];

for (const [before, after, by] of harms) {
  test(`the judges look at ${JSON.stringify(after)}`, () => {
    const seen = Object.keys(judges).filter((judge) => damageSeenBy(judge, before, after) !== undefined);
    assert.deepEqual(seen, by);
  });
}

test('a page is shrunk to what is wrong with it', () => {
  assert.equal(
    shrink('甲乙丙丁戊己庚辛', (text) => text.includes('丙') && text.includes('庚')),
    '丙庚',
  );
});
