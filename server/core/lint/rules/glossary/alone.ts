import type { Match } from '../../../glossary/match/match.ts';
import type { Prose } from '../../../markdown/prose.ts';
import { classAt, classBefore, classesIn, FULL_STOP, HAN } from '../../../text/han.ts';
import { skipBlanks, skipBlanksBack } from '../../neighbours.ts';

/** Whether Chinese stands on both sides of an English name, and no brackets around it. */
export function isAlone(text: string, { from, to }: Match): boolean {
  const before = skipBlanksBack(text, from);
  const after = skipBlanks(text, to);
  const left = before === 0 || (classBefore(text, before) & (HAN | FULL_STOP)) !== 0;
  const right = after === text.length || (classAt(text, after) & (HAN | FULL_STOP)) !== 0;
  const touchesHan = ((classBefore(text, before) | classAt(text, after)) & HAN) !== 0;
  return left && right && touchesHan && !isInBrackets(text, from);
}

function isInBrackets(text: string, at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 80; i--) {
    if (')）」』”》\n'.includes(text[i]!)) return false;
    if ('(（「『“《'.includes(text[i]!)) return true;
  }
  return false;
}

/**
 * Returns a test, to be called in order, whether a place is in a link or emphasis with only
 * English in it: the name of something.
 */
export function titles({ text, marks }: Prose): (place: number) => boolean {
  const spans = marks
    .map(({ content }) => content)
    .filter(({ from, to }) => !(classesIn(text.slice(from, to)) & HAN))
    .sort((a, b) => a.from - b.from);
  let next = 0;
  let end = 0;
  return (place) => {
    while (next < spans.length && spans[next]!.from <= place) end = Math.max(end, spans[next++]!.to);
    return place < end;
  };
}
