import { BLANK, classAt, classBefore, HAN, lengthAt, lengthBefore } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import { skipBlanks } from './neighbours.ts';
import type { Fix, Words } from './rule.ts';

/** A place at which a blank is missing or is too much. */
export interface GapFinding {
  readonly span: Span;
  readonly args: { readonly action: Words; readonly left: string; readonly right: string };
  readonly fix: Fix;
}

/** `{action} between “{left}” and “{right}”.` in both languages. */
export const gapMessage = {
  en: '{action} between “{left}” and “{right}”.',
  zh: '“{left}”与“{right}”之间{action}。',
} as const;

const add = { en: 'Add a space', zh: '应加空格' };
const remove = { en: 'Remove the space', zh: '不应有空格' };

/**
 * Where Chinese meets another script and the gap is not as wanted. `ends` and `starts` say whether a run of the other
 * script ends before a place or starts at it.
 */
export function* gaps(
  text: string,
  wanted: string,
  ends: (text: string, place: number) => boolean,
  starts: (text: string, place: number) => boolean,
): Generator<GapFinding> {
  for (let at = lengthAt(text, 0); at < text.length; at += lengthAt(text, at)) {
    const here = classAt(text, at);
    if (wanted === 'space') {
      const before = classBefore(text, at);
      if ((before & HAN && starts(text, at)) || (here & HAN && ends(text, at))) yield missing(text, at);
    } else if (wanted === 'none' && here & BLANK && !(classBefore(text, at) & BLANK)) {
      const to = skipBlanks(text, at);
      const hanFirst = (classBefore(text, at) & HAN) !== 0 && starts(text, to);
      if (hanFirst || (ends(text, at) && (classAt(text, to) & HAN) !== 0)) yield surplus(text, at, to);
    }
  }
}

function missing(text: string, at: number): GapFinding {
  const from = at - lengthBefore(text, at);
  const to = at + lengthAt(text, at);
  return {
    span: { from, to },
    args: { action: add, left: text.slice(from, at), right: text.slice(at, to) },
    fix: { edits: [{ from: at, to: at, insert: ' ' }] },
  };
}

function surplus(text: string, from: number, to: number): GapFinding {
  const left = text.slice(from - lengthBefore(text, from), from);
  const right = text.slice(to, to + lengthAt(text, to));
  return { span: { from, to }, args: { action: remove, left, right }, fix: { edits: [{ from, to, insert: '' }] } };
}
