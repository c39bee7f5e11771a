import * as vscode from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import {
  type CoverageParams,
  type CoverageResult,
  coverageChangedNotification,
  coverageRequest,
  type PageCoverage,
  type PageState,
  stopNotification,
} from '../../server/lsp/protocol.ts';
import { createFollower } from './follower.ts';

/**
 * The view “Translations”: the coverage of every page of the workspace. It is first filled on request, and then updated
 * after every change while it is visible.
 */
export function registerTranslations(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  let pages: readonly PageCoverage[] = [];
  const changed = new vscode.EventEmitter<void>();
  const tree = vscode.window.createTreeView<Node>(VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (node) => ('pages' in node ? groupItem(node) : pageItem(node)),
      getChildren: (node) => (node === undefined ? groupsOf(pages) : 'pages' in node ? [...node.pages] : []),
      getParent: (node) => ('pages' in node ? undefined : groupsOf(pages).find((group) => group.state === node.state)),
    },
  });

  const show = (results: readonly CoverageResult[]) => {
    pages = results.flatMap((result) => result.pages).map(withUri);
    tree.message = message(pages, results.some(isPartial));
    changed.fire();
  };
  const follower = createFollower(
    () => tree.visible,
    async (signal) => {
      void setLooking(true);
      // No notification for this, since it happens after each save. The view has a progress
      // bar, and its title a stop button.
      const results = await vscode.window
        .withProgress({ location: { viewId: VIEW } }, () => {
          const token = tokenOf(signal);
          return lookAtAll(client, folders(), { kept: true }, token, (percentage) => {
            tree.description = percentage > 0 ? `${percentage} %` : '';
          });
        })
        .then(undefined, () => []);
      tree.description = '';
      void setLooking(false);
      const isDone = !signal.aborted && results.length > 0 && !results.some(isPartial);
      if (isDone) show(results);
      return isDone;
    },
    PAUSE,
  );
  const refresh = async () => {
    show(await follower.instead(async () => lookSeen(client, folders(), {})));
    return pages;
  };
  const report = async (target?: vscode.Uri) => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!folder) return;
    const defaultUri = vscode.Uri.joinPath(folder.uri, 'translation-report.html');
    const file = target ?? (await vscode.window.showSaveDialog({ defaultUri, filters: { HTML: ['html'] } }));
    if (!file) return;
    const own = vscode.workspace.getWorkspaceFolder(file) ?? folder;
    const [result] = await lookSeen(client, [own], { report: true });
    if (!result?.report || result.isPartial) return;
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(result.report));
    const open = vscode.l10n.t('Open');
    const name = vscode.workspace.asRelativePath(file);
    // The command ends without waiting for an answer.
    void vscode.window.showInformationMessage(vscode.l10n.t('The report is in {0}.', name), open).then((answer) => {
      if (answer === open) void vscode.env.openExternal(file);
    });
  };
  context.subscriptions.push(
    tree,
    changed,
    follower,
    client.onNotification(coverageChangedNotification, () => follower.changed()),
    tree.onDidChangeVisibility(({ visible }) => follower.seen(visible)),
    vscode.commands.registerCommand('yijiao.refreshTranslations', refresh),
    vscode.commands.registerCommand('yijiao.stopLooking', () => follower.stop()),
    vscode.commands.registerCommand('yijiao.writeReport', report),
  );
  void hasTranslations().then((found) => vscode.commands.executeCommand('setContext', 'yijiao.hasTranslations', found));
}

const VIEW = 'yijiao.translations';
/** Milliseconds without a change before the coverage is updated. */
const PAUSE = 1000;

function setLooking(isLooking: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', 'yijiao.looking', isLooking);
}

function folders(): readonly vscode.WorkspaceFolder[] {
  return vscode.workspace.workspaceFolders ?? [];
}

function isPartial(result: CoverageResult): boolean {
  return result.isPartial;
}

type Told = CoverageResult['pages'][number];
type PageNode = Told & { readonly uri: vscode.Uri };
interface GroupNode {
  readonly state: PageState;
  readonly pages: readonly PageNode[];
}
type Node = GroupNode | PageNode;

function withUri(page: Told): PageNode {
  return { ...page, uri: vscode.Uri.parse((page.chinese ?? page.english)!) };
}

type Asked = Pick<CoverageParams, 'report' | 'kept'>;

/** Asks for each folder in turn. `tell` receives the percentage and the current path. */
async function lookAtAll(
  client: BaseLanguageClient,
  all: readonly vscode.WorkspaceFolder[],
  asked: Asked,
  token: vscode.CancellationToken,
  tell: (percentage: number, path: string) => void,
): Promise<CoverageResult[]> {
  const results: CoverageResult[] = [];
  for (const { uri, name } of all) {
    if (token.isCancellationRequested) break;
    const workDoneToken = `yijiao-coverage-${++number}`;
    const told = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== 'report') return;
      const percentage = Math.floor((100 * results.length + (value.percentage ?? 0)) / all.length);
      tell(percentage, value.message ?? name);
    });
    const params: CoverageParams = { folder: uri.toString(), ...asked, workDoneToken };
    // A request that is cancelled has no answer; one that is stopped has that of the pages it looked at.
    const stop = () => void client.sendNotification(stopNotification, { workDoneToken });
    const stopping = token.onCancellationRequested(stop);
    try {
      results.push(await client.sendRequest<CoverageResult>(coverageRequest, params));
    } finally {
      stopping.dispose();
      told.dispose();
    }
  }
  return results;
}

/** The same with visible progress and a way to stop. */
function lookSeen(
  client: BaseLanguageClient,
  all: readonly vscode.WorkspaceFolder[],
  asked: Asked,
): Thenable<CoverageResult[]> {
  const title = vscode.l10n.t('Looking at the translations');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    let done = 0;
    return lookAtAll(client, all, asked, token, (percentage, message) => {
      progress.report({ increment: percentage - done, message });
      done = percentage;
    });
  });
}

function tokenOf(signal: AbortSignal): vscode.CancellationToken {
  const source = new vscode.CancellationTokenSource();
  if (signal.aborted) source.cancel();
  signal.addEventListener('abort', () => source.cancel());
  return source.token;
}

let number = 0;

function groupsOf(pages: readonly PageCoverage[]): GroupNode[] {
  const nodes = pages as readonly PageNode[];
  return states
    .map((state) => ({ state, pages: nodes.filter((page) => page.state === state) }))
    .filter((group) => group.pages.length > 0);
}

/** In order of urgency. */
const states: readonly PageState[] = ['behind', 'incomplete', 'unknown', 'untranslated', 'noSource', 'inSync'];

const icons: Record<PageState, string> = {
  behind: 'history',
  incomplete: 'warning',
  untranslated: 'circle-slash',
  unknown: 'question',
  noSource: 'circle-large-outline',
  inSync: 'pass',
};

function groupItem({ state, pages }: GroupNode): vscode.TreeItem {
  const isOpen = state === 'behind' || state === 'incomplete';
  const item = new vscode.TreeItem(nameOf(state), vscode.TreeItemCollapsibleState[isOpen ? 'Expanded' : 'Collapsed']);
  item.id = state;
  item.description = String(pages.length);
  item.iconPath = new vscode.ThemeIcon(icons[state]);
  item.accessibilityInformation = { label: `${nameOf(state)}: ${pages.length}` };
  return item;
}

function pageItem(page: PageNode): vscode.TreeItem {
  const name = vscode.workspace.asRelativePath(page.uri);
  const item = new vscode.TreeItem(name);
  item.id = page.uri.toString();
  item.resourceUri = page.uri;
  item.iconPath = new vscode.ThemeIcon(icons[page.state]);
  item.description = detailsOf(page);
  const state = `${nameOf(page.state)}${item.description ? ` · ${item.description}` : ''}`;
  item.tooltip = [name, state, page.why].filter(Boolean).join('\n');
  item.accessibilityInformation = {
    label: [name, nameOf(page.state), item.description, page.why].filter(Boolean).join(', '),
  };
  item.contextValue = page.state;
  item.command =
    page.chinese && page.state !== 'noSource'
      ? { title: vscode.l10n.t('Compare'), command: 'yijiao.compare', arguments: [page.uri] }
      : { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [page.uri] };
  return item;
}

function detailsOf({ behind, missing, untranslated, extra, blocks, translated }: PageCoverage): string {
  const details = [
    behind === 1 && vscode.l10n.t('behind by 1 block'),
    behind > 1 && vscode.l10n.t('behind by {0} blocks', behind),
    missing > 0 && vscode.l10n.t('{0} missing', missing),
    untranslated === 1 && vscode.l10n.t('1 block untranslated'),
    untranslated > 1 && vscode.l10n.t('{0} blocks untranslated', untranslated),
    extra > 0 && vscode.l10n.t('{0} extra', extra),
    blocks > 0 && vscode.l10n.t('{0} of {1} blocks', translated, blocks),
  ];
  return details.filter(Boolean).join(' · ');
}

function nameOf(state: PageState): string {
  switch (state) {
    case 'behind':
      return vscode.l10n.t('Behind');
    case 'incomplete':
      return vscode.l10n.t('Incomplete');
    case 'unknown':
      return vscode.l10n.t('Not known');
    case 'untranslated':
      return vscode.l10n.t('Not translated');
    case 'noSource':
      return vscode.l10n.t('No source');
    case 'inSync':
      return vscode.l10n.t('In sync');
  }
}

function message(pages: readonly Told[], wasCancelled: boolean): string | undefined {
  if (wasCancelled) return vscode.l10n.t('Cancelled: {0} pages were looked at.', pages.length);
  if (pages.length === 0) return vscode.l10n.t('No translation was found in this workspace.');
  // A reason that applies to all pages goes above the list; other reasons go into tooltips.
  const paired = pages.filter(({ chinese, english }) => chinese && english);
  const [first] = paired;
  return first?.unknown && paired.every(({ unknown }) => unknown === first.unknown) ? first.why : undefined;
}

// By file names only: nothing is read before the user asks.
async function hasTranslations(): Promise<boolean> {
  const tags = '{zh,cn,CN,zh-CN,zh-cn,zh_CN,zh_cn,zh-Hans,zh-hans,zh-TW,zh-tw,zh_TW,zh-Hant,zh-hant}';
  for (const pattern of [`**/*[_.-]${tags}.{md,mdx,markdown}`, `**/${tags}/**/*.{md,mdx,markdown}`]) {
    if ((await vscode.workspace.findFiles(pattern, '**/node_modules/**', 1)).length > 0) return true;
  }
  return false;
}
