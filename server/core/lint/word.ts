import { ASCII_PUNCTUATION, classAt, classBefore, DIGIT, HAN, LATIN } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import { createExceptions, isExcepted } from './exceptions.ts';
import type { Finding } from './rule.ts';

/**
 * The word around a finding, such as 豆瓣FM for a missing space inside of it, to offer as an exception. Undefined if the
 * finding is not about a word, or if an exception for the word would not silence it.
 */
export function wordAt(text: string, finding: Finding): string | undefined {
  const edits = finding.fixes[0]?.edits ?? [];
  const from = Math.min(finding.from, ...edits.map((edit) => edit.from));
  const to = Math.max(finding.to, ...edits.map((edit) => edit.to));
  if (to - from > LONGEST) return undefined;
  const start = startOfWord(text, from);
  const word = text.slice(start, endOfWord(text, to));
  if (!isWord(word)) return undefined;
  const offset = Math.max(0, start - 1);
  const found = createExceptions([word]).find(text.slice(offset, start + word.length + 1));
  const places = found.map((one): Span => ({ from: one.from + offset, to: one.to + offset }));
  return isExcepted(places, finding, edits) ? word : undefined;
}

const LONGEST = 40;
/** How many characters around a place to segment, to find the Chinese word there. */
const REACH = 12;

function startOfWord(text: string, at: number): number {
  if (classAt(text, at) & HAN) return Math.min(at, segmentAround(text, at).from);
  let start = at;
  if (!(classAt(text, at) & (TOKEN | ASCII_PUNCTUATION))) return at;
  while (at - start < LONGEST && isToken(text, start - 1)) start--;
  return start;
}

function endOfWord(text: string, at: number): number {
  if (classBefore(text, at) & HAN) return Math.max(at, segmentAround(text, at - 1).to);
  let end = at;
  if (!(classBefore(text, at) & TOKEN)) return at;
  while (end - at < LONGEST && isToken(text, end)) end++;
  // A full stop after the word is not part of it.
  while (end > at && !(classBefore(text, end) & TOKEN) && !/[+#]/.test(text[end - 1]!)) end--;
  return end;
}

const TOKEN = LATIN | DIGIT;

function isToken(text: string, at: number): boolean {
  return at >= 0 && at < text.length && ((classAt(text, at) & TOKEN) !== 0 || /[.+#&'-]/.test(text[at]!));
}

function segmentAround(text: string, at: number): Span {
  const offset = Math.max(0, at - REACH);
  const segment = new Intl.Segmenter('zh', { granularity: 'word' })
    .segment(text.slice(offset, at + REACH))
    .containing(at - offset);
  const from = segment ? offset + segment.index : at;
  return { from, to: segment ? from + segment.segment.length : at + 1 };
}

// Marks are part of a word only after its letters (Yahoo!, C++), never between Chinese characters.
function isWord(word: string): boolean {
  return (
    word.length > 1 &&
    word.length <= LONGEST &&
    /^[\p{L}\p{N}][\p{L}\p{N}.+#&'!?-]*$/u.test(word) &&
    !/(?<![A-Za-z0-9+#])[.+#&'!?-]/.test(word)
  );
}
