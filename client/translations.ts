import * as vscode from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import {
  type CoverageParams,
  type CoverageResult,
  coverageRequest,
  type PageCoverage,
  type PageState,
} from '../server/lsp/protocol.ts';

/** The view “Translations”: how every page of the workspace stands to its source, looked at when a person asks for it. */
export function registerTranslations(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  let pages: readonly PageCoverage[] = [];
  const changed = new vscode.EventEmitter<void>();
  const tree = vscode.window.createTreeView<Node>('yijiao.translations', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (node) => ('pages' in node ? groupItem(node) : pageItem(node)),
      getChildren: (node) => (node === undefined ? groupsOf(pages) : 'pages' in node ? [...node.pages] : []),
      getParent: (node) => ('pages' in node ? undefined : groupsOf(pages).find((group) => group.state === node.state)),
    },
  });

  const refresh = async () => {
    const results = await lookAtAll(client, false);
    pages = results.flatMap((result) => result.pages).map(withUri);
    const isPartial = results.some((result) => result.isPartial);
    tree.message = message(pages, isPartial);
    changed.fire();
    return pages;
  };
  const report = async (target?: vscode.Uri) => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (!folder) return;
    const defaultUri = vscode.Uri.joinPath(folder.uri, 'translation-report.html');
    const file = target ?? (await vscode.window.showSaveDialog({ defaultUri, filters: { HTML: ['html'] } }));
    if (!file) return;
    const results = await lookAtAll(client, true, file);
    const [{ report: html, isPartial } = {}] = results;
    if (!html || isPartial) return;
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(html));
    const open = vscode.l10n.t('Open');
    const name = vscode.workspace.asRelativePath(file);
    // The command is done, whether or when somebody answers.
    void vscode.window.showInformationMessage(vscode.l10n.t('The report is in {0}.', name), open).then((answer) => {
      if (answer === open) void vscode.env.openExternal(file);
    });
  };
  context.subscriptions.push(
    tree,
    changed,
    vscode.commands.registerCommand('yijiao.refreshTranslations', refresh),
    vscode.commands.registerCommand('yijiao.writeReport', report),
  );
  void hasTranslations().then((found) => vscode.commands.executeCommand('setContext', 'yijiao.hasTranslations', found));
}

type PageNode = PageCoverage & { readonly uri: vscode.Uri };
interface GroupNode {
  readonly state: PageState;
  readonly pages: readonly PageNode[];
}
type Node = GroupNode | PageNode;

function withUri(page: PageCoverage): PageNode {
  return { ...page, uri: vscode.Uri.parse((page.chinese ?? page.english)!) };
}

/** Asks for each folder of the workspace in turn, or for that of a report alone, where a person sees it and can stop it. */
async function lookAtAll(client: BaseLanguageClient, report: boolean, file?: vscode.Uri): Promise<CoverageResult[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const own = file && (vscode.workspace.getWorkspaceFolder(file) ?? folders[0]);
  const title = vscode.l10n.t('Looking at the translations');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const results: CoverageResult[] = [];
    for (const { uri, name } of own ? [own] : folders) {
      if (token.isCancellationRequested) break;
      const workDoneToken = `yijiao-coverage-${++number}`;
      let done = 0;
      const told = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind !== 'report') return;
        const percentage = value.percentage ?? done;
        progress.report({ increment: (percentage - done) / folders.length, message: value.message ?? name });
        done = percentage;
      });
      const params: CoverageParams = { folder: uri.toString(), report, workDoneToken };
      results.push(await client.sendRequest<CoverageResult>(coverageRequest, params, token));
      told.dispose();
    }
    return results;
  });
}

let number = 0;

function groupsOf(pages: readonly PageCoverage[]): GroupNode[] {
  const nodes = pages as readonly PageNode[];
  return states
    .map((state) => ({ state, pages: nodes.filter((page) => page.state === state) }))
    .filter((group) => group.pages.length > 0);
}

/** What wants work comes first. */
const states: readonly PageState[] = ['behind', 'incomplete', 'untranslated', 'noSource', 'inSync'];

const icons: Record<PageState, string> = {
  behind: 'history',
  incomplete: 'warning',
  untranslated: 'circle-slash',
  noSource: 'question',
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
  item.tooltip = `${name}\n${nameOf(page.state)}${item.description ? ` · ${item.description}` : ''}`;
  item.accessibilityInformation = { label: `${name}, ${nameOf(page.state)}, ${item.description}` };
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
    blocks > 0 && `${translated}/${blocks}`,
  ];
  return details.filter(Boolean).join(' · ');
}

function nameOf(state: PageState): string {
  switch (state) {
    case 'behind':
      return vscode.l10n.t('Behind');
    case 'incomplete':
      return vscode.l10n.t('Incomplete');
    case 'untranslated':
      return vscode.l10n.t('Not translated');
    case 'noSource':
      return vscode.l10n.t('No source');
    case 'inSync':
      return vscode.l10n.t('In sync');
  }
}

function message(pages: readonly PageCoverage[], isPartial: boolean): string | undefined {
  if (isPartial) return vscode.l10n.t('Cancelled: {0} pages were looked at.', pages.length);
  return pages.length === 0 ? vscode.l10n.t('No translation was found in this workspace.') : undefined;
}

// By the names of files alone: nothing is read before a person asks.
async function hasTranslations(): Promise<boolean> {
  const tags = '{zh,cn,CN,zh-CN,zh-cn,zh_CN,zh_cn,zh-Hans,zh-hans,zh-TW,zh-tw,zh_TW,zh-Hant,zh-hant}';
  for (const pattern of [`**/*[_.-]${tags}.{md,mdx,markdown}`, `**/${tags}/**/*.{md,mdx,markdown}`]) {
    if ((await vscode.workspace.findFiles(pattern, '**/node_modules/**', 1)).length > 0) return true;
  }
  return false;
}
