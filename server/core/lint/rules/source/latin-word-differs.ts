import { readableWords } from '../../../bilingual/facts/latin.ts';
import { inflections } from '../../../glossary/match/inflect.ts';
import { blocksOf } from '../../../markdown/blocks.ts';
import { isOneSlip } from '../../../text/edit-distance.ts';
import { LATIN } from '../../../text/han.ts';
import { defineRule } from '../../rule.ts';
import { inPage, isTranslated, proseOf } from './both-sides.ts';

export default defineRule({
  id: 'latin-word-differs',
  group: 'source',
  level: 'warning',
  fix: 'suggest',
  title: { en: 'A name spelt differently from the source', zh: '西文名称的拼写与原文不同' },
  why: {
    en: 'A word that is one letter away from a word of the source, and that the source never uses itself, is a slip: Reac for React. Plurals and tenses of a word are not slips.',
    zh: '与原文中的词只差一个字母，而原文从未这样写，就是笔误，例如把 React 写成 Reac。单复数和时态变化不算。',
  },
  message: { en: '“{found}” is “{expected}” in the source.', zh: '“{found}”在原文中是“{expected}”。' },
  translatedExamples: [
    {
      english: 'Classifier-free guidance, as React users know it\n',
      chinese: ['Classifie-free 引导，正如 Reac 用户所知\n', 'Classifier-free 引导，正如 React 用户所知\n'],
    },
    { english: 'Tokens are tokenized by tokenizers.\n', chinese: '由 tokenizer 产生 token。\n' },
    { english: 'They are escape hatches, and a Symbol.\n', chinese: '这是脱围机制（escape hatch），用 Symbols。\n' },
    { english: 'Pass the props.\n', chinese: '传递 Prop。\n' },
    { english: 'Use the form, and see where it comes from.\n', chinese: '使用 from 函数和表单（form）。\n' },
  ],
  translation({ english, comparison: { pairs } }, { report }) {
    const known = readableWords(blocksOf(english));
    for (const pair of pairs) {
      if (!isTranslated(pair)) continue;
      const parts = proseOf(pair.blocks.chinese).filter(({ prose }) => (prose.classes & LATIN) !== 0);
      if (parts.length === 0) continue;
      let near: Map<string, string[]> | undefined;
      for (const part of parts) {
        for (const match of part.prose.text.matchAll(WORD)) {
          const [word] = match;
          if (word.length < SHORTEST || word.length > LONGEST || known.has(word.toLowerCase())) continue;
          near ??= byShortening(pair.blocks.english);
          const meant = nearest(word, near, known);
          if (!meant) continue;
          const span = inPage(part, { from: match.index, to: match.index + word.length });
          report(span, { found: word, expected: meant }, { edits: [{ ...span, insert: meant }] });
        }
      }
    }
  },
});

const SHORTEST = 4;
const LONGEST = 40;
const WORD = /(?<![\w.@/\\#$-])[A-Za-z]+(?![\w@/\\(]|\.\w)/g;
const SOURCE_WORD = /(?<![\w.@/\\#$])[A-Za-z]+(?![\w@/\\(]|\.\w)/g;

/** The words of the blocks, by themselves and by each form with one letter removed. */
function byShortening(blocks: Parameters<typeof proseOf>[0]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (key: string, word: string) => {
    const words = found.get(key) ?? [];
    if (words.length < 8 && !words.includes(word)) found.set(key, [...words, word]);
  };
  for (const { prose } of proseOf(blocks)) {
    for (const [word] of prose.text.matchAll(SOURCE_WORD)) {
      if (word.length < SHORTEST || word.length > LONGEST) continue;
      for (const form of [word, ...inflections(word).filter(({ length }) => length < word.length)])
        for (const key of shortened(form.toLowerCase())) add(key, form);
    }
  }
  return found;
}

function shortened(word: string): string[] {
  return [word, ...Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

function nearest(word: string, near: ReadonlyMap<string, string[]>, known: ReadonlySet<string>): string | undefined {
  const lower = word.toLowerCase();
  if (inflections(lower).some((form) => known.has(form))) return undefined;
  for (const key of shortened(lower)) {
    for (const meant of near.get(key) ?? []) {
      const other = meant.toLowerCase();
      if (isOneSlip(lower, other) && !isInflection(lower, other)) return meant;
    }
  }
  return undefined;
}

function isInflection(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (inflections(a).includes(b) || inflections(b).includes(a)) return true;
  if (/[^i]e$/.test(short) && (long === `${short}d` || long === `${short}r`)) return true;
  if (long === `${short}n` || long === `${short}y`) return true;
  // analyse and analyze, colour and color.
  return a.replace(/z/g, 's') === b.replace(/z/g, 's') || a.replace(/our/g, 'or') === b.replace(/our/g, 'or');
}
