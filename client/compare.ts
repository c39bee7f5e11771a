import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ComparedPair,
  type CompareParams,
  type CompareResult,
  compareRequest,
  type LineRange,
} from '../server/lsp/protocol.ts';
import { counterpartLine, otherSide, pairAt, type Side } from './lock.ts';
import { pickSource } from './pick-source.ts';

/** “Compare with English Source”: the two pages side by side in real editors, locked block to block. */
export function registerCompare(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  let session: vscode.Disposable | undefined;
  const run = async (resource?: vscode.Uri) => {
    const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
    if (!uri) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open a Chinese page first, then compare it with its source.'),
      );
      return;
    }
    const ask = (params: CompareParams) => client.sendRequest<CompareResult>(compareRequest, params);
    const result = await compared(context, uri, ask);
    if (!result?.pages) return;
    session?.dispose();
    session = await openSideBySide(uri, { ...result, pages: result.pages }, ask);
  };
  context.subscriptions.push(vscode.commands.registerCommand('yijiao.compare', run), {
    dispose: () => session?.dispose(),
  });
}

type Ask = (params: CompareParams) => Promise<CompareResult>;
type Compared = CompareResult & { readonly pages: NonNullable<CompareResult['pages']> };

// A source that a person chose once is remembered for the page; when it is gone, the search begins anew.
async function compared(
  context: vscode.ExtensionContext,
  uri: vscode.Uri,
  ask: Ask,
): Promise<CompareResult | undefined> {
  const key = `source:${uri.toString()}`;
  const remembered = context.workspaceState.get<string>(key);
  const first = await ask({ uri: uri.toString(), ...(remembered ? { source: remembered } : {}) });
  if (first.pages) return first;
  const search = remembered ? await ask({ uri: uri.toString() }) : first;
  if (search.pages) return search;
  const chosen = await pickSource(uri, search);
  if (!chosen) return undefined;
  await context.workspaceState.update(key, chosen.toString());
  const result = await ask({ uri: uri.toString(), source: chosen.toString() });
  if (!result.pages) {
    const name = vscode.workspace.asRelativePath(chosen);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} cannot be read as a Markdown page. Choose another file.', name),
    );
  }
  return result;
}

async function openSideBySide(started: vscode.Uri, result: Compared, ask: Ask): Promise<vscode.Disposable> {
  const pages = { chinese: vscode.Uri.parse(result.pages.chinese), english: vscode.Uri.parse(result.pages.english) };
  const side: Side = started.toString() === pages.english.toString() ? 'english' : 'chinese';
  const editor = await vscode.window.showTextDocument(pages[side], { preview: false });
  const line = editor.visibleRanges[0]?.start.line ?? 0;
  const other = pages[otherSide(side)];
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === other.toString());
  await vscode.window.showTextDocument(other, {
    viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside,
    preserveFocus: true,
    preview: false,
  });
  const lock = lockEditors(pages, result.pairs, ask);
  lock.follow(side, line);
  const cursor = editor.selection.active;
  if (editor.visibleRanges.some((range) => range.contains(cursor))) lock.showCounterpart(side, cursor.line);
  return lock;
}

interface Lock extends vscode.Disposable {
  follow(side: Side, line: number): void;
  showCounterpart(side: Side, line: number): void;
}

/** Milliseconds for which an editor goes on scrolling once it has begun to answer to being scrolled from here. */
const ECHO = 250;
/** Milliseconds within which it begins to: a busy window takes its time, and must not move the page that is read. */
const LATE = 3000;
/** How often a scroll is corrected, and by how many lines at most: at the end of a page no scroll can be right. */
const CORRECTIONS = 2;
const MAX_DISPLACED = 12;
/** Milliseconds after the last keystroke before blocks are aligned again. */
const PAUSE = 250;

function lockEditors(pages: Record<Side, vscode.Uri>, initial: readonly ComparedPair[], ask: Ask): Lock {
  let pairs = initial;
  const echoes: Record<Side, { until: number; begun: boolean }> = {
    chinese: { until: 0, begun: true },
    english: { until: 0, begun: true },
  };
  const marks = decorations();

  const sideOf = (document: vscode.TextDocument): Side | undefined =>
    (['chinese', 'english'] as const).find((side) => pages[side].toString() === document.uri.toString());
  const editorOf = (side: Side) => vscode.window.visibleTextEditors.find((editor) => sideOf(editor.document) === side);

  // Scrolling a line to the top puts it lower where sticky headings keep room: by how many lines is learnt on the way.
  const displaced: Record<Side, number> = { chinese: 0, english: 0 };
  const pending: { [side in Side]?: { readonly line: number; readonly tries: number } } = {};

  const scrollTo = (side: Side, line: number, tries: number) => {
    const editor = editorOf(side);
    if (!editor) return;
    pending[side] = { line, tries };
    echoes[side] = { until: Date.now() + LATE, begun: false };
    const there = Math.max(0, Math.min(line + displaced[side], editor.document.lineCount - 1));
    editor.revealRange(new vscode.Range(there, 0, there, 0), vscode.TextEditorRevealType.AtTop);
  };

  const isEcho = (side: Side): boolean => {
    const echo = echoes[side];
    const now = Date.now();
    if (now > echo.until) return false;
    if (!echo.begun) echoes[side] = { until: now + ECHO, begun: true };
    return true;
  };

  const follow = (side: Side, line: number) => {
    const other = otherSide(side);
    const target = editorOf(other);
    if (!target) return;
    const there = Math.min(counterpartLine(pairs, side, line), target.document.lineCount - 1);
    if (target.visibleRanges[0]?.start.line !== there) scrollTo(other, there, CORRECTIONS);
  };

  // The answer of an editor to being scrolled from here: near is not enough, the block has to be where it belongs.
  const correct = (side: Side, start: number) => {
    const wanted = pending[side];
    delete pending[side];
    if (!wanted || start === wanted.line || wanted.tries === 0) return;
    const lines = displaced[side] + wanted.line - start;
    if (Math.abs(lines) > MAX_DISPLACED) return;
    displaced[side] = lines;
    scrollTo(side, wanted.line, wanted.tries - 1);
  };

  const showCounterpart = (side: Side, line: number) => {
    const pair = pairAt(pairs, side, line);
    const other = otherSide(side);
    const target = editorOf(other);
    editorOf(side)?.setDecorations(marks.counterpart, []);
    target?.setDecorations(marks.counterpart, ranges(pair?.[other] ? [pair[other]] : []));
    const there = pair?.[other];
    if (!target || !there) return;
    const range = new vscode.Range(there.from, 0, there.to, 0);
    if (target.visibleRanges.some((visible) => visible.contains(range))) return;
    echoes[other] = { until: Date.now() + LATE, begun: false };
    delete pending[other];
    target.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };

  const showStates = () => {
    for (const side of ['chinese', 'english'] as const) {
      const lonely = pairs.flatMap((pair) => (pair[side] && !pair[otherSide(side)] ? [pair[side]] : []));
      editorOf(side)?.setDecorations(side === 'english' ? marks.missing : marks.extra, ranges(lonely));
    }
    const english = pairs.flatMap((pair) => (pair.state === 'untranslated' && pair.chinese ? [pair.chinese] : []));
    editorOf('chinese')?.setDecorations(marks.untranslated, ranges(english));
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  const realign = async () => {
    const result = await ask({ uri: pages.chinese.toString(), source: pages.english.toString() });
    if (!result.pages) return;
    pairs = result.pairs;
    showStates();
  };

  showStates();
  const subscriptions = vscode.Disposable.from(
    ...Object.values(marks),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
      const side = sideOf(textEditor.document);
      const start = visibleRanges[0]?.start.line;
      if (!side || start === undefined) return;
      if (isEcho(side)) correct(side, start);
      else follow(side, start);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const side = sideOf(textEditor.document);
      if (side && selections[0]) showCounterpart(side, selections[0].active.line);
    }),
    vscode.window.onDidChangeVisibleTextEditors(showStates),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      const isOurs = ({ input }: vscode.Tab) =>
        input instanceof vscode.TabInputText &&
        Object.values(pages).some((page) => page.toString() === input.uri.toString());
      if (closed.some(isOurs)) subscriptions.dispose();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!sideOf(document) || contentChanges.length === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => void realign(), PAUSE);
    }),
  );
  return {
    follow,
    showCounterpart,
    dispose() {
      clearTimeout(timer);
      subscriptions.dispose();
    },
  };
}

function ranges(blocks: readonly LineRange[]): vscode.Range[] {
  return blocks.map(({ from, to }) => new vscode.Range(from, 0, to, Number.MAX_SAFE_INTEGER));
}

// Colour is never the only sign: a bar beside the line numbers, and words for what is missing, extra or left in English.
function decorations() {
  const make = vscode.window.createTextEditorDecorationType;
  const bar = (dashes: string) => {
    const line = `<path d="M8 0V16" stroke="#3794ff" stroke-width="4" stroke-dasharray="${dashes}"/>`;
    const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${line}</svg>`;
    return {
      gutterIconPath: vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(picture)}`),
      gutterIconSize: 'contain',
    };
  };
  const lonely = (text: string) =>
    make({
      isWholeLine: true,
      ...bar('4 2'),
      overviewRulerColor: new vscode.ThemeColor('yijiao.compare.differenceBorder'),
      overviewRulerLane: vscode.OverviewRulerLane.Left,
      after: { contentText: `← ${text}`, color: new vscode.ThemeColor('descriptionForeground'), margin: '0 0 0 1.5em' },
    });
  return {
    counterpart: make({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor('yijiao.compare.counterpartBackground'),
      borderColor: new vscode.ThemeColor('yijiao.compare.counterpartBorder'),
      ...bar('none'),
    }),
    missing: lonely(vscode.l10n.t('no translation')),
    extra: lonely(vscode.l10n.t('not in the source')),
    untranslated: lonely(vscode.l10n.t('not translated')),
  };
}
