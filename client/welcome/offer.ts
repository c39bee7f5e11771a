import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PageStatus } from '../../server/lsp/protocol.ts';
import { listTranslations } from '../translations/pick-translation.ts';

/**
 * Says once, in a workspace that holds translations, what can be done with them: after the first page was checked, or a while after
 * the start. Nobody is asked twice.
 */
export function offerOnce(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  onDidTell: vscode.Event<PageStatus>,
): void {
  let isOver = false;
  const end = () => {
    isOver = true;
    clearTimeout(timer);
  };
  const now = () => {
    if (isOver || !client.isRunning() || !isWelcome(context)) return;
    end();
    // Nobody has asked for it, so nobody hears that it failed.
    offer(context, client).catch(() => {});
  };
  const timer = setTimeout(now, CALM);
  context.subscriptions.push(
    onDidTell(({ settled }) => settled && now()),
    { dispose: end },
  );
}

async function offer(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const { pages, isMore } = await listTranslations(client, MAX_COUNTED);
  if (pages.length === 0) return;
  await context.workspaceState.update(OFFERED, true);
  const actions: Record<string, () => unknown> = {
    [vscode.l10n.t('Compare')]: () => vscode.commands.executeCommand('yijiao.compare'),
    [vscode.l10n.t('Look at All')]: async () => {
      // Settings may lead to sources that the view does not expect by the names of files.
      await vscode.commands.executeCommand('setContext', 'yijiao.hasTranslations', true);
      await vscode.commands.executeCommand('yijiao.translations.focus');
      await vscode.commands.executeCommand('yijiao.refreshTranslations');
    },
    [vscode.l10n.t('Learn the Style')]: () => vscode.commands.executeCommand('yijiao.showStyle'),
    [vscode.l10n.t('Never Show Again')]: () => context.globalState.update(OFFERED, true),
  };
  const answer = await vscode.window.showInformationMessage(found(pages.length, isMore), ...Object.keys(actions));
  if (answer) await actions[answer]?.();
}

function found(count: number, isMore: boolean): string {
  const what = vscode.l10n.t(
    'Compare one with its English, look at how all of them stand, or see the style that they keep.',
  );
  if (isMore) return `${vscode.l10n.t('More than {0} translations found.', count)} ${what}`;
  return `${count === 1 ? vscode.l10n.t('1 translation found.') : vscode.l10n.t('{0} translations found.', count)} ${what}`;
}

function isWelcome({ workspaceState, globalState }: vscode.ExtensionContext): boolean {
  if (!vscode.workspace.isTrusted || !vscode.workspace.workspaceFolders?.length) return false;
  if (workspaceState.get(OFFERED) || globalState.get(OFFERED)) return false;
  // Whoever wants no walkthrough when an extension is installed wants no offer either.
  const settings = vscode.workspace.getConfiguration('workbench.welcomePage.walkthroughs');
  if (settings.get('openOnInstall') === false) return false;
  // A walkthrough, like the page of an extension, has no input: whoever looks at one is not disturbed.
  return vscode.window.tabGroups.all.every(({ activeTab }) => !activeTab || activeTab.input);
}

const OFFERED = 'offered';
/** Milliseconds after which a start is over. */
const CALM = 15_000;
const MAX_COUNTED = 1000;
