import type { Block } from '../../markdown/blocks.ts';
import type { Prose } from '../../markdown/prose.ts';
import { HAN, LATIN } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';

/**
 * Finds parts of English sentences that a Chinese prose has kept from its source. Each has at least six words in a row,
 * some of them small words, outside of quotation marks, brackets, links and emphasis, which hold titles and quotations.
 */
export function englishLeftIn(prose: Prose, english: readonly Block[]): Span[] {
  if ((prose.classes & LATIN) === 0 || (prose.classes & HAN) === 0) return [];
  const found: Span[] = [];
  let source: string | undefined;
  for (const match of withoutTitles(prose).matchAll(RUN)) {
    const run = match[0].replace(/[\s,;:(-]+$/, '');
    const words = run.match(WORD) ?? [];
    if (words.length < FEWEST || smallWords(words) < 2) continue;
    const span = { from: match.index, to: match.index + run.length };
    if (isQuoted(prose, span)) continue;
    source ??= english.map(({ leaf }) => leaf.prose.map(({ text }) => plain(text)).join(' ')).join(' ');
    if (source.includes(plain(run))) found.push(span);
  }
  return found;
}

const FEWEST = 6;
const WORD = /[A-Za-z]+(?:['’-][A-Za-z]+)*/g;
const RUN = /[A-Za-z][A-Za-z'’ \n,;:()-]*[A-Za-z][.!?]?/g;

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

function smallWords(words: readonly string[]): number {
  return words.filter((word) => SMALL.test(word)).length;
}

const SMALL =
  /^(?:and|are|as|at|be|because|but|by|can|for|from|has|have|if|in|into|is|it|not|of|on|or|so|that|the|then|these|they|this|to|was|we|were|when|which|while|will|with|you|your)$/;

const OPENING = /[“"'‘《「『（(【[]\s*$/;
const CLOSING = /^[.!?]?\s*[”"'’》」』）)】\]]/;

function isQuoted({ text }: Prose, { from, to }: Span): boolean {
  return OPENING.test(text.slice(Math.max(0, from - 2), from)) || CLOSING.test(text.slice(to, to + 3));
}

// Links and emphasis of several words are titles. A single bold word belongs to its sentence.
function withoutTitles({ text, marks }: Prose): string {
  let result = '';
  let at = 0;
  for (const { content } of [...marks].sort((a, b) => a.content.from - b.content.from)) {
    if (content.from < at || !/\S\s+\S/.test(text.slice(content.from, content.to))) continue;
    result += text.slice(at, content.from) + '|'.repeat(content.to - content.from);
    at = content.to;
  }
  return result + text.slice(at);
}
