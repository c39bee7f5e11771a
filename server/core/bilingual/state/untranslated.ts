import type { Block } from '../../markdown/blocks.ts';
import type { Prose } from '../../markdown/prose.ts';
import { HAN } from '../../text/han.ts';

/**
 * Whether a block of the Chinese page still holds the English prose of its source: at least four words, nearly all of
 * them the same. Lists of links, names, code, API headings and references need no translation.
 */
export function isUntranslated({ leaf: chinese }: Block, { leaf: english }: Block): boolean {
  if (chinese.kind !== english.kind || NO_PROSE.test(chinese.source)) return false;
  return chinese.prose.some((prose, index) => {
    const source = english.prose[index];
    if (!source || prose.classes & HAN || !isSentence(prose, chinese.kind === 'heading')) return false;
    const words = wordsIn(prose.text);
    return words.length >= 4 && sharedWords(words, wordsIn(source.text)) >= 0.8;
  });
}

// References to papers, messages of programs, and “Title: https://…”.
const NO_PROSE =
  /\bet al\b|\barxiv:|\bdoi[:.]|\((?:19|20)\d\d[a-z]?\)|\bpp?\. ?\d|^\s*\[\d+\]|^\w*(?:Error|Warning|Exception):|: <?https?:\/\/\S+\s*$/i;

// Sentences have small words outside of links. Names, titles, code and lists of links hardly do.
function isSentence({ text, marks }: Prose, heading: boolean): boolean {
  // The type of a property in a table: `(value: any, item?: Item) => void`.
  if (/=>|\w\?: ?\w/.test(text)) return false;
  let outside = text;
  for (const { kind, content } of marks) {
    if (kind !== 'link') continue;
    outside = outside.slice(0, content.from) + ' '.repeat(content.to - content.from) + outside.slice(content.to);
  }
  const words = outside.match(WORD) ?? [];
  const small = words.filter((word) => smallWords.has(word.toLowerCase())).length;
  const others = words.filter((word) => /^[a-z]{2}/.test(word)).length - small;
  return words.length >= 3 && (small >= 2 || (small === 1 && others >= 2 && !heading));
}

const smallWords = new Set(
  (
    'about after all also an and any are as at be because been before but by can do does each for from has have how if ' +
    'in into is it its like may more must no not of on only or other our out should so some such than that the their ' +
    'them then there these they this to up use using was we were what when where which while will with you your'
  ).split(' '),
);

const WORD = /[a-z\u00c0-\u024f]+(?:['’-][a-z]+)*/gi;

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function sharedWords(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared++;
    left.set(word, count - 1);
  }
  return shared / Math.max(words.length, others.length);
}
