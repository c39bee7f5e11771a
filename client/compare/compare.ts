import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ComparedPair,
  type CompareParams,
  type CompareResult,
  compareRequest,
  type InsertParams,
  insertRequest,
  type PageEdit,
} from '../../server/lsp/protocol.ts';
import { pageAtHand } from '../page-at-hand.ts';
import { applyPageEdit } from '../page-edit.ts';
import { selectInserted } from '../translate/stops.ts';
import { pickTranslation } from '../translations/pick-translation.ts';
import { markDone } from '../welcome/done.ts';
import { openSample } from '../welcome/sample.ts';
import { differencesIn, otherSide, type Side } from './lock.ts';
import { type Lock, lockEditors } from './locked-editors.ts';
import { pickSource } from './pick-source.ts';
import { toldOf } from './told.ts';

/** “Compare with English Source”: both pages side by side in real editors, aligned block by block. */
export function registerCompare(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  let lock: Lock | undefined;
  const status = vscode.window.createStatusBarItem('yijiao.compare', vscode.StatusBarAlignment.Right, 200);
  status.name = 'Yijiao';
  status.command = 'yijiao.toggleLock';
  const show = (pairs: readonly ComparedPair[], isLocked: boolean) => {
    status.text = `$(${isLocked ? 'lock' : 'unlock'}) ${summary(pairs)}`;
    status.tooltip = isLocked
      ? vscode.l10n.t('Both pages scroll together. Click to unlock them.')
      : vscode.l10n.t('Each page scrolls by itself. Click to lock them.');
    const label = vscode.l10n.t('Comparison: {0}. {1}', summary(pairs), status.tooltip);
    status.accessibilityInformation = { label, role: 'button' };
    status.show();
  };
  const setComparing = (isComparing: boolean) =>
    void vscode.commands.executeCommand('setContext', 'yijiao.comparing', isComparing);
  const ended = () => {
    lock = undefined;
    status.hide();
    setComparing(false);
  };

  const run = async (resource?: vscode.Uri) => {
    const here = resource ?? vscode.window.activeNotebookEditor?.notebook.uri ?? pageAtHand()?.document.uri;
    const uri = here ?? (await pickTranslation(client, () => openSample(context)));
    if (!uri) return;
    const ask = (params: CompareParams) => client.sendRequest<CompareResult>(compareRequest, params);
    const result = await compared(context, uri, ask);
    if (!result?.pages) return;
    lock?.dispose();
    const { chinese, english } = result.pages;
    const pages = { chinese: vscode.Uri.parse(chinese), english: vscode.Uri.parse(english) };
    lock = await openSideBySide(uri, pages, () =>
      lockEditors(pages, result.pairs, () => ask({ uri: chinese, source: english }), show, ended),
    );
    setComparing(true);
    markDone('compare');
  };

  const goTo = (direction: 1 | -1) => {
    const found = lock?.goToDifference(direction);
    if (!lock) return;
    if (found) vscode.window.setStatusBarMessage(toldOf(found, lock.side), SHOWN);
    else void vscode.window.showInformationMessage(vscode.l10n.t('Both pages have the same blocks.'));
  };
  const goToCounterpart = async () => {
    if (!lock || (await lock.goToCounterpart())) return;
    void vscode.window.showInformationMessage(vscode.l10n.t('This block has no counterpart.'));
  };
  const insert = async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    // Beside its source a page is one side; alone it is the Chinese one.
    const { pages, side } = lock ?? { pages: undefined, side: 'chinese' as const };
    const params: InsertParams = {
      uri: (pages?.chinese ?? editor.document.uri).toString(),
      ...(pages ? { source: pages.english.toString() } : {}),
      line: editor.selection.active.line,
      side,
    };
    const edit = await client.sendRequest<PageEdit | null>(insertRequest, params);
    if (!edit) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Nothing that is missing here can be inserted. Go to a missing block first.'),
      );
      return;
    }
    if (!(await applyPageEdit(edit))) return;
    await lock?.refresh();
    await selectInserted(client, edit);
  };
  context.subscriptions.push(
    status,
    vscode.commands.registerCommand('yijiao.compare', run),
    vscode.commands.registerCommand('yijiao.nextDifference', () => goTo(1)),
    vscode.commands.registerCommand('yijiao.previousDifference', () => goTo(-1)),
    vscode.commands.registerCommand('yijiao.goToCounterpart', goToCounterpart),
    vscode.commands.registerCommand('yijiao.toggleLock', () => lock?.toggle()),
    vscode.commands.registerCommand('yijiao.insertMissing', insert),
    // In other editors, the keys of the comparison keep their usual meaning.
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && lock) setComparing(isOneOf(lock.pages, editor));
    }),
    { dispose: () => lock?.dispose() },
  );
}

function isOneOf(pages: Readonly<Record<Side, vscode.Uri>>, { document, viewColumn }: vscode.TextEditor): boolean {
  // The editors of a diff have no column of their own.
  const isPage = Object.values(pages).some((page) => page.toString() === document.uri.toString());
  return isPage && viewColumn !== undefined;
}

/** Milliseconds for a message in the status bar. */
const SHOWN = 5000;

/** The source that the user has chosen for a page. */
export function rememberedSource(context: vscode.ExtensionContext, uri: vscode.Uri): string | undefined {
  return context.workspaceState.get<string>(`${SOURCE}${uri.toString()}`);
}

/** All chosen sources: URI of the page → URI of its source. */
export function rememberedSources({ workspaceState }: vscode.ExtensionContext): Record<string, string> {
  const keys = workspaceState.keys().filter((key) => key.startsWith(SOURCE));
  return Object.fromEntries(keys.map((key) => [key.slice(SOURCE.length), workspaceState.get<string>(key) ?? '']));
}

export function rememberSource(context: vscode.ExtensionContext, page: vscode.Uri, source: vscode.Uri): Thenable<void> {
  return context.workspaceState.update(`${SOURCE}${page.toString()}`, source.toString());
}

const SOURCE = 'source:';

type Ask = (params: CompareParams) => Promise<CompareResult>;

// Remembers the source that the user chooses for a page. If that source is gone, searches again.
async function compared(
  context: vscode.ExtensionContext,
  uri: vscode.Uri,
  ask: Ask,
): Promise<CompareResult | undefined> {
  const remembered = rememberedSource(context, uri);
  const first = await ask({ uri: uri.toString(), ...(remembered ? { source: remembered } : {}) });
  if (first.pages) return first;
  const search = remembered ? await ask({ uri: uri.toString() }) : first;
  if (search.pages) return search;
  const chosen = await pickSource(uri, search);
  if (!chosen) return undefined;
  await rememberSource(context, uri, chosen);
  const result = await ask({ uri: uri.toString(), source: chosen.toString() });
  if (!result.pages) {
    const name = vscode.workspace.asRelativePath(chosen);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} cannot be read as a Markdown page. Choose another file.', name),
    );
  }
  return result;
}

async function openSideBySide(
  started: vscode.Uri,
  pages: Readonly<Record<Side, vscode.Uri>>,
  makeLock: () => Lock,
): Promise<Lock> {
  const side: Side = started.toString() === pages.english.toString() ? 'english' : 'chinese';
  const columnOf = (page: vscode.Uri) =>
    vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === page.toString())?.viewColumn;
  const viewColumn = columnOf(pages[side]) ?? vscode.ViewColumn.Active;
  const editor = await vscode.window.showTextDocument(pages[side], { viewColumn, preview: false });
  const other = pages[otherSide(side)];
  await vscode.window.showTextDocument(other, {
    viewColumn: columnOf(other) ?? vscode.ViewColumn.Beside,
    preserveFocus: true,
    preview: false,
  });
  const lock = makeLock();
  // Next to another page, lines wrap differently.
  lock.follow(side);
  const cursor = editor.selection.active;
  if (editor.visibleRanges.some((range) => range.contains(cursor))) lock.showCounterpart(side, cursor.line);
  return lock;
}

function summary(pairs: readonly ComparedPair[]): string {
  const counts = new Map<ReturnType<typeof differencesIn>[number]['state'], number>();
  for (const { state, count } of differencesIn(pairs)) counts.set(state, (counts.get(state) ?? 0) + count);
  if (counts.size === 0) return vscode.l10n.t('blocks match');
  return [...counts].map(([state, count]) => countOf(state, count)).join(', ');
}

function countOf(state: ReturnType<typeof differencesIn>[number]['state'], count: number): string {
  switch (state) {
    case 'missing':
      return vscode.l10n.t('{0} missing', count);
    case 'extra':
      return vscode.l10n.t('{0} extra', count);
    case 'moved':
      return vscode.l10n.t('{0} moved', count);
    case 'untranslated':
      return vscode.l10n.t('{0} not translated', count);
  }
}
