import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PageProgress, type Stop, type SyncResult, syncRequest } from '../../server/lsp/protocol.ts';
import { isPage } from '../selector.ts';
import { nextStop, progressOf, rangeOf, select } from './stops.ts';

/** How far the translation in the editor has come, in the status bar, and the way to what is next. */
export function registerProgress(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const item = vscode.window.createStatusBarItem('yijiao.progress', vscode.StatusBarAlignment.Right, 201);
  item.name = vscode.l10n.t('Yijiao: progress of the translation');
  let shown: { readonly uri: vscode.Uri; readonly progress: PageProgress } | undefined;
  // Pages that were open at some time: only where the last block has just been translated there is something to offer.
  const begun = new Set<string>();
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (uri: vscode.Uri | undefined, progress: PageProgress | undefined, isOffering: boolean) => {
    shown = uri && progress ? { uri, progress } : undefined;
    void vscode.commands.executeCommand('setContext', 'yijiao.translating', (progress?.stops.length ?? 0) > 0);
    if (!uri || !progress) return item.hide();
    Object.assign(item, wordsOf(uri, progress, isOffering));
    item.show();
  };
  const refresh = async () => {
    clearTimeout(timer);
    const number = ++asked;
    const uri = pageShown(shown?.progress);
    const progress = uri && (await progressOf(client, uri, false));
    if (number !== asked) return;
    const isOpen = progress !== undefined && progress.translated < progress.blocks;
    if (uri && isOpen) begun.add(uri.toString());
    const isOffering = uri !== undefined && !isOpen && begun.has(uri.toString()) && (await canSync(client, uri));
    if (number === asked) show(uri, progress, isOffering);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), PAUSE);
  };

  const next = async (page?: PageArgument) => {
    const uri = uriOf(page) ?? pageShown(shown?.progress);
    if (!uri) return tell(vscode.l10n.t('Open a Chinese page first.'));
    let progress = await progressOf(client, uri);
    if (!progress)
      return tell(vscode.l10n.t('No English source of {0} was found.', vscode.workspace.asRelativePath(uri)));
    const editor = editorOf(uri);
    const written = editor && markOf(progress, editor.selection.active.line);
    // The cursor stands in what was written under a mark: the mark has done its work.
    if (written && (await takeAway(uri, rangeOf(written)))) progress = (await progressOf(client, uri)) ?? progress;
    void refresh();
    const stop = nextStop(progress.stops, editorOf(uri)?.selection ?? new vscode.Selection(0, 0, 0, 0));
    if (stop) await select(uri, stop);
    vscode.window.setStatusBarMessage(stop ? wordsFor(stop, progress) : complete(progress), SHOWN);
  };
  const goOn = async (page?: PageArgument) => {
    const uri = uriOf(page) ?? pageShown(shown?.progress);
    if (!uri) return tell(vscode.l10n.t('Open a Chinese page first.'));
    const english = shown && shown.uri.toString() === uri.toString() ? shown.progress.pages.english : undefined;
    const isBeside = english !== undefined && editorOf(vscode.Uri.parse(english)) !== undefined;
    if (!isBeside || !editorOf(uri)) await vscode.commands.executeCommand('yijiao.compare', uri);
    return next(uri);
  };
  // Names and other words that stay: without its mark a block counts as translated.
  const leave = async () => {
    const uri = pageShown(shown?.progress);
    const line = uri && editorOf(uri)?.selection.active.line;
    const progress = uri && (await progressOf(client, uri));
    const stop = progress?.stops.find(
      ({ mark, range }) => mark && line !== undefined && mark.start.line <= line && line <= range.end.line,
    );
    if (!uri || !stop?.mark) return tell(vscode.l10n.t('Put the cursor into a block under a mark first.'));
    if (await takeAway(uri, rangeOf({ range: stop.mark }))) await next(uri);
    return undefined;
  };
  context.subscriptions.push(
    item,
    vscode.commands.registerCommand('yijiao.leaveBlock', leave),
    vscode.commands.registerCommand('yijiao.nextUntranslated', next),
    vscode.commands.registerCommand('yijiao.continueTranslation', goOn),
    vscode.window.onDidChangeActiveTextEditor(() => void refresh()),
    vscode.window.onDidChangeVisibleTextEditors(later),
    // What is committed or pulled meanwhile is seen when the window is used again.
    vscode.workspace.onDidSaveTextDocument(later),
    vscode.window.onDidChangeWindowState(({ focused }) => focused && later()),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const key = document.uri.toString();
      const isOurs = shown ? [shown.uri.toString(), shown.progress.pages.english].includes(key) : isPage(document);
      if (contentChanges.length > 0 && isOurs) later();
    }),
    client.onDidChangeState(later),
    { dispose: () => clearTimeout(timer) },
  );
}

/** Milliseconds without a change after which blocks are counted. */
const PAUSE = 300;
/** Milliseconds for which a word stands in the status bar. */
const SHOWN = 5000;

/** A menu gives a page or what stands for it in a view; the palette means the page in the editor. */
type PageArgument = vscode.Uri | { readonly uri?: vscode.Uri };

function uriOf(page: PageArgument | undefined): vscode.Uri | undefined {
  return page instanceof vscode.Uri ? page : page?.uri;
}

/** The page in the editor; beside it, where the source has the keyboard, its translation. */
function pageShown(progress: PageProgress | undefined): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !isPage(document)) return undefined;
  const chinese = progress && vscode.Uri.parse(progress.pages.chinese);
  const isSource = document.uri.toString() === progress?.pages.english;
  return isSource && chinese && editorOf(chinese) ? chinese : document.uri;
}

function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

function markOf({ stops }: PageProgress, line: number): Stop | undefined {
  return stops.find(({ why, lines }) => why === 'done' && lines && lines.from <= line && line <= lines.to);
}

async function takeAway(uri: vscode.Uri, range: vscode.Range): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.delete(uri, range);
  return vscode.workspace.applyEdit(edit);
}

// Whether there is a mark to be set: git is asked only when the last block is done.
async function canSync(client: BaseLanguageClient, uri: vscode.Uri): Promise<boolean> {
  const result = await client.sendRequest<SyncResult>(syncRequest, { uri: uri.toString() }).catch(() => undefined);
  return result?.edit !== undefined || result?.reason === 'committing';
}

type Words = Pick<vscode.StatusBarItem, 'text' | 'tooltip' | 'command' | 'accessibilityInformation'>;

function wordsOf(uri: vscode.Uri, { blocks, translated, stops }: PageProgress, isOffering: boolean): Words {
  const count = vscode.l10n.t('{0} of {1} blocks', translated, blocks);
  const isDone = translated === blocks;
  const sync = vscode.l10n.t('Mark as Synced');
  const [title, command] = isOffering
    ? [sync, 'yijiao.markSynced']
    : stops.length > 0
      ? [vscode.l10n.t('Go to the next block'), 'yijiao.continueTranslation']
      : [vscode.l10n.t('Compare'), 'yijiao.compare'];
  const state = isDone
    ? vscode.l10n.t('All {0} blocks are translated.', blocks)
    : vscode.l10n.t('{0} of {1} blocks are translated.', translated, blocks);
  const tooltip = `${state} ${title}`;
  return {
    text: `$(${isDone ? 'pass' : 'checklist'}) ${count}${isOffering ? ` · ${sync}` : ''}`,
    tooltip,
    command: { title, command, arguments: [uri] },
    accessibilityInformation: { label: tooltip, role: 'button' },
  };
}

function wordsFor({ why }: Stop, { blocks, translated }: PageProgress): string {
  const left = vscode.l10n.t('{0} of {1} blocks are translated.', translated, blocks);
  switch (why) {
    case 'missing':
      return `${left} ${vscode.l10n.t('A block is missing here: write it, or insert the English with Insert Missing Block.')}`;
    case 'empty':
      return `${left} ${vscode.l10n.t('Write the Chinese here.')}`;
    case 'done':
      return `${left} ${vscode.l10n.t('What stands under this mark is translated: delete the mark.')}`;
    default:
      return `${left} ${vscode.l10n.t('The English is selected: write over it.')}`;
  }
}

function complete({ blocks }: PageProgress): string {
  return vscode.l10n.t('All {0} blocks are translated.', blocks);
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}
