import { classAt, countHan, HAN, LATIN, lengthAt } from './han.ts';
import type { Span } from './span.ts';

/**
 * The sentence around an offset of prose. It ends at 。！？!?, at a line end, or at a full stop before whitespace. The
 * search stops at `MAX_REACH`, so that asking at every comma of a very long sentence stays linear.
 */
export function sentenceAt(text: string, place: number): Span {
  let from = place;
  const first = Math.max(0, place - MAX_REACH);
  while (from > first && !endsSentence(text, from - 1)) from--;
  let to = place;
  const last = Math.min(text.length, place + MAX_REACH);
  while (to < last && !endsSentence(text, to)) to++;
  return { from, to: Math.min(text.length, to + 1) };
}

const MAX_REACH = 400;

/** Whether a text is Chinese: it has more Han characters than words in Latin letters. */
export function isChineseText(text: string): boolean {
  let han = 0;
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at += lengthAt(text, at)) {
    const classes = classAt(text, at);
    const letter = (classes & LATIN) !== 0;
    if (letter && !inWord) words++;
    inWord = letter;
    if (classes & HAN) han++;
  }
  return han > words;
}

/** Whether the sentence around an offset is Chinese. One Chinese word does not make an English sentence Chinese. */
export function isInChineseSentence(text: string, place: number): boolean {
  const sentence = sentenceAt(text, place);
  return isChineseText(text.slice(sentence.from, sentence.to)) && !isAmongEnglish(text, sentence);
}

// “Hello, 世界. This is English.”: a short sentence next to one that is wholly English counts as English.
function isAmongEnglish(text: string, { from, to }: Span): boolean {
  const sentence = text.slice(from, to);
  if (!/[A-Za-z]/.test(sentence) || /[，。、；：！？（）“”]/.test(sentence) || countHan(sentence) > 4) return false;
  return [sentenceAt(text, Math.max(0, from - 1)), sentenceAt(text, Math.min(text.length, to + 1))].some((beside) => {
    const other = text.slice(beside.from, beside.to);
    return countHan(other) === 0 && (other.match(/[A-Za-z]+/g)?.length ?? 0) >= 3;
  });
}

/**
 * Whether a sentence is English apart from quotations and what stands from `open` to `close`: some words, and no Han.
 */
export function isAsideInEnglish(text: string, open: number, close: number): boolean {
  const { from } = sentenceAt(text, open);
  // A quotation may end with a full stop of its own.
  const { to } = sentenceAt(text, close + 1);
  const around = `${text.slice(from, open)} ${text.slice(close + 1, to)}`.replace(QUOTED, '');
  return countHan(around) === 0 && (around.match(/(?<![\w-])[A-Za-z]{2,}(?![\w-])/g)?.length ?? 0) >= 3;
}

const QUOTED = /"[^"\n]*"|“[^”\n]*”|「[^」\n]*」/g;

/** Like `isChineseText` for the sentence at an offset, but reads each sentence once if the offsets come in order. */
export function chineseSentences(text: string): (place: number) => boolean {
  let last: Span = { from: 0, to: 0 };
  let chinese = false;
  return (place) => {
    if (place < last.from || place >= last.to) {
      last = sentenceAt(text, place);
      chinese = isChineseText(text.slice(last.from, last.to));
    }
    return chinese;
  };
}

/** Whether a page is Chinese and not Japanese. Its code and URLs count, so a tenth of Han is enough. */
export function isChinesePage(text: string): boolean {
  const han = countHan(text);
  return han * 10 > text.length && (text.match(/[\u3041-\u30fa]/g)?.length ?? 0) * 5 <= han;
}

function endsSentence(text: string, at: number): boolean {
  const character = text[at]!;
  return '。！？!?\n'.includes(character) || (character === '.' && text[at + 1] === ' ');
}
