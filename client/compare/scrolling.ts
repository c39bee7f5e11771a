import * as vscode from 'vscode';
import type { ComparedPair } from '../../server/lsp/protocol.ts';
import { otherSide, type Side } from './lock.ts';
import { type Rows, rowsOf, rowsOfText, topBeside } from './reading.ts';

/** Scrolls each of two editors with the other. */
export interface Scrolling {
  /** Brings the other page to where this one is. */
  follow(side: Side): void;
  /** What is seen of a page has changed: a person has scrolled it, or it answers to being scrolled from here. */
  seen(side: Side, editor: vscode.TextEditor): void;
  /** Shows a line, which nobody is to follow. */
  show(side: Side, line: number): void;
}

/** Milliseconds for which an editor goes on scrolling once it has begun to answer to being scrolled from here. */
const ECHO = 250;
/** Milliseconds within which it begins to: a busy window takes its time, and must not move the page that is read. */
const LATE = 3000;
/** How often a scroll is corrected, and by how many lines at most: at the end of a page no scroll can be right. */
const CORRECTIONS = 2;
const MAX_DISPLACED = 12;
/** In one line, an editor is scrolled by whole rows only: fewer characters are no row. */
const ROW = 40;

export function createScrolling(
  editorOf: (side: Side) => vscode.TextEditor | undefined,
  pairs: () => readonly ComparedPair[],
): Scrolling {
  const echoes: Record<Side, { until: number; begun: boolean }> = {
    chinese: { until: 0, begun: true },
    english: { until: 0, begun: true },
  };
  // Scrolling a line to the top puts it lower where sticky headings keep room: by how many lines is learnt on the way.
  const displaced: Record<Side, number> = { chinese: 0, english: 0 };
  const pending: { [side in Side]?: { readonly line: number; readonly share: number; readonly tries: number } } = {};

  const scrollTo = (side: Side, line: number, share: number, tries: number) => {
    const editor = editorOf(side);
    if (!editor) return;
    pending[side] = { line, share, tries };
    echoes[side] = { until: Date.now() + LATE, begun: false };
    const there = Math.max(0, Math.min(line + displaced[side], editor.document.lineCount - 1));
    const column = displaced[side] === 0 ? Math.floor(share * editor.document.lineAt(there).text.length) : 0;
    editor.revealRange(new vscode.Range(there, column, there, column), vscode.TextEditorRevealType.AtTop);
  };

  const isEcho = (side: Side): boolean => {
    const echo = echoes[side];
    const now = Date.now();
    if (now > echo.until) return false;
    if (!echo.begun) echoes[side] = { until: now + ECHO, begun: true };
    return true;
  };

  const follow = (side: Side, tries = CORRECTIONS) => {
    const other = otherSide(side);
    const [editor, target] = [editorOf(side), editorOf(other)];
    const [first, last] = [editor?.visibleRanges[0], editor?.visibleRanges.at(-1)];
    const now = target?.visibleRanges[0]?.start;
    if (!editor || !target || !first || !last) return;
    const { document } = editor;
    const here = { rows: rowsIn(editor), from: startOf(document, first.start), to: endOf(document, last.end) };
    // A hair more, since shares of lines are not exact.
    const top = topBeside(pairs(), side, here, rowsIn(target)) + 1e-6;
    const there = Math.min(top, target.document.lineCount - 1e-6);
    const line = Math.max(0, Math.floor(there));
    const column = (there - line) * target.document.lineAt(line).text.length;
    const isThere = now?.line === line && Math.abs(now.character - column) < ROW;
    if (!isThere) scrollTo(other, line, there - line, tries);
  };

  // The answer of an editor to being scrolled from here: near is not enough, the block has to be where it belongs.
  const correct = (side: Side, visible: readonly vscode.Range[]) => {
    const wanted = pending[side];
    delete pending[side];
    const start = visible[0]?.start.line;
    if (!wanted || start === undefined || wanted.tries === 0) return;
    if (start === wanted.line) {
      // What is folded away takes no room, and is known only when it is on the screen.
      if (visible.length > 1) follow(otherSide(side), wanted.tries - 1);
      return;
    }
    // In a folded region there is no line to scroll to, and nothing to learn.
    if (visible[0]!.end.line < wanted.line && visible.slice(1).every((range) => wanted.line < range.start.line)) return;
    // Headings put it lower and never higher: what seems so is the answer to an earlier scroll.
    const lines = Math.max(0, displaced[side] + wanted.line - start);
    if (lines > MAX_DISPLACED) return;
    displaced[side] = lines;
    scrollTo(side, wanted.line, wanted.share, wanted.tries - 1);
  };

  return {
    follow: (side) => follow(side),
    seen: (side, { visibleRanges }) => (isEcho(side) ? correct(side, visibleRanges) : follow(side)),
    show(side, line) {
      echoes[side] = { until: Date.now() + LATE, begun: false };
      delete pending[side];
      const range = new vscode.Range(line, 0, line, 0);
      editorOf(side)?.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    },
  };
}

const known = new WeakMap<vscode.TextDocument, { version: number; columns: number; counts: number[]; rows: Rows }>();

function rowsIn({ document, visibleRanges }: vscode.TextEditor): Rows {
  const columns = columnsFor(document);
  let page = known.get(document);
  if (page?.version !== document.version || page.columns !== columns) {
    const counts = Array.from({ length: document.lineCount }, (_, line) =>
      rowsOfText(document.lineAt(line).text, columns),
    );
    page = { version: document.version, columns, counts, rows: rowsOf(counts) };
    known.set(document, page);
  }
  if (visibleRanges.length < 2) return page.rows;
  const counts = [...page.counts];
  for (const [at, { end }] of visibleRanges.entries())
    counts.fill(0, end.line + 1, visibleRanges[at + 1]?.start.line ?? 0);
  return rowsOf(counts);
}

// How wide an editor is, nobody tells. What counts is how the rows of both pages stand to each other.
function columnsFor(document: vscode.TextDocument): number {
  const settings = vscode.workspace.getConfiguration('editor', document);
  const wrap = settings.get<string>('wordWrap');
  const column = settings.get<number>('wordWrapColumn') ?? USUAL;
  if (wrap === 'off') return Number.POSITIVE_INFINITY;
  if (wrap === 'wordWrapColumn') return column;
  return wrap === 'bounded' ? Math.min(column, USUAL) : USUAL;
}

/** Columns of an editor that has half of a window. */
const USUAL = 80;

function startOf(document: vscode.TextDocument, { line, character }: vscode.Position): number {
  const { length } = document.lineAt(Math.min(line, document.lineCount - 1)).text;
  return line + (length > 0 ? Math.min(character / length, 0.999) : 0);
}

// What ends with its line has been seen to the end of it.
function endOf(document: vscode.TextDocument, { line, character }: vscode.Position): number {
  const { length } = document.lineAt(Math.min(line, document.lineCount - 1)).text;
  return line + (character < length ? character / length : 1);
}
