import { ATOM, classAt, classBefore, DIGIT, FULL_WIDTH, HAN, HANGUL, KANA, LATIN } from '../../../text/han.ts';
import type { Edit } from '../../../text/span.ts';
import { defineRule } from '../../rule.ts';

export default defineRule({
  id: 'halfwidth-in-english',
  group: 'punctuation',
  level: 'warning',
  fix: 'safe',
  title: { en: 'Half-width marks in English', zh: '英文使用半角标点' },
  why: {
    en: 'A sentence that is wholly English takes English marks (GB/T 15834-2011; the guides of sparanoid and Ruan Yifeng). Only paragraphs, headings and cells without any Chinese are checked.',
    zh: '整句英文使用英文半角标点（GB/T 15834-2011；sparanoid、阮一峰的指南）。只检查完全没有中文的段落、标题和单元格。',
  },
  message: {
    en: 'Use half-width “{half}” instead of “{full}” in English.',
    zh: '英文中的“{full}”应改为半角“{half}”。',
  },
  needs: [LATIN, FULL_WIDTH],
  examples: [
    ['Hello，world。', 'Hello, world.'],
    ['Stay hungry，stay foolish！', 'Stay hungry, stay foolish!'],
    ['This is a model（a small one）for you。', 'This is a model (a small one) for you.'],
    ['What is it？ It is the **model**；it runs。', 'What is it? It is the **model**; it runs.'],
    'Hello, world.',
    '说：Hello，world。',
    '`a`：Long Short-Term Memory',
    'React，Vue',
    'Two or three ？ or ！ may be stacked for emphasis.',
    'There is none between a closing “。” and the word.',
    'JSHint：validateIndentation',
    'ES5（strict）',
    'デモ、demo。',
  ],
  prose({ text, classes }, { report }) {
    if (classes & (HAN | KANA | HANGUL) || !isEnglish(text)) return;
    const pairs = pairsOf(text);
    const marks = pairs.size > 0 ? /[，。；：？！（）]/g : /[，。；：？！]/g;
    for (const { index: at, 0: full } of text.matchAll(marks)) {
      if (isSpokenOf(text, at)) continue;
      const half = halves[full]!;
      const other = pairs.get(at);
      const places = other === undefined ? [at] : [Math.min(at, other), Math.max(at, other)];
      report({ from: at, to: at + 1 }, { full, half }, { edits: places.map((place) => edit(text, place)) });
    }
  },
});

const halves: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
  '（': '(',
  '）': ')',
};

// Whether the mark is only mentioned. A mark of the sentence follows a word, and a bracket is next to one.
function isSpokenOf(text: string, at: number): boolean {
  const word = LATIN | DIGIT | ATOM;
  if (text[at] === '（') return !(classAt(text, at + 1) & word);
  return !(classBefore(text, at) & word) && !/[)）"”’]/.test(text[at - 1] ?? '');
}

// A name, a label or a list of names may belong to the Chinese around it. A sentence has small words or an end.
function isEnglish(text: string): boolean {
  if (/\b(?:the|a|an|is|are|was|be|to|of|and|in|for|with|on|you|it|this|that|we|as|by|from|or|not)\b/.test(text)) {
    return (text.match(/\b[A-Za-z]{2,}/g)?.length ?? 0) >= 4;
  }
  return (
    /^[A-Z]/.test(text) && /[。！？]$/.test(text) && !/[^\w' ,，。！？]/.test(text) && /[a-z][，, ] ?[a-z]/.test(text)
  );
}

/** Matching brackets, each with the place of the other, because they must change together. */
function pairsOf(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  for (const { index, 0: whole } of text.matchAll(/（[^（）]*）/g)) {
    const end = index + whole.length - 1;
    pairs.set(index, end).set(end, index);
  }
  return pairs;
}

function edit(text: string, at: number): Edit {
  const half = halves[text[at]!]!;
  const isWord = (classes: number) => (classes & (LATIN | DIGIT)) !== 0;
  const before = half === '(' && isWord(classAt(text, at - 1)) ? ' ' : '';
  const after = half !== '(' && isWord(classAt(text, at + 1)) ? ' ' : '';
  return { from: at, to: at + 1, insert: `${before}${half}${after}` };
}
