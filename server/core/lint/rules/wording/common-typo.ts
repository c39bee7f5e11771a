import { HAN, LATIN } from '../../../text/han.ts';
import { scriptOf } from '../../../text/script.ts';
import type { Span } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';
import { chineseTypos } from './chinese-typos.data.ts';
import { englishTypos } from './english-typos.data.ts';
import { latinWords } from './latin-words.ts';
import { nameNear } from './near-names.ts';
import { replacementsIn } from './replacements.ts';
import { isWordAt } from './word-at.ts';

export default defineRule({
  id: 'common-typo',
  group: 'wording',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'Common typing mistakes', zh: '常见错别字' },
  why: {
    en: 'Input methods offer characters of the same sound or the same look: 布署 for 部署, 阀值 for 阈值. Only what is wrong in every text is reported, and only where a word begins and ends; of English words those that are often misspelt.',
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
    '对比列与诺曼底登陆，建议对像这样的值缓存',
    '`布署` 与 [部署](https://example.com/布署)',
    '变量 enviroment_id 和 dataset.lenght',
    '部署服务，见 Environment 一节',
    '這件事必需使用它來說明',
  ],
  prose({ text, classes }, { words, wantWords, report }) {
    const found: Typo[] = classes & LATIN ? misspelt(text) : [];
    if (classes & HAN) {
      for (const typo of mistyped(text)) {
        const isWord = isWordAt(words, text, typo.from, typo.to);
        if (isWord === undefined) wantWords();
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
  // The table is in simplified characters, and some words in it are good in traditional texts.
  if (typos.length === 0 || scriptOf(text) === 'traditional') return [];
  return typos.map(({ from, to, right }) => ({ from, to, right: right[0]! }));
}

/** 既使 A 更快，又使 B 更小: here 既 belongs to 又. */
function isPair(text: string, from: number, to: number): boolean {
  return text[from] === '既' && text.slice(to, to + 40).includes('又');
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
