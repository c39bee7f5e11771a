import { sensesOf } from '../../../glossary/glossary.ts';
import { BLANK, classAt, classBefore, HAN, LATIN } from '../../../text/han.ts';
import { skipBlanks, skipBlanksBack } from '../../neighbours.ts';
import { defineRule } from '../../rule.ts';
import { latinWords } from './latin-words.ts';

export default defineRule({
  id: 'latin-plural',
  group: 'wording',
  level: 'hint',
  fix: 'suggest',
  title: { en: 'No English plural in Chinese', zh: '中文里的英文名词用单数' },
  why: {
    en: 'Chinese nouns have no plural: 多个 API, not 多个 APIs. MDN, Vue, Kubernetes and Ruan Yifeng’s guide ask for the singular. Only abbreviations in capitals directly beside Chinese are checked, and the nouns that a project names.',
    zh: '中文名词没有复数形式，应写“多个 API”而不是“多个 APIs”。MDN、Vue、Kubernetes 以及阮一峰的指南都要求用单数。只检查紧邻中文的全大写缩写，以及项目列出的名词。',
  },
  message: {
    en: 'In Chinese text, write “{right}” instead of “{wrong}”.',
    zh: '中文里的“{wrong}”应写作单数“{right}”。',
  },
  options: { nouns: [] },
  optionHelp: {
    nouns: { en: 'Other plurals that are not wanted, such as Pods.', zh: '其他不希望出现的复数形式，如 Pods。' },
  },
  needs: [HAN, LATIN],
  examples: [
    ['提供多个 APIs 供调用', '提供多个 API 供调用'],
    ['这些URLs指向', '这些URL指向'],
    '在 Windows 和 iOS 上使用 props',
    '大语言模型（LLMs）与 `APIs` 的 FAQs',
    'The APIs of it, 见 LLMs.txt 与 APIs-v2',
  ],
  prose({ text }, { options, glossary, report }) {
    const nouns = options.nouns as readonly string[];
    for (const { from, to, word: wrong, isPart } of latinWords(text)) {
      if (isPart || text[to - 1] !== 's') continue;
      if (!(/^[A-Z]{2,6}s$/.test(wrong) || nouns.includes(wrong)) || kept.has(wrong)) continue;
      if (!isBesideHan(text, from, to)) continue;
      const right = wrong.slice(0, -1);
      // The number in the glossary takes precedence.
      if ([wrong, right].some((name) => sensesOf(glossary, name).some(({ plural }) => plural))) continue;
      report({ from, to }, { wrong, right }, { edits: [{ from: to - 1, to, insert: '' }] });
    }
  },
});

function isBesideHan(text: string, from: number, to: number): boolean {
  const before = skipBlanksBack(text, from);
  const after = skipBlanks(text, to);
  // Next to another Latin word it is part of an English phrase.
  if (classBefore(text, before) & LATIN && classBefore(text, from) & BLANK) return false;
  if (classAt(text, after) & LATIN && classAt(text, to) & BLANK) return false;
  return ((classBefore(text, before) | classAt(text, after)) & HAN) !== 0;
}

/** Names, and plurals that are usual. */
const kept = new Set(['FAQs', 'GPTs', 'HTTPs', 'TLs', 'OSs']);
