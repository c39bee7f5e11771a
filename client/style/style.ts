import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type StyleExampleInfo,
  type StyleResult,
  styleChangedNotification,
  styleExamplesRequest,
  styleRequest,
} from '../../server/lsp/protocol.ts';
import { isPage } from '../selector.ts';
import { createFollower } from '../translations/follower.ts';
import { configureRule } from './configure-rule.ts';
import { childrenOf, examplesOf, groupsOf, itemOf, messageOf, type Node, type StyleNode } from './nodes.ts';
import { chooseProfile, type Settling, settlePoint, writeFirst } from './settle.ts';

/**
 * The view “Style”: what the project does, point by point, and where that comes from. It is looked at when it is seen, and again
 * whenever the settings or what is known of the pages change.
 */
export function registerStyle(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  log: vscode.LogOutputChannel,
): void {
  let styles: readonly StyleNode[] = [];
  // Folders of pages that have been active: a page may belong to a project of its own.
  const known = new Set<string>();
  const changed = new vscode.EventEmitter<void>();
  const tree = vscode.window.createTreeView<Node>(VIEW, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: itemOf,
      getChildren(node) {
        if (node === undefined) return styles.length === 1 ? groupsOf(styles[0]!) : [...styles];
        return node.kind === 'value' ? examples(node) : childrenOf(node);
      },
    },
  });
  const examples = async (node: Node & { kind: 'value' }) => {
    const { of, point, value } = node;
    const params = { uri: of.uri, point: point.id, value: value.value };
    return examplesOf(node, await client.sendRequest<StyleExampleInfo[]>(styleExamplesRequest, params));
  };
  const look = async (again: boolean) => {
    const found = new Map<string, StyleNode>();
    const ask = async (uri: string, anew: boolean) => {
      const style = await client.sendRequest<StyleResult>(styleRequest, { uri, again: anew });
      if (anew || !found.has(style.root)) found.set(style.root, { kind: 'style', uri, style });
    };
    // What was shown once stays, also when another page is active.
    for (const uri of new Set([...pagesToAsk(client), ...styles.map((one) => one.uri)])) await ask(uri, false);
    if (again) for (const { uri } of [...found.values()]) await ask(uri, true);
    styles = [...found.values()];
    const [only, ...others] = styles;
    tree.message = only && others.length === 0 ? messageOf(only.style) : undefined;
    changed.fire();
  };
  const seen = (again: boolean) => vscode.window.withProgress({ location: { viewId: VIEW } }, () => look(again));
  const follower = createFollower(
    () => tree.visible,
    async () => {
      try {
        await seen(false);
        return true;
      } catch (error) {
        log.error(error instanceof Error ? error : String(error));
        tree.message = vscode.l10n.t('The style could not be looked at. Look again, or see the log.');
        return false;
      }
    },
    PAUSE,
  );
  const command = <Arguments extends unknown[]>(name: string, run: (...args: Arguments) => Promise<unknown>) =>
    vscode.commands.registerCommand(name, async (...args: Arguments) => {
      try {
        await run(...args);
      } catch (error) {
        log.error(error instanceof Error ? error : String(error));
        const show = vscode.l10n.t('Show log');
        const message = vscode.l10n.t('Yijiao could not do this. Run the command again, or look into the log.');
        // Nobody has to answer before the command is done.
        void vscode.window.showErrorMessage(message, show).then((answer) => answer === show && log.show());
      }
    });
  context.subscriptions.push(
    tree,
    changed,
    follower,
    client.onNotification(styleChangedNotification, () => follower.changed()),
    tree.onDidChangeVisibility(({ visible }) => follower.seen(visible)),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      const folder = isPage(editor?.document) && vscode.Uri.joinPath(editor!.document.uri, '..').toString();
      if (!folder || known.has(folder)) return;
      known.add(folder);
      follower.changed();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      styles = [];
      follower.changed();
    }),
    command('yijiao.showStyle', async () => {
      // The view is hidden where nothing is known to be Chinese.
      await vscode.commands.executeCommand('setContext', 'yijiao.hasStyle', true);
      await vscode.commands.executeCommand(`${VIEW}.focus`);
    }),
    command('yijiao.refreshStyle', () => follower.instead(async () => seen(true))),
    command('yijiao.settleStyle', async (about?: Node | string, point?: string) => {
      const settling = await settlingOf(client, about, point);
      if (settling) await settlePoint(client, settling);
    }),
    command('yijiao.chooseProfile', async (about?: Node) => {
      const uri = await uriOf(client, about);
      if (uri) await chooseProfile(client, uri);
    }),
    command('yijiao.configureRule', async (about?: Node) => {
      const uri = await uriOf(client, about);
      if (uri) await configureRule(client, uri, about?.kind === 'rule' ? about.rule.id : undefined);
    }),
    command('yijiao.writeSettings', async (about?: Node) => {
      const uri = await uriOf(client, about);
      if (uri) await writeFirst(client, uri);
    }),
  );
  follower.changed();
}

const VIEW = 'yijiao.style';
/** Milliseconds without a change after which the style is asked for again. */
const PAUSE = 300;

// One name in each folder leads to its project; a page that lies elsewhere has one of its own.
function pagesToAsk(client: BaseLanguageClient): string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(pageIn);
  const document = vscode.window.activeTextEditor?.document;
  const isOwn = isPage(document) && !document!.isUntitled;
  return [...folders, ...(isOwn ? [document!.uri] : [])].map((uri) => client.code2ProtocolConverter.asUri(uri));
}

function pageIn({ uri }: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(uri, 'x.md');
}

async function settlingOf(
  client: BaseLanguageClient,
  about: Node | string | undefined,
  point: string | undefined,
): Promise<Settling | undefined> {
  if (typeof about === 'string') return { uri: about, point };
  const uri = await uriOf(client, about);
  if (!uri) return undefined;
  if (about?.kind === 'value') return { uri, point: about.point.id, value: about.value.value };
  return { uri, point: about?.kind === 'point' ? about.point.id : undefined };
}

/** A page of the project that a command is about: that of the node, of the active page, or of a folder that a person chooses. */
async function uriOf(client: BaseLanguageClient, about: Node | undefined): Promise<string | undefined> {
  if (about?.kind === 'style') return about.uri;
  if (about && 'of' in about) return about.of.uri;
  const document = vscode.window.activeTextEditor?.document;
  if (isPage(document)) return client.code2ProtocolConverter.asUri(document!.uri);
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (folder) return client.code2ProtocolConverter.asUri(pageIn(folder));
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder or a Markdown page first.'));
  }
  return undefined;
}
