import { createMatcher } from '../../../lexicon/pattern.ts';
import { clauseAt, type Word } from '../../../lexicon/tag.ts';
import { HAN, LATIN } from '../../../text/han.ts';
import { scriptOf } from '../../../text/script.ts';
import type { Span } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';
import { chineseTypos } from './chinese-typos.data.ts';
import { englishTypos } from './english-typos.data.ts';
import { latinWords } from './latin-words.ts';
import { replacementsIn } from './replacements.ts';
import { nameNear } from './similar-names.ts';
import { isWordAt } from './word-at.ts';

export default defineRule({
  id: 'common-typo',
  group: 'wording',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Common typing mistakes', zh: '常见错别字' },
  why: {
    en: 'Input methods offer characters of the same sound or the same look: 布署 for 部署, 阀值 for 阈值. Only what is wrong in every text is reported, and only where a word begins and ends. Of English words, only those that are often misspelt are reported.',
    zh: '输入法容易选中同音或形近的字，如把“部署”写成“布署”，把“阈值”写成“阀值”。只报告在任何语境中都不对、且前后正是词界的写法；英文只报告经常拼错的单词。',
  },
  message: {
    en: '“{wrong}” is a mistake for “{right}”.',
    zh: '“{wrong}”有误，应为“{right}”。',
  },
  needs: [HAN | LATIN],
  examples: [
    ['请先布署服务', '请先部署服务'],
    ['超过 **阀值** 时', '超过 **阈值** 时'],
    ['登陆 GitHub 账户', '登录 GitHub 账户'],
    ['这是一个比列', '这是一个比例'],
    ['见 Enviroment 一节', '见 Environment 一节'],
    ['用 Pythorch 训练', '用 PyTorch 训练'],
    ['该变量必须再函数内部声明，否则会将被忽略', '该变量必须在函数内部声明，否则将会被忽略'],
    '对比列与诺曼底登陆，建议对像这样的值缓存',
    '`布署` 与 [部署](https://example.com/布署)',
    '变量 enviroment_id 和 dataset.lenght',
    '部署服务，见 Environment 一节',
    '這件事必需使用它來說明',
  ],
  prose({ text, classes }, { wordBoundaries, wantSegmenter, report }) {
    const found: Typo[] = classes & LATIN ? misspelt(text) : [];
    if (classes & HAN) {
      for (const typo of misplaced(text)) {
        const clause = clauseAt(text, typo.from, wordBoundaries);
        if (!clause) wantSegmenter();
        if (clause && isMisplaced(clause, typo.from)) found.push(typo);
      }
      for (const typo of mistyped(text)) {
        const isWord = isWordAt(wordBoundaries, text, typo.from, typo.to);
        if (isWord === undefined) wantSegmenter();
        if (isWord) found.push(typo);
      }
    }
    for (const { from, to, right } of found) {
      report({ from, to }, { wrong: text.slice(from, to), right }, { edits: [{ from, to, insert: right }] });
    }
  },
});

interface Typo extends Span {
  readonly right: string;
}

const findTypos = replacementsIn(chineseTypos);

function mistyped(text: string): Typo[] {
  const typos = findTypos(text).filter(({ from, to }) => !isPair(text, from, to));
  // The table is in simplified characters, and some of its words are correct in traditional texts.
  if (typos.length === 0 || scriptOf(text) === 'traditional') return [];
  return typos.map(({ from, to, right }) => ({ from, to, right: right[0]! }));
}

/** 既使 A 更快，又使 B 更小: here 既 belongs to 又. */
function isPair(text: string, from: number, to: number): boolean {
  return text[from] === '既' && text.slice(to, to + 40).includes('又');
}

/** Words that are wrong only in certain contexts: 必须再函数内部 means 在, but 再次在函数内部 is correct. */
const grammar = [
  {
    wrong: '再',
    right: '在',
    // A cheap test of what follows.
    near: /^[^次度也加以来将把看往，。]+[中里内外]/,
    matches: createMatcher([
      {
        before: [['!再|一']],
        after: [
          [
            'noun|opaque!verb|numeral|measure|determiner|localizer|adverb|manner|degree|modal|preposition|conjunction',
            'noun|opaque|suffix!verb*',
            '中|里|内|内部|里面|之中|之内|外部',
            'verb|adverb|modal|passive|end',
          ],
        ],
      },
    ]),
  },
  {
    // 会将被忽略的文件删除 is correct: there 将 takes a noun.
    wrong: '会将被',
    right: '将会被',
    near: /^./,
    matches: createMatcher([{ before: [['会']], after: [['被', 'adverb|manner*', 'verb', 'end|了']] }]),
  },
];

const NEAR = 12;

function misplaced(text: string): Typo[] {
  const found: Typo[] = [];
  for (const { wrong, right, near } of grammar) {
    for (let from = text.indexOf(wrong); from >= 0; from = text.indexOf(wrong, from + 1)) {
      const to = from + wrong.length;
      if (near.test(text.slice(to, to + NEAR)) && isMisplaced(clauseAt(text, from), from))
        found.push({ from, to, right });
    }
  }
  return found;
}

function isMisplaced(clause: readonly Word[], at: number): boolean {
  return grammar.some(({ wrong, matches }) => {
    // The pattern of 会将被 is centred on 将.
    const middle = at + Math.floor(wrong.length / 2);
    const place = clause.findIndex(({ from, to }) => from === middle && to === middle + 1);
    return place > 0 && matches(clause, place) && clause[place]!.text === wrong[middle - at];
  });
}

function misspelt(text: string): Typo[] {
  const found: Typo[] = [];
  for (const { from, to, word, key, isPart } of latinWords(text)) {
    if (isPart) continue;
    const right = english.get(key);
    if (right === undefined) {
      const name = nameNear(key);
      if (name !== undefined) found.push({ from, to, right: word === key ? name.toLowerCase() : name });
    } else if (word === key) found.push({ from, to, right });
    else if (word === key.toUpperCase()) found.push({ from, to, right: right.toUpperCase() });
    // Other capitals inside make it an identifier.
    else if (word.slice(1) === key.slice(1)) found.push({ from, to, right: right[0]!.toUpperCase() + right.slice(1) });
  }
  return found;
}

const english: ReadonlyMap<string, string> = new Map(
  englishTypos
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split('>') as [string, string]),
);
