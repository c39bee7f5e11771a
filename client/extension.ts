import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { commands, type InitializationOptions, trustNotification } from '../server/lsp/protocol.ts';
import { registerChanges } from './compare/changes.ts';
import { registerCompare, rememberedSources } from './compare/compare.ts';
import { answerFileRequests } from './files.ts';
import { registerFixAll } from './fix-all.ts';
import { registerGlossaryCommands } from './glossary/glossary.ts';
import { decorateHover } from './glossary/hover.ts';
import { registerOffer } from './glossary/offer-terms.ts';
import { createJsonFaults } from './json-faults.ts';
import { followPages } from './page-at-hand.ts';
import { isPaused, registerPause } from './pause.ts';
import { registerProject } from './project/project.ts';
import { RULE_PAGES, registerRulePages } from './rules/rule-pages.ts';
import { selector, settingsSelector } from './selector.ts';
import { createStatus, type StatusItem } from './status.ts';
import { registerStyle } from './style/style.ts';
import { registerInsertAll } from './translate/insert-all.ts';
import { registerProgress } from './translate/progress.ts';
import { registerStart } from './translate/start.ts';
import { registerTranslations } from './translations/translations.ts';
import { registerVirtualPages } from './virtual-pages.ts';
import { registerVisible } from './visible.ts';
import { type MakeClient, watchedClient } from './watched.ts';
import { registerWelcome } from './welcome/welcome.ts';

/**
 * Starts the server and registers every feature that uses it. A restart disposes of everything and starts again with a
 * new client, because a client that failed to start cannot be started again.
 */
export async function activateWith(context: vscode.ExtensionContext, makeClient: MakeClient, segmenter?: string) {
  const log = vscode.window.createOutputChannel('Yijiao', { log: true });
  const status = createStatus();
  let running: vscode.Disposable | undefined;
  const start = async () => {
    running?.dispose();
    const subscriptions: vscode.Disposable[] = [];
    const own: vscode.ExtensionContext = Object.create(context, { subscriptions: { value: subscriptions } });
    // Report a failure once, however often it occurs.
    let isOver = false;
    const failed = (reason: string) => {
      if (isOver) return;
      isOver = true;
      // After the client's own output, so that users see this first.
      log.error(`The language server is not running: ${reason}`);
      status.down();
      void tell(log);
    };
    running = {
      dispose() {
        isOver = true;
        for (const one of subscriptions.splice(0)) one.dispose();
      },
    };
    try {
      const client = watchedClient(makeClient, optionsOf(own, log, segmenter), failed);
      subscriptions.push({ dispose: () => void client.dispose().catch(() => {}) }, status.follow(client));
      registerAll(own, client, log, status);
      registerWelcome(own, client, status.onDidTell);
      await client.start();
    } catch (error) {
      failed(error instanceof Error ? error.message : String(error));
    }
  };
  context.subscriptions.push(
    log,
    status,
    vscode.commands.registerCommand('yijiao.showLog', () => log.show()),
    vscode.commands.registerCommand('yijiao.restartServer', start),
    { dispose: () => running?.dispose() },
  );
  await start();
}

function optionsOf(context: vscode.ExtensionContext, log: vscode.LogOutputChannel, segmenter: string | undefined) {
  // Read at each start, since trust and chosen sources may have changed.
  const initializationOptions = (): InitializationOptions => ({
    clientFiles: true,
    status: true,
    pages: selector,
    commands: Object.values(commands),
    rulePages: RULE_PAGES,
    // Chinese where this client has Chinese words, so that no two languages stand side by side.
    language: vscode.l10n.bundle ? 'zh' : 'en',
    trusted: vscode.workspace.isTrusted,
    paused: isPaused(context),
    chosenSources: rememberedSources(context),
    ...(segmenter ? { segmenter } : {}),
  });
  const jsonFaults = createJsonFaults();
  context.subscriptions.push(jsonFaults);
  return {
    documentSelector: [...selector, ...settingsSelector],
    outputChannel: log,
    initializationOptions,
    middleware: { provideHover: decorateHover, handleDiagnostics: jsonFaults.handleDiagnostics },
  };
}

function registerAll(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  log: vscode.LogOutputChannel,
  status: StatusItem,
): void {
  answerFileRequests(client);
  followPages(context);
  registerVirtualPages(context, client);
  registerVisible(context, client);
  registerCompare(context, client);
  registerChanges(context, client);
  registerTranslations(context, client);
  registerStyle(context, client, log);
  registerStart(context, client);
  registerInsertAll(context, client);
  registerProgress(context, client);
  registerGlossaryCommands(context, client, log);
  registerOffer(context, client);
  registerRulePages(context);
  registerFixAll(context, client, log);
  registerPause(context, client, status);
  registerProject(context, client, log);
  context.subscriptions.push(
    // A server that is not running yet will learn this at its start.
    vscode.workspace.onDidGrantWorkspaceTrust(
      () => client.isRunning() && void client.sendNotification(trustNotification),
    ),
  );
}

async function tell(log: vscode.LogOutputChannel): Promise<void> {
  const restart = vscode.l10n.t('Restart');
  const show = vscode.l10n.t('Show log');
  const message = vscode.l10n.t(
    'The language server of Yijiao is not running, so no page is checked. Restart it, or look into the log for the reason.',
  );
  const answer = await vscode.window.showErrorMessage(message, restart, show);
  if (answer === restart) await vscode.commands.executeCommand('yijiao.restartServer');
  if (answer === show) log.show();
}
