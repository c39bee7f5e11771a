import * as vscode from 'vscode';
import type { ComparedPair, CompareResult } from '../../server/lsp/protocol.ts';
import {
  counterpartOf,
  counterpartPlace,
  type Difference,
  differencesIn,
  nextDifference,
  otherSide,
  pairAt,
  type Side,
} from './lock.ts';
import { createMarks } from './marks.ts';

/** Two editors that scroll together, with their differences marked. */
export interface Lock extends vscode.Disposable {
  readonly pages: Readonly<Record<Side, vscode.Uri>>;
  /** The side with the focus, or the last one that had it. */
  readonly side: Side;
  readonly isLocked: boolean;
  /** Scrolls the other page to match this side. */
  follow(side: Side): void;
  showCounterpart(side: Side, line: number): void;
  toggle(): void;
  /** Goes to the next difference and returns it; undefined if there is none. */
  goToDifference(direction: 1 | -1): { difference: Difference; number: number; all: number } | undefined;
  /** False if the block at the cursor has no counterpart. */
  goToCounterpart(): Promise<boolean>;
  /** Aligns the pages again, at once. */
  refresh(): Promise<void>;
}

/** Milliseconds during which an editor may keep scrolling after it started to respond to a scroll from here. */
const ECHO = 250;
/** Milliseconds until it may start to respond. A busy window is slow, and must not move the page that is being read. */
const LATE = 3000;
/** Corrections of a scroll: how many, and by how many lines at most. At the end of a page it can never be right. */
const CORRECTIONS = 2;
const MAX_DISPLACED = 12;
/** Characters. VS Code scrolls within a line by whole rows only, and fewer characters than this are not a row. */
const ROW = 40;
/** Milliseconds after the last keystroke before blocks are aligned again. */
const PAUSE = 250;

export function lockEditors(
  pages: Readonly<Record<Side, vscode.Uri>>,
  initial: readonly ComparedPair[],
  align: () => Promise<CompareResult>,
  onChange: (pairs: readonly ComparedPair[], isLocked: boolean) => void,
  onEnd: () => void,
): Lock {
  let pairs = initial;
  let isLocked = true;
  let side: Side = 'chinese';
  const echoes: Record<Side, { until: number; begun: boolean }> = {
    chinese: { until: 0, begun: true },
    english: { until: 0, begun: true },
  };
  const marks = createMarks();

  const sideOf = (document: vscode.TextDocument): Side | undefined =>
    (['chinese', 'english'] as const).find((one) => pages[one].toString() === document.uri.toString());
  const editorOf = (one: Side) => vscode.window.visibleTextEditors.find(({ document }) => sideOf(document) === one);

  // Sticky headings push a line that is scrolled to the top further down. By how many lines is measured on the way.
  const displaced: Record<Side, number> = { chinese: 0, english: 0 };
  const pending: { [side in Side]?: { readonly line: number; readonly share: number; readonly tries: number } } = {};

  const scrollTo = (one: Side, line: number, share: number, tries: number) => {
    const editor = editorOf(one);
    if (!editor) return;
    pending[one] = { line, share, tries };
    echoes[one] = { until: Date.now() + LATE, begun: false };
    const there = Math.max(0, Math.min(line + displaced[one], editor.document.lineCount - 1));
    const column = displaced[one] === 0 ? Math.floor(share * editor.document.lineAt(there).text.length) : 0;
    editor.revealRange(new vscode.Range(there, column, there, column), vscode.TextEditorRevealType.AtTop);
  };

  const isEcho = (one: Side): boolean => {
    const echo = echoes[one];
    const now = Date.now();
    if (now > echo.until) return false;
    if (!echo.begun) echoes[one] = { until: now + ECHO, begun: true };
    return true;
  };

  const follow = (one: Side, place: number) => {
    const other = otherSide(one);
    const target = editorOf(other);
    const now = target?.visibleRanges[0]?.start;
    if (!target || !isLocked) return;
    // Slightly more, because fractions of lines are not exact.
    const there = Math.min(counterpartPlace(pairs, one, place) + 1e-6, target.document.lineCount - 1e-6);
    const line = Math.max(0, Math.floor(there));
    const column = (there - line) * target.document.lineAt(line).text.length;
    const isThere = now?.line === line && Math.abs(now.character - column) < ROW;
    if (!isThere) scrollTo(other, line, there - line, CORRECTIONS);
  };

  const followNow = (one: Side) => {
    const editor = editorOf(one);
    const start = editor?.visibleRanges[0]?.start;
    if (editor && start) follow(one, placeOf(editor.document, start));
  };

  // Checks where the editor went after a scroll from here, and corrects it, since the block must be exactly in place.
  const correct = (one: Side, visible: readonly vscode.Range[]) => {
    const wanted = pending[one];
    delete pending[one];
    const start = visible[0]?.start.line;
    if (!wanted || start === undefined || start === wanted.line || wanted.tries === 0) return;
    // In a folded region there is no line to scroll to, and nothing to measure.
    if (visible[0]!.end.line < wanted.line && visible.slice(1).every((range) => wanted.line < range.start.line)) return;
    const lines = displaced[one] + wanted.line - start;
    if (Math.abs(lines) > MAX_DISPLACED) return;
    displaced[one] = lines;
    scrollTo(one, wanted.line, wanted.share, wanted.tries - 1);
  };

  // The target of “next difference” stays marked, although the cursor may be in a block next to it.
  let led: { side: Side; line: number; pair: ComparedPair } | undefined;

  const showCounterpart = (one: Side, line: number) => {
    if (led?.side !== one || led.line !== line) led = undefined;
    const other = otherSide(one);
    const target = editorOf(other);
    const there = led
      ? (counterpartOf(led.pair, one) ?? led.pair[other])
      : counterpartOf(pairAt(pairs, one, line), one);
    marks.counterpart(editorOf(one), undefined);
    marks.counterpart(target, there);
    if (!target || !there) return;
    const range = new vscode.Range(there.from, 0, there.to, 0);
    if (target.visibleRanges.some((visible) => visible.contains(range))) return;
    echoes[other] = { until: Date.now() + LATE, begun: false };
    delete pending[other];
    target.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };

  const showStates = () => {
    for (const one of ['chinese', 'english'] as const) marks.states(one, editorOf(one), pairs);
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  let isGone = false;
  const refresh = async () => {
    clearTimeout(timer);
    const number = ++asked;
    const result = await align().catch(() => undefined);
    // A newer request was made meanwhile.
    if (number !== asked) return;
    if (!result?.pages) {
      const name = vscode.workspace.asRelativePath(pages.english);
      const message = vscode.l10n.t('{0} cannot be read any more: the comparison stays as it was.', name);
      if (!isGone) void vscode.window.showWarningMessage(message);
      isGone = true;
      return;
    }
    isGone = false;
    pairs = result.pairs;
    showStates();
    onChange(pairs, isLocked);
  };

  const english: vscode.HoverProvider = {
    async provideHover(document, { line }) {
      if (sideOf(document) !== 'chinese') return undefined;
      const range = counterpartOf(pairAt(pairs, 'chinese', line), 'chinese');
      if (!range) return undefined;
      const source = await vscode.workspace.openTextDocument(pages.english);
      const text = source.getText(new vscode.Range(range.from, 0, range.to, Number.MAX_SAFE_INTEGER));
      const title = new vscode.MarkdownString(`**${vscode.l10n.t('English')}**`);
      return new vscode.Hover([
        title,
        new vscode.MarkdownString().appendCodeblock(text.slice(0, MAX_HOVER), 'markdown'),
      ]);
    },
  };

  showStates();
  onChange(pairs, isLocked);
  const subscriptions = vscode.Disposable.from(
    marks,
    vscode.languages.registerHoverProvider([{ language: 'markdown' }, { language: 'mdx' }], english),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
      const one = sideOf(textEditor.document);
      const start = visibleRanges[0]?.start;
      if (!one || start === undefined) return;
      if (isEcho(one)) correct(one, visibleRanges);
      else follow(one, placeOf(textEditor.document, start));
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const one = sideOf(textEditor.document);
      if (one && selections[0]) showCounterpart(one, selections[0].active.line);
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      side = (editor && sideOf(editor.document)) ?? side;
    }),
    vscode.window.onDidChangeVisibleTextEditors(showStates),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      const isOurs = ({ input }: vscode.Tab) =>
        input instanceof vscode.TabInputText &&
        Object.values(pages).some((page) => page.toString() === input.uri.toString());
      if (closed.some(isOurs)) end();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!sideOf(document) || contentChanges.length === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => void refresh(), PAUSE);
    }),
  );
  const end = () => {
    clearTimeout(timer);
    asked++;
    subscriptions.dispose();
    onEnd();
  };
  const active = vscode.window.activeTextEditor;
  side = (active && sideOf(active.document)) ?? side;

  return {
    pages,
    get side() {
      return side;
    },
    get isLocked() {
      return isLocked;
    },
    follow: followNow,
    showCounterpart,
    refresh,
    toggle() {
      isLocked = !isLocked;
      followNow(side);
      onChange(pairs, isLocked);
    },
    goToDifference(direction) {
      const editor = editorOf(side);
      if (!editor) return undefined;
      const differences = differencesIn(pairs);
      const difference = nextDifference(differences, side, editor.selection.active.line, direction);
      if (!difference) return undefined;
      const line = Math.min(difference.line[side], editor.document.lineCount - 1);
      led = { side, line, pair: difference.pair };
      editor.selection = new vscode.Selection(line, 0, line, 0);
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      showCounterpart(side, line);
      return { difference, number: differences.indexOf(difference) + 1, all: differences.length };
    },
    async goToCounterpart() {
      const line = editorOf(side)?.selection.active.line;
      const isLed = led?.side === side && led.line === line;
      const there =
        line === undefined
          ? undefined
          : isLed
            ? (counterpartOf(led!.pair, side) ?? led!.pair[otherSide(side)])
            : counterpartOf(pairAt(pairs, side, line), side);
      const target = editorOf(otherSide(side));
      if (!there || !target) return false;
      await vscode.window.showTextDocument(target.document, {
        viewColumn: target.viewColumn ?? vscode.ViewColumn.Beside,
        selection: new vscode.Range(there.from, 0, there.from, 0),
        preview: false,
      });
      return true;
    },
    dispose: end,
  };
}

const MAX_HOVER = 4000;

function placeOf(document: vscode.TextDocument, { line, character }: vscode.Position): number {
  const { length } = document.lineAt(Math.min(line, document.lineCount - 1)).text;
  return line + (length > 0 ? Math.min(character / length, 0.999) : 0);
}
