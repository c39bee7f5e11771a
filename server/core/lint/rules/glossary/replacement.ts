import { isSimplified } from '../../../glossary/match/fold.ts';
import { isApproved, type Rendering, type Term } from '../../../glossary/term.ts';
import type { Style } from '../../../style/style.ts';
import { BLANK, classAt, classBefore, DIGIT, FULL_WIDTH, HAN, LATIN } from '../../../text/han.ts';
import { replaceWith } from '../../../text/shared-texts.ts';
import type { Edit, Span } from '../../../text/span.ts';
import type { Fix, Knowledge } from '../../rule.ts';

/** What to write for a term: its approved renderings, the preferred one first, or its English name if that stays. */
export function approvedWordings(term: Term): string[] {
  const approved = term.renderings.filter(isApproved);
  const first = approved.filter(({ status }) => status === 'preferred');
  const wordings = [...first, ...approved.filter(({ status }) => status !== 'preferred')].map(({ text }) => text);
  return term.doNotTranslate ? [...term.source.slice(0, 1), ...wordings] : wordings;
}

/** Like `approvedWordings`, for a wording that may suggest its own replacement. */
export function answersTo(term: Term, { suggest }: Rendering): string[] {
  return suggest ? [suggest] : approvedWordings(term);
}

/** Formats wordings for a message. */
export function listed(wordings: readonly string[]): string {
  return wordings.map((text) => `“${text}”`).join(' / ');
}

/**
 * One fix per wording that can be inserted as it is. Not `……`, which stands for words that only a person knows, and no
 * simplified characters on a traditional page.
 */
export function replacements(
  text: string,
  { from, to }: Span,
  wordings: readonly string[],
  { glossary, style }: Pick<Knowledge, 'glossary' | 'style'>,
): Fix[] {
  const wrong = text.slice(from, to);
  return wordings
    .filter((wording) => !/…|\.{3}/.test(wording) && !(glossary.isTraditional && isSimplified(wording)))
    .map((wording) => ({
      title: replaceWith(wording),
      everywhere: {
        en: `Replace every reported “${wrong}” in this file with “${wording}”`,
        zh: `把本文件中报告的“${wrong}”都改为“${wording}”`,
      },
      edits: [replacement(text, { from, to, insert: wording }, style)],
    }));
}

/** The edit, with the spaces that its text needs next to Chinese, and without those it does not. */
function replacement(text: string, { from, to, insert }: Edit, style: Style): Edit {
  const first = classAt(insert, 0);
  const last = classBefore(insert, insert.length);
  let start = from;
  let end = to;
  let written = insert;
  if (first & HAN) {
    if (isBlankBetween(text, from - 1) && classBefore(text, from - 1) & (HAN | FULL_WIDTH)) start--;
  } else if (style.hanLatin === 'space' && first & LETTERS && classBefore(text, from) & HAN) written = ` ${written}`;
  if (last & HAN) {
    if (isBlankBetween(text, to) && classAt(text, to + 1) & (HAN | FULL_WIDTH)) end++;
  } else if (style.hanLatin === 'space' && last & LETTERS && classAt(text, to) & HAN) written += ' ';
  return { from: start, to: end, insert: written };
}

const LETTERS = LATIN | DIGIT;

function isBlankBetween(text: string, at: number): boolean {
  return (classAt(text, at) & BLANK) !== 0;
}
