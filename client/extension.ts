import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { commands, type InitializationOptions, trustNotification } from '../server/lsp/protocol.ts';
import { registerChanges } from './changes.ts';
import { registerCompare, rememberedSources } from './compare.ts';
import { answerFileRequests } from './files.ts';
import { registerFixAll } from './fix-all.ts';
import { registerGlossaryCommands } from './glossary.ts';
import { decorateHover } from './hover.ts';
import { registerOffer } from './offer-terms.ts';
import { RULE_PAGES, registerRulePages } from './rule-pages.ts';
import { selector } from './selector.ts';
import { registerStatus } from './status.ts';
import { registerTranslations } from './translations.ts';
import { registerVirtualPages } from './virtual-pages.ts';

/** Makes a client with these options: a child process or a web worker, as the place demands. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** The whole story of the extension: start the server, then each feature. */
export async function activateWith(context: vscode.ExtensionContext, makeClient: MakeClient, segmenter?: string) {
  const log = vscode.window.createOutputChannel('Yijiao', { log: true });
  context.subscriptions.push(log);
  const initializationOptions: InitializationOptions = {
    clientFiles: true,
    status: true,
    commands: Object.values(commands),
    rulePages: RULE_PAGES,
    trusted: vscode.workspace.isTrusted,
    chosenSources: rememberedSources(context),
    ...(segmenter ? { segmenter } : {}),
  };
  const client = makeClient({
    documentSelector: [...selector, { scheme: 'file', pattern: '**/.yijiao.jsonc' }],
    outputChannel: log,
    initializationOptions,
    middleware: { provideHover: decorateHover },
  });
  answerFileRequests(client);
  registerStatus(context, client, log);
  registerVirtualPages(context, client);
  registerCompare(context, client);
  registerChanges(context, client);
  registerTranslations(context, client);
  registerGlossaryCommands(context, client, log);
  registerOffer(context, client);
  registerRulePages(context);
  registerFixAll(context, client, log);
  try {
    await client.start();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    const show = vscode.l10n.t('Show log');
    const message = vscode.l10n.t(
      'Yijiao could not start its language server. Reload the window, or look into the log.',
    );
    if ((await vscode.window.showErrorMessage(message, show)) === show) log.show();
    return;
  }
  context.subscriptions.push(
    { dispose: () => void client.stop() },
    vscode.workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(trustNotification)),
  );
}
