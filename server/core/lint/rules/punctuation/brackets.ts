import type { Prose } from '../../../markdown/prose.ts';
import { ATOM, classAt, classBefore, DIGIT, HAN, LATIN } from '../../../text/han.ts';
import type { Edit } from '../../../text/span.ts';
import { setsApart, skipBlanks, skipBlanksBack } from '../../neighbours.ts';
import type { ProseContext } from '../../rule.ts';

/** Places of two matching brackets. */
export interface BracketPair {
  readonly open: number;
  readonly close: number;
}

/** Matching brackets of either width. Others are emoticons, list markers, intervals. */
export function bracketPairs(text: string): BracketPair[] {
  const pairs: BracketPair[] = [];
  if (!text.includes('(') && !text.includes('（')) return pairs;
  const stack: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!;
    if (mark === '(' || mark === '（') {
      if (!isEmoticon(text, at)) stack.push(at);
    } else if ((mark === ')' || mark === '）') && !isEmoticon(text, at)) {
      const open = stack.pop();
      if (open !== undefined) pairs.push({ open, close: at });
    } else if (mark === '\n' && stack.length > MAX_DEPTH) stack.length = 0;
  }
  return pairs;
}

const MAX_DEPTH = 20;

function isEmoticon(text: string, at: number): boolean {
  return /[:;]-?$/.test(text.slice(Math.max(0, at - 2), at));
}

/** Reports a pair with at least one bracket of the wrong width. */
export function reportPair(
  prose: Prose,
  { open, close }: BracketPair,
  width: 'full' | 'half',
  context: ProseContext<'from' | 'to'>,
): void {
  const { text } = prose;
  const edits =
    width === 'full' ? [fullEdit(prose, open), fullEdit(prose, close)] : [halfEdit(text, open), halfEdit(text, close)];
  const made = edits.filter(
    (edit): edit is Edit => edit !== undefined && text.slice(edit.from, edit.to) !== edit.insert,
  );
  const [first] = made;
  if (!first) return;
  // The wrong bracket, or the opening one if both are wrong.
  const at = made.length === 1 ? (first.from <= open && open < first.to ? open : close) : open;
  const from = made.length === 1 ? text[at]! : text[open]! + text[close]!;
  const marks = width === 'full' ? '（）' : '()';
  const to = made.length === 1 ? marks[at === open ? 0 : 1]! : marks;
  context.report({ from: at, to: at + 1 }, { from, to }, { edits: made });
}

// The spaces outside of a half-width bracket go with it.
function fullEdit(prose: Prose, at: number): Edit | undefined {
  const { text } = prose;
  const opens = text[at] === '(' || text[at] === '（';
  const full = opens ? '（' : '）';
  if (text[at] === full) return undefined;
  if (opens) {
    const from = skipBlanksBack(text, at);
    const keeps = from === 0 || text[from - 1] === '\n' || setsApart(prose, from, at);
    return { from: keeps ? at : from, to: at + 1, insert: full };
  }
  const to = skipBlanks(text, at + 1);
  const keeps = to === text.length || text[to] === '\n' || setsApart(prose, at + 1, to);
  return { from: at, to: keeps ? at + 1 : to, insert: full };
}

function halfEdit(text: string, at: number): Edit {
  const opens = text[at] === '(' || text[at] === '（';
  if (opens) {
    const blank =
      classBefore(text, at) & (HAN | LATIN | DIGIT | ATOM) && text[at] !== '('
        ? ' '
        : classBefore(text, at) & HAN
          ? ' '
          : '';
    return { from: at, to: at + 1, insert: `${blank}(` };
  }
  const blank = classAt(text, at + 1) & (HAN | LATIN | DIGIT | ATOM) ? ' ' : '';
  return { from: at, to: at + 1, insert: `)${blank}` };
}
