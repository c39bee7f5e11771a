import * as vscode from 'vscode';
import type { ComparedPair, CompareResult } from '../../server/lsp/protocol.ts';
import { registerHovers } from './hovers.ts';
import { createLabels } from './labels.ts';
import { counterpartOf, differencesIn, type Numbered, nextDifference, otherSide, pairAt, type Side } from './lock.ts';
import { createMarks } from './marks.ts';
import { createScrolling } from './scrolling.ts';

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
  /** Goes there, and tells what it is; undefined when nothing differs. */
  goToDifference(direction: 1 | -1): Numbered | undefined;
  /** False when the block with the cursor has no counterpart. */
  goToCounterpart(): Promise<boolean>;
  /** Aligns the pages again, at once. */
  refresh(): Promise<void>;
}

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
  const marks = createMarks();

  const sideOf = (document: vscode.TextDocument): Side | undefined =>
    (['chinese', 'english'] as const).find((one) => pages[one].toString() === document.uri.toString());
  const editorOf = (one: Side) => vscode.window.visibleTextEditors.find(({ document }) => sideOf(document) === one);

  const labels = createLabels(sideOf, () => pairs);
  const scrolling = createScrolling(editorOf, () => pairs);
  const follow = (one: Side) => isLocked && scrolling.follow(one);

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
    scrolling.show(other, there.from);
  };

  const showStates = () => {
    for (const one of ['chinese', 'english'] as const) marks.states(one, editorOf(one), pairs);
    labels.changed();
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

  showStates();
  onChange(pairs, isLocked);
  const subscriptions = vscode.Disposable.from(
    marks,
    labels,
    registerHovers(pages, sideOf, () => pairs),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      const one = sideOf(textEditor.document);
      if (one && isLocked && textEditor.visibleRanges.length > 0) scrolling.seen(one, textEditor);
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
    follow,
    showCounterpart,
    refresh,
    toggle() {
      isLocked = !isLocked;
      follow(side);
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
      void sayHere(editor);
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

// A screen reader that VS Code knows of is taken into the hover and reads it; others see it beside the cursor.
async function sayHere(editor: vscode.TextEditor): Promise<void> {
  if (vscode.window.activeTextEditor === editor)
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}
