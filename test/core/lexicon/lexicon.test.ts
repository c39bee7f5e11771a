import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createSegmenter } from '../../../server/core/glossary/segmentit.ts';
import { createWordBoundaries } from '../../../server/core/glossary/word-boundaries.ts';
import { closedWords } from '../../../server/core/lexicon/closed.data.ts';
import { maskOf, partsAt, partsBefore, partsOf } from '../../../server/core/lexicon/lexicon.ts';
import { openWords } from '../../../server/core/lexicon/open.data.ts';
import { PARTS, type Part } from '../../../server/core/lexicon/parts.ts';
import { createMatcher, type Pattern } from '../../../server/core/lexicon/pattern.ts';
import { clauseAt, type Word } from '../../../server/core/lexicon/tag.ts';

const words = createWordBoundaries(createSegmenter([]));

describe('the lists', () => {
  for (const [part, list] of [...Object.entries(closedWords), ...Object.entries(openWords)]) {
    test(part, () => {
      const all = list.split(' ');
      const twice = all.filter((word, i) => all.indexOf(word) !== i);
      assert.deepEqual(twice, [], 'each word once');
      assert.deepEqual(
        all.filter((word) => !/^\p{Script=Han}+$/u.test(word)),
        [],
        'Chinese words only',
      );
      for (const word of all) assert.ok(partsOf(word) & PARTS[part as Part], word);
    });
  }

  test('each part of speech has a bit of its own', () => {
    const bits = Object.values(PARTS);
    assert.equal(new Set(bits).size, bits.length);
    assert.equal(
      maskOf(Object.keys(PARTS) as Part[])
        .toString(2)
        .replaceAll('0', '').length,
      bits.length,
    );
  });

  test('words are found where they end and begin', () => {
    assert.ok(partsBefore('我们快速', 4) & PARTS.manner);
    assert.ok(partsAt('查询数据', 0) & PARTS.verb);
    assert.equal(partsBefore('', 0) | partsAt('', 0) | partsAt('abc', 1), 0);
  });
});

/** The words of the clause around `|`, each with one of its parts where that is of interest. */
const clauses: [text: string, divided: string][] = [
  ['这样可以快捷|的查询数据。', '这样 可以/modal 快捷/manner 的/particle 查询/verb 数据/noun'],
  ['让我们很快|的解决问题', '让/pivot 我们/pronoun 很/degree 快/grade 的 解决/verb 问题/head'],
  ['这能带来更好|的体验', '这 能/modal 带来/verb 更 好 的 体验'],
  ['先看，新版本会平稳|的替换', '新 版本/noun 会/modal 平稳 的 替换/verb'],
  ['机会更好|的地方', '机会/noun 更/degree 好/grade 的 地方/noun'],
  ['一遍又一遍|的执行 `x`', '一遍又一遍/onlyManner 的 执行 `x`/opaque'],
  ['共 3 次|的 API 调用', '共 3/numeral 次/measure 的 API/opaque 调用'],
];

describe('clauses', () => {
  for (const [marked, expected] of clauses) {
    test(marked, () => {
      const at = marked.indexOf('|');
      const text = marked.replace('|', '');
      const clause = clauseAt(text, at, words)!.filter(({ from, to }) => to > from);
      const wanted = expected.split(' ').map((one) => one.split('/') as [string, Part?]);
      assert.deepEqual(
        clause.map((word) => word.text),
        wanted.map(([word]) => word),
      );
      for (const [i, [word, part]] of wanted.entries()) if (part) assert.ok(clause[i]!.parts & PARTS[part], word);
    });
  }

  test('words stand where the text has them, with a segmenter or without one, whatever the text', () => {
    const pieces = fc.constantFrom(
      '可以',
      '快速',
      '的',
      '查询',
      '，',
      '。',
      ' ',
      'API',
      '3',
      '𠮷',
      '\ufdd0',
      '（',
      '”',
      '、',
    );
    const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(80), (text, place) => {
        const at = Math.min(place, text.length);
        for (const clause of [clauseAt(text, at), clauseAt(text, at, words)!]) {
          let end = 0;
          for (const { text: word, from, to, parts } of clause) {
            assert.ok(from >= end && parts !== 0);
            if (!(parts & (PARTS.start | PARTS.end))) assert.equal(text.slice(from, to), word);
            end = to;
          }
        }
      }),
    );
  });

  test('nobody divides words without a segmenter', () => {
    assert.equal(clauseAt('可以快速的查询', 4, createWordBoundaries(undefined)), undefined);
  });
});

const rows: [pattern: Pattern, words: string, fits: boolean][] = [
  [['verb'], '的 verb', true],
  [['verb'], '的 noun', false],
  [['verb', 'end'], '的 verb', false],
  [['verb', 'end'], '的 verb end', true],
  [['adverb*', 'verb'], '的 adverb adverb verb', true],
  [['adverb?', 'verb'], '的 adverb adverb verb', false],
  [['noun!head'], '的 noun', true],
  [['noun!head'], '的 noun+head', false],
  [['!verb', 'end'], '的 noun end', true],
  [['!verb', 'end'], '的 verb end', false],
  [['把|verb'], '的 把', true],
  [['把|verb'], '的 将', false],
  [[['manner', 'conjunction?'], 'manner', 'verb'], '的 manner verb', true],
  [[['manner', 'conjunction?'], 'manner', 'verb'], '的 manner conjunction manner verb', true],
  [[['manner', 'conjunction?'], 'manner', 'verb'], '的 conjunction manner verb', false],
];

describe('patterns', () => {
  for (const [pattern, text, expected] of rows) {
    const clause = wordsOf(text);
    test(`${JSON.stringify(pattern)} ${expected ? 'fits' : 'does not fit'} ${text}`, () => {
      assert.equal(createMatcher([{ before: [[]], after: [pattern] }])(clause, 0), expected);
      // The same the other way round.
      const turned = pattern.map((one) => (typeof one === 'string' ? one : [...one].reverse())).reverse();
      const back = createMatcher([{ before: [turned], after: [[]] }]);
      assert.equal(back([...clause].reverse(), clause.length - 1), expected);
    });
  }

  test('a part of speech that there is not is an error', () => {
    assert.throws(() => createMatcher([{ before: [['wrod']], after: [[]] }]), /wrod/);
  });

  test('they fit what a regular expression of the same form fits', () => {
    const letters = { noun: 'n', verb: 'v', adverb: 'a' } as const;
    const names = fc.constantFrom('noun', 'verb', 'adverb', 'noun|verb', '!noun');
    const elements = fc.tuple(names, fc.constantFrom('', '?', '*'));
    const clause = fc.array(fc.constantFrom<keyof typeof letters>('noun', 'verb', 'adverb'), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(elements, { minLength: 1, maxLength: 6 }), clause, (pattern, parts) => {
        const source = pattern.map(([name, sign]) => `${classOf(name)}${sign}`).join('');
        const text = parts.map((part) => letters[part]).join('');
        const matches = createMatcher([{ before: [[]], after: [pattern.map((one) => one.join(''))] }]);
        assert.equal(matches(wordsOf(['的', ...parts].join(' ')), 0), new RegExp(`^${source}`).test(text));
      }),
    );
    function classOf(name: string): string {
      const inside = name
        .replace(/noun|verb|adverb/g, (part) => letters[part as keyof typeof letters])
        .replace('|', '');
      return `[${inside.replace('!', '^')}]`;
    }
  });
});

function wordsOf(text: string): Word[] {
  return text.split(' ').map((name, i) => {
    const parts = name.split('+').reduce((bits, part) => bits | (PARTS[part as Part] ?? 0), 0);
    return { text: name, from: i, to: i + 1, parts };
  });
}
