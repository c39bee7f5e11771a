import { isBlank } from '../../../markdown/flanking.ts';
import { MAX_INLINE } from '../../../markdown/inline.ts';
import type { Prose } from '../../../markdown/prose.ts';
import { classAt, classBefore, DIGIT, LATIN } from '../../../text/han.ts';

/** A run of asterisks or underscores. Offsets are those of the block's source. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** Its place in the prose. For a hidden delimiter, where the content of its emphasis starts or ends. */
  readonly place: number;
  readonly mark: string;
  readonly literal: boolean;
}

/** Two runs that were meant to enclose emphasis. */
export interface DelimiterPair {
  readonly open: Run;
  readonly close: Run;
}

/**
 * Finds emphasis that was intended but fails. Of equal delimiters on a line, each one is taken to open
 * what the next one closes, whatever CommonMark says. A line with one left over tells nothing. Returns
 * only pairs that are not emphasis.
 */
export function brokenEmphasis(prose: Prose): DelimiterPair[] {
  // Longer text is not parsed, so every delimiter would look bare.
  if (prose.source.length > MAX_INLINE) return [];
  const { text } = prose;
  const literal = text.includes('*') || text.includes('_') ? literalRuns(prose) : [];
  if (literal.length === 0 && !nestsStrong(prose)) return [];
  const runs = [...literal, ...hiddenRuns(prose)].sort((a, b) => a.from - b.from);
  const rendered = new Set(prose.marks.map(({ from, to }) => `${from} ${to}`));
  const lines: Run[][] = [[]];
  let lineEnd = lineEndAt(text, 0);
  for (const run of runs) {
    if (run.place > lineEnd) {
      lines.push([]);
      lineEnd = lineEndAt(text, run.place);
    }
    lines.at(-1)!.push(run);
  }
  return lines.flatMap(pairsOf).filter(({ open, close }) => !rendered.has(`${open.from} ${close.to}`));
}

// Nobody writes bold inside bold, so delimiters have been paired in an unintended way.
function nestsStrong({ marks }: Prose): boolean {
  if (marks.length < 2) return false;
  let reached = 0;
  for (const { kind, to } of [...marks].sort((a, b) => a.from - b.from)) {
    if (kind !== 'strong') continue;
    if (to <= reached) return true;
    reached = to;
  }
  return false;
}

function lineEndAt(text: string, place: number): number {
  const end = text.indexOf('\n', place);
  return end < 0 ? text.length : end;
}

function pairsOf(line: readonly Run[]): DelimiterPair[] {
  const pairs: DelimiterPair[] = [];
  for (const mark of ['**', '*', '__', '_']) {
    const same = line.filter((run) => run.mark === mark);
    if (same.length % 2 === 1) continue;
    for (let at = 0; at < same.length; at += 2) pairs.push({ open: same[at]!, close: same[at + 1]! });
  }
  return pairs;
}

function literalRuns(prose: Prose): Run[] {
  const { text, source } = prose;
  const runs: Run[] = [];
  for (const { index, 0: mark } of text.matchAll(/\*+|_+/g)) {
    if (mark.length > 2) continue;
    const from = prose.start(index);
    const to = prose.end(index + mark.length);
    // An escaped one is longer in the source.
    if (source.slice(from, to) !== mark || !mayDelimit(source, from, to, mark)) continue;
    runs.push({ from, to, place: index, mark, literal: true });
  }
  return runs;
}

function hiddenRuns({ source, marks }: Prose): Run[] {
  return marks.flatMap(({ kind, from, to, content }) => {
    const length = kind === 'strong' ? 2 : kind === 'emphasis' ? 1 : 0;
    const open = { from, to: from + length, place: content.from, mark: source.slice(from, from + length) };
    const close = { from: to - length, to, place: content.to, mark: source.slice(to - length, to) };
    return [open, close]
      .filter((run) => length > 0 && mayDelimit(source, run.from, run.to, run.mark))
      .map((run) => ({ ...run, literal: false }));
  });
}

// Not the rest of a longer run, snake_case, a lone operator or list marker, or a glob.
function mayDelimit(source: string, from: number, to: number, mark: string): boolean {
  const before = source[from - 1] ?? ' ';
  const after = source[to] ?? ' ';
  if (before === mark[0] || after === mark[0] || /[/\\]/.test(before + after)) return false;
  if (mark.length === 1 && isBlank(before) && isBlank(after)) return false;
  const inWord = (classBefore(source, from) & WORD) !== 0 && (classAt(source, to) & WORD) !== 0;
  return mark[0] === '*' || !inWord;
}

const WORD = LATIN | DIGIT;
