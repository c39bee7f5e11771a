import { BLANK, classAt, classBefore, FULL_WIDTH, HAN, LINE_END } from '../../../text/han.ts';
import { isAsideInEnglish, isInChineseSentence } from '../../../text/sentence.ts';
import type { Span } from '../../../text/span.ts';
import { skipBlanks, skipBlanksBack } from '../../neighbours.ts';
import type { Fix, MessageArgument } from '../../rule.ts';
import { addSpace, removeSpace } from '../../shared-texts.ts';

export interface QuoteGap {
  readonly span: Span;
  readonly args: { readonly action: MessageArgument; readonly mark: string };
  readonly fix: Fix;
}

/** Does not quote the mark, because it would be hard to see between quotation marks. */
export const quoteGapMessage = {
  en: '{action} outside the mark {mark}.',
  zh: '引号 {mark} 外侧{action}。',
} as const;

/**
 * Finds the wrong gaps outside of “ and ”. `chinese` tells whether Chinese must be just inside the mark. `outside`
 * lists the classes that may follow beyond the gap.
 */
export function* quoteGaps(text: string, wanted: string, chinese: boolean, outside: number): Generator<QuoteGap> {
  if (wanted !== 'none' && wanted !== 'space') return;
  for (const { index, 0: mark } of text.matchAll(/[“”]/g)) {
    const opens = mark === '“';
    const place = opens ? index : index + 1;
    const edge = opens ? classAt(text, index + 1) : classBefore(text, index);
    if (((edge & HAN) !== 0) !== chinese || edge & (BLANK | LINE_END | FULL_WIDTH)) continue;
    const gap = gapOutside(text, place, opens);
    const beyond = opens ? classBefore(text, gap.from) : classAt(text, gap.to);
    if (!(beyond & outside) || gap.to > gap.from === (wanted === 'space')) continue;
    if (!isInChineseSentence(text, index) || (!(beyond & HAN) && isQuotedInEnglish(text, index))) continue;
    const insert = wanted === 'space' ? ' ' : '';
    const span = gap.to > gap.from ? gap : { from: index, to: index + 1 };
    yield { span, args: { action: insert ? addSpace : removeSpace, mark }, fix: { edits: [{ ...gap, insert }] } };
  }
}

function gapOutside(text: string, place: number, opens: boolean): Span {
  return opens ? { from: skipBlanksBack(text, place), to: place } : { from: place, to: skipBlanks(text, place) };
}

// He said “你好。” and left: only the quotation is a Chinese sentence.
function isQuotedInEnglish(text: string, mark: number): boolean {
  const from = Math.max(0, mark - MAX_QUOTATION);
  const open = text[mark] === '“' ? mark : from + text.slice(from, mark).lastIndexOf('“');
  const length = text.slice(open, open + MAX_QUOTATION).indexOf('”');
  return text[open] === '“' && length > 0 && isAsideInEnglish(text, open, open + length);
}

const MAX_QUOTATION = 400;
