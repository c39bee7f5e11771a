import { ATOMS } from '../markdown/prose.ts';
import { BLANK, classAt, classBefore, FULL_CLOSE, FULL_STOP, HAN, lengthAt } from '../text/han.ts';
import type { Span } from '../text/span.ts';

/** The places at which a character of `left` meets one of `right`, with the span of the two characters. */
export function* meetings(text: string, left: number, right: number): Generator<Span & { at: number }> {
  let before = classAt(text, 0);
  let length = lengthAt(text, 0);
  for (let at = length; at < text.length; at += length) {
    const here = classAt(text, at);
    const from = at - length;
    length = lengthAt(text, at);
    if (before & left && here & right) yield { at, from, to: at + length };
    before = here;
  }
}

/** Runs of blanks (no line ends) in a text. */
export function* blankRuns(text: string): Generator<Span> {
  for (let at = 0; at < text.length; at++) {
    if (!(classAt(text, at) & BLANK)) continue;
    const from = at;
    while (classAt(text, at) & BLANK) at++;
    yield { from, to: at };
  }
}

/** Blanks that line up the cells of something like a table: beside a pipe. */
export function isAlignment(text: string, { from, to }: Span): boolean {
  return text[from - 1] === '|' || text[to] === '|';
}

/** Whether Chinese stands directly before a place, also behind closing marks: `。”)` and the like. */
export function followsChinese(text: string, place: number): boolean {
  let at = place;
  while (at > 0 && (CLOSERS.includes(text[at - 1]!) || classBefore(text, at) & FULL_CLOSE)) at--;
  if (at < place && classBefore(text, place) & FULL_CLOSE) return true;
  return (classBefore(text, at) & (HAN | FULL_CLOSE | FULL_STOP)) !== 0;
}

const CLOSERS = ')]”’"';

/** The first place at or after `place` that holds no blank. */
export function skipBlanks(text: string, place: number): number {
  let at = place;
  while (classAt(text, at) & BLANK) at++;
  return at;
}

/** The last place at or before `place` that has no blank before it. */
export function skipBlanksBack(text: string, place: number): number {
  let at = place;
  while (classBefore(text, at) & BLANK) at--;
  return at;
}

/**
 * Whether the blanks at [from, to) belong to what stands beside them, rather than to a full-width mark: they set off a
 * separator (`（默认值） - 说明`, `| （无） |`), are part of its syntax (a role of reStructuredText begins behind a blank),
 * or end a bare URL.
 */
export function setsApart(text: string, from: number, to: number): boolean {
  if (text[from - 1] === ATOMS.url || /(?:^|\s)[-–|/]$/.test(text.slice(Math.max(0, from - 2), from))) return true;
  const next = text[to];
  if (next === ATOMS.placeholder || next === ATOMS.role) return true;
  return (next === ATOMS.wiki && to + 1 === text.length) || /^[-–|/](?:\s|$)/.test(text.slice(to, to + 2));
}
