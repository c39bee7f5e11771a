import { ATOMS, type Prose } from '../markdown/prose.ts';
import { BLANK, classAt, classBefore, FULL_CLOSE, FULL_STOP, HAN } from '../text/han.ts';
import type { Span } from '../text/span.ts';
import { tokenFrom, tokenTo } from '../text/token.ts';

/** The runs of whitespace in a text, without line breaks. */
export function* blankRuns(text: string): Generator<Span> {
  for (let at = 0; at < text.length; at++) {
    if (!(classAt(text, at) & BLANK)) continue;
    const from = at;
    while (classAt(text, at) & BLANK) at++;
    yield { from, to: at };
  }
}

/** Whether whitespace aligns cells of something like a table: it touches a pipe. */
export function isAlignment(text: string, { from, to }: Span): boolean {
  return text[from - 1] === '|' || text[to] === '|';
}

/** Whether Chinese stands right before a place, perhaps with closing marks in between (`。”)`). */
export function followsChinese(text: string, place: number): boolean {
  let at = place;
  while (at > 0 && (CLOSERS.includes(text[at - 1]!) || classBefore(text, at) & FULL_CLOSE)) at--;
  if (at < place && classBefore(text, place) & FULL_CLOSE) return true;
  return (classBefore(text, at) & (HAN | FULL_CLOSE | FULL_STOP)) !== 0;
}

const CLOSERS = ')]”’"';

/** Whether a place is inside `[…]` or `{…}` on its line: a list, an object or a wildcard, not a sentence. */
export function isInLiteral(text: string, place: number): boolean {
  for (const [open, close] of LITERALS) {
    let depth = 0;
    for (let at = place; at > Math.max(0, place - MAX_LITERAL); at--) {
      const before = text[at - 1];
      if (before === '\n') break;
      if (before === close) depth++;
      else if (before === open && --depth < 0) break;
    }
    if (depth < 0 && isClosed(text, place, open, close)) return true;
  }
  return false;
}

const LITERALS = [
  ['[', ']'],
  ['{', '}'],
] as const;

function isClosed(text: string, place: number, open: string, close: string): boolean {
  let depth = 0;
  for (let at = place; at < Math.min(text.length, place + MAX_LITERAL) && text[at] !== '\n'; at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close && --depth < 0) return true;
  }
  return false;
}

const MAX_LITERAL = 80;

/** The first place at or after `place` without whitespace. */
export function skipBlanks(text: string, place: number): number {
  let at = place;
  while (classAt(text, at) & BLANK) at++;
  return at;
}

/** The last place at or before `place` without whitespace before it. */
export function skipBlanksBack(text: string, place: number): number {
  let at = place;
  while (classBefore(text, at) & BLANK) at--;
  return at;
}

/**
 * Whether the whitespace at [from, to) belongs to its neighbours rather than to a full-width mark. It sets off a
 * separator (`（默认值） - 说明`, `| （无） |`), an arrow, the next number of an inline list or the name of an author; it is
 * syntax (before a role in reStructuredText); or it ends a bare URL.
 */
export function setsApart(prose: Prose, from: number, to: number): boolean {
  const { text } = prose;
  const next = text[to];
  if (text[from - 1] === ATOMS.url || next === ATOMS.placeholder || next === ATOMS.role) return true;
  if ((next === ATOMS.wiki && to + 1 === text.length) || NEXT.test(text.slice(to, to + 4))) return true;
  if (SEPARATORS.includes(text[from - 1] ?? '.') && /^\s?$/.test(text.slice(Math.max(0, from - 2), from - 1))) {
    if (tokenTo(prose, from)?.kind === 'separator') return true;
  }
  return SEPARATORS.includes(next ?? '.') && tokenFrom(prose, to)?.kind === 'separator';
}

const SEPARATORS = '-–|/→⇒=+<>';
const NEXT = /^(?:\d{1,2}[.、)]\D|@\w)/;
