import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PageStatus, statusNotification } from '../server/lsp/protocol.ts';
import { selector } from './selector.ts';

export interface StatusItem extends vscode.Disposable {
  /** Shows what this client reports from now on. */
  follow(client: BaseLanguageClient): vscode.Disposable;
  /** What any client is told of a page. */
  readonly onDidTell: vscode.Event<PageStatus>;
  /** Shows that there is no server. */
  down(): void;
  /** Shows whether a person has paused it. */
  paused(isPaused: boolean): void;
}

/** A language status item: the number of findings, the time if checking was slow, or that nothing is checked. */
export function createStatus(): StatusItem {
  const item = vscode.languages.createLanguageStatusItem('yijiao', selector);
  item.name = 'Yijiao';
  const known = new Map<string, PageStatus>();
  const told = new vscode.EventEmitter<PageStatus>();
  let isDown = false;
  let isPaused = false;
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && !isPaused ? known.get(document.uri.toString()) : undefined;
    item.busy = status?.settled === false;
    item.text = isDown
      ? vscode.l10n.t('Yijiao: not running')
      : isPaused
        ? vscode.l10n.t('Yijiao: paused')
        : textOf(status);
    item.detail = status ? detailOf(status) : '';
    const isWarning = isPaused || status?.skipped !== undefined;
    item.severity = vscode.LanguageStatusSeverity[isDown ? 'Error' : isWarning ? 'Warning' : 'Information'];
    item.command = isDown
      ? { title: vscode.l10n.t('Restart'), command: 'yijiao.restartServer' }
      : isPaused
        ? { title: vscode.l10n.t('Resume'), command: 'yijiao.resume' }
        : { title: vscode.l10n.t('Show style'), command: 'yijiao.showStyle' };
  };
  const set = (down: boolean) => {
    known.clear();
    isDown = down;
    show();
  };
  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
  );
  set(false);
  return {
    onDidTell: told.event,
    down: () => set(true),
    paused(now) {
      isPaused = now;
      show();
    },
    follow(client) {
      set(false);
      return client.onNotification(statusNotification, (status: PageStatus) => {
        known.set(vscode.Uri.parse(status.uri).toString(), status);
        // Where there are Chinese pages there is a style to be shown.
        if (status.stylePages) void vscode.commands.executeCommand('setContext', 'yijiao.hasStyle', true);
        show();
        told.fire(status);
      });
    },
    dispose() {
      listeners.dispose();
      told.dispose();
      item.dispose();
    },
  };
}

function textOf(status: PageStatus | undefined): string {
  if (!status) return 'Yijiao';
  if (status.skipped) return vscode.l10n.t('Yijiao: not checked');
  return vscode.l10n.t('Yijiao: {0} found', status.findings);
}

function detailOf({ skipped, glossaryTerms, stylePages, duration }: PageStatus): string {
  if (skipped) return skipped;
  const facts = [
    vscode.l10n.t('{0} glossary terms', glossaryTerms),
    stylePages === 1 && vscode.l10n.t('style of 1 page'),
    stylePages !== undefined && stylePages > 1 && vscode.l10n.t('style of {0} pages', stylePages),
    duration > SLOW && vscode.l10n.t('checked in {0} ms', Math.round(duration)),
  ];
  return facts.filter(Boolean).join(' · ');
}

/** Milliseconds. Users notice a slower analysis while typing. */
const SLOW = 50;
