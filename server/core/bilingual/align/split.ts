import type { Prose } from '../../markdown/prose.ts';
import type { Span } from '../../text/span.ts';

/** The sentences of a prose, Chinese or English, as spans of places without the whitespace between them. */
export function sentencesIn({ text }: Prose): Span[] {
  const sentences: Span[] = [];
  let from = 0;
  for (const mark of text.matchAll(MARKS)) {
    const to = mark.index + mark[0].length;
    if (to < from || !ends(text, mark.index, to, mark[1]!)) continue;
    push(sentences, text, from, to);
    from = to;
  }
  push(sentences, text, from, text.length);
  return sentences;
}

// Marks that can end a sentence, with closing quotation marks, brackets and footnotes after them.
const MARKS = /([.。！？!?…]+)["'”’」』）)\]\ufdd5]*/g;

function ends(text: string, at: number, to: number, marks: string): boolean {
  const next = text[to] ?? '\n';
  if (/[”’」』]/.test(text[to - 1]!) && !BLANK.test(next)) return false;
  if (/[。！？]/.test(marks)) return !/[，、；：,;:]/.test(next);
  const afterHan = HAN.test(text[at - 1] ?? '');
  if (!BLANK.test(next)) return afterHan && marks !== '…' && marks !== '……' && HAN.test(next);
  if (!marks.startsWith('.') && !marks.startsWith('…')) return true;
  if (to === text.length || afterHan) return true;
  // An English sentence does not start with a small letter. It does not end with an
  // abbreviation or an item number either.
  if (/^[\s("'“‘*]*[a-z]/.test(text.slice(to, to + 8))) return false;
  return marks !== '.' || !ABBREVIATION.test(text.slice(Math.max(0, at - 12), at));
}

const BLANK = /\s/;
const HAN = /[\u3400-\u9fff]/;
const ABBREVIATION =
  /(?:^|[^\w.-])(?:e\.g|i\.e|(?:[A-Za-z]\.)+[A-Za-z]|[A-HJ-Z]|vs|cf|al|approx|resp|ca|Dr|Mr|Mrs|Ms|Prof|St|Fig|Figs|Eq|Eqs|Sec|Ch|No|Vol|Inc|Ltd|Co|Jr|Sr)$|^\s*\d+$/;

// A piece without letters, digits or content of its own (an emoji, a footnote) belongs to the sentence before it.
function push(sentences: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && BLANK.test(text[from]!)) from++;
  while (to > from && BLANK.test(text[to - 1]!)) to--;
  if (from === to) return;
  const before = sentences.at(-1);
  if (before && !/[\p{L}\p{N}\ufdd0-\ufdd2\ufdd4\ufdd6-\ufddc]/u.test(text.slice(from, to))) {
    sentences[sentences.length - 1] = { from: before.from, to };
  } else sentences.push({ from, to });
}
