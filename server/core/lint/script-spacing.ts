import type { Prose } from '../markdown/prose.ts';
import { BLANK, classAt, HAN, lengthAt, lengthBefore } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import { tokenAt } from '../text/token.ts';
import { skipBlanks } from './neighbours.ts';
import type { Fix, MessageArgument } from './rule.ts';
import { addSpace, removeSpace } from './shared-texts.ts';

/** A place where a space is missing or not wanted. */
export interface GapFinding {
  readonly span: Span;
  readonly args: { readonly action: MessageArgument; readonly left: string; readonly right: string };
  readonly fix: Fix;
}

/** `{action} between “{left}” and “{right}”.` in both languages. */
export const gapMessage = {
  en: '{action} between “{left}” and “{right}”.',
  zh: '“{left}”与“{right}”之间{action}。',
} as const;

/**
 * Finds the places where Chinese meets another script and the gap is not as wanted. `ends` and `starts` tell whether
 * text of the other script ends before a place or starts at it.
 */
export function* gaps(
  prose: Prose,
  wanted: string,
  ends: (prose: Prose, place: number) => boolean,
  starts: (prose: Prose, place: number) => boolean,
): Generator<GapFinding> {
  const { text } = prose;
  if (wanted !== 'space' && wanted !== 'none') return;
  let before = 0;
  let length = 1;
  for (let at = 0; at < text.length; at += length) {
    const here = classAt(text, at);
    length = here === HAN ? lengthAt(text, at) : 1;
    if (wanted === 'space') {
      // Only Han next to another character matters. Everything else is skipped quickly.
      if ((before ^ here) & HAN && at > 0) {
        const isMissing = before & HAN ? starts(prose, at) && !isInMention(prose, at) : ends(prose, at);
        if (isMissing) yield missing(text, at);
      }
    } else if (here & BLANK && !(before & BLANK)) {
      const to = skipBlanks(text, at);
      const hanFirst = (before & HAN) !== 0 && starts(prose, to);
      if (hanFirst || (ends(prose, at) && (classAt(text, to) & HAN) !== 0)) yield surplus(text, at, to);
    }
    before = here;
  }
}

/**
 * Whether `gaps` can find anything in a prose. `classes` are those of the characters that start
 * or end text of the other script.
 */
export function mayHaveGaps({ besideHan }: Prose, wanted: string, classes: number): boolean {
  if (wanted === 'space') return (besideHan & classes) !== 0;
  return wanted === 'none' && (besideHan & BLANK) !== 0;
}

// A mention: `@` and a Chinese name, with its letters and digits.
function isInMention(prose: Prose, place: number): boolean {
  if (!prose.text.includes('@')) return false;
  const token = tokenAt(prose, place);
  return token?.kind === 'mention' && token.from < place;
}

function missing(text: string, at: number): GapFinding {
  const from = at - lengthBefore(text, at);
  const to = at + lengthAt(text, at);
  return {
    span: { from, to },
    args: { action: addSpace, left: text.slice(from, at), right: text.slice(at, to) },
    fix: { edits: [{ from: at, to: at, insert: ' ' }] },
  };
}

function surplus(text: string, from: number, to: number): GapFinding {
  const left = text.slice(from - lengthBefore(text, from), from);
  const right = text.slice(to, to + lengthAt(text, to));
  return { span: { from, to }, args: { action: removeSpace, left, right }, fix: { edits: [{ from, to, insert: '' }] } };
}
