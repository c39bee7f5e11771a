import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbiddenIn } from '../../../server/core/glossary/match/forbidden.ts';
import { findChinese } from '../../../server/core/glossary/match/match.ts';
import {
  confirmsBoundary,
  createWordBoundaries,
  type Segmenter,
} from '../../../server/core/glossary/word-boundaries.ts';
import { glossaryOf } from './terms.ts';

const dictionary = ['类似', '一个', '分类器', '关注点', '关注', '请勿', '应用程序'];

/** Longest words of a small dictionary first, else single characters. */
const segmenter: Segmenter = (sentence) => sentence.match(new RegExp(`${dictionary.join('|')}|.`, 'gsu')) ?? [];

/** The candidate stands in brackets. */
function check(marked: string, expected: boolean | undefined, withSegmenter = true): void {
  test(`${JSON.stringify(marked)} ${withSegmenter ? 'with' : 'without'} a segmenter`, () => {
    const from = marked.indexOf('[');
    const to = marked.indexOf(']') - 1;
    const text = marked.replace(/[[\]]/g, '');
    const used = withSegmenter ? segmenter : undefined;
    assert.equal(confirmsBoundary(used, text, from, to), expected);
    assert.equal(createWordBoundaries(used)(text, from, to), expected);
  });
}

check('一个[类]的', true);
check('[类]似的', false);
check('分[类]器', false);
check('分[类]', true);
check('[类]，似', true, false);
check('\ufdd0[类]\ufdd1', true, false);
check('[DOM 内]部', undefined, false);
check('[类]似', undefined, false);
check('这[应用程序]的', true, false);
check('类似。[类]\n似', true, false);
check('类似；这[类]！', true);

test('a sentence is divided once', () => {
  let calls = 0;
  const boundaries = createWordBoundaries((sentence) => {
    calls++;
    assert.equal(sentence, '一个类的类似');
    return segmenter(sentence);
  });
  const text = '前言。一个类的类似！';
  assert.equal(boundaries(text, 5, 6), true);
  assert.equal(boundaries(text, 7, 8), false);
  assert.equal(calls, 1);
});

test('a segmenter is shown the run of Han around a candidate', () => {
  const shown: string[] = [];
  const boundaries = createWordBoundaries((sentence) => {
    shown.push(sentence);
    return segmenter(sentence);
  });
  boundaries('先说明，一个类的 API、再说', 6, 7);
  assert.deepEqual(shown, ['一个类的']);
});

test('the memory is bounded', () => {
  let calls = 0;
  const boundaries = createWordBoundaries((sentence) => {
    calls++;
    return segmenter(sentence);
  });
  const ask = (count: number) => {
    for (let at = 0; at < count; at++) boundaries(`${String.fromCharCode(0x4e00 + at)}的类的`, 2, 3);
  };
  ask(500);
  ask(500);
  assert.equal(calls, 500);
  ask(5000);
  ask(5000);
  assert.ok(calls > 9000);
});

function forbidden(lines: readonly string[], text: string, expected: readonly string[]): void {
  test(`forbidden [${lines.join('; ')}] in ${text}`, () => {
    const found = forbiddenIn(findChinese(glossaryOf(...lines), text), text, createWordBoundaries(segmenter));
    assert.deepEqual(
      found.map(({ from, to, term }) => `${text.slice(from, to)} → ${term.renderings[0]?.text}`),
      expected,
    );
  });
}

const concern = 'concern | 关注点 | 关注';
forbidden([concern], '请关注。', ['关注 → 关注点']);
forbidden([concern], '关注点分离', []);
forbidden([concern, 'follow | 关注'], '请关注。', []);
forbidden(['class | 种类 | 类'], '类似的类', ['类 → 种类']);
forbidden(['disruption | 干扰（请勿译为“中断”）'], '请勿中断', ['中断 → 干扰']);

test('only terms that apply forbid or approve', () => {
  const glossary = glossaryOf(concern, 'follow | 关注');
  const only = (name: string) =>
    forbiddenIn(findChinese(glossary, '请关注。'), '请关注。', createWordBoundaries(segmenter), {
      applies: (term) => term.source.includes(name),
    });
  assert.equal(only('concern').length, 1);
  assert.equal(only('follow').length, 0);
});

test('silent as long as no segmenter is there', () => {
  assert.deepEqual(
    forbiddenIn(findChinese(glossaryOf(concern), '都关注它'), '都关注它', createWordBoundaries(undefined)),
    [],
  );
});
