import * as vscode from 'vscode';
import { commands } from '../../server/lsp/protocol.ts';
import { withFirst } from './own-language.ts';

/** Where the link of a finding leads: documents that are read from the extension, and shown rendered (see package.json). */
export const RULE_PAGES = 'yijiao-rule:/';

const SCHEME = RULE_PAGES.split(':')[0]!;

/**
 * The page of a rule comes with the extension, so that it can be read without a network. It stands beside what one writes, and stays the
 * page of that rule until the page of another takes its place.
 */
export function registerRulePages(context: vscode.ExtensionContext): void {
  const open = async (rule: string) => {
    if (!/^[\w-]+$/.test(rule)) return;
    const uri = vscode.Uri.parse(`${RULE_PAGES}${rule}.md`);
    await vscode.commands.executeCommand('vscode.openWith', uri, PREVIEW, {
      viewColumn: columnFor(),
      preserveFocus: vscode.workspace.getConfiguration('editor').get('accessibilitySupport') !== 'on',
      preview: true,
    });
  };
  const content: vscode.TextDocumentContentProvider = {
    async provideTextDocumentContent({ path }) {
      const [name] = /^[\w-]+\.md$/.exec(path.slice(1)) ?? [];
      if (!name) return undefined;
      const file = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', name);
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      return withFirst(page, vscode.l10n.bundle ? 'zh' : 'en');
    },
  };
  // The link of a finding is opened by VS Code, on top of what one writes.
  let writing = vscode.window.activeTextEditor?.viewColumn;
  const aside = async (tab: vscode.Tab) => {
    const rule = ruleOf(tab);
    if (!rule || tab.group.viewColumn !== writing || !hasText(tab.group)) return;
    await vscode.window.tabGroups.close(tab);
    await open(rule);
  };
  context.subscriptions.push(
    vscode.commands.registerCommand(commands.openRule, open),
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, content),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      writing = editor?.viewColumn ?? writing;
    }),
    vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      // Whoever moves it there wants it there.
      if (!closed.some(ruleOf)) for (const tab of opened) void aside(tab);
    }),
  );
}

const PREVIEW = 'vscode.markdown.preview.editor';

function ruleOf({ input }: vscode.Tab): string | undefined {
  if (!(input instanceof vscode.TabInputCustom) || input.uri.scheme !== SCHEME) return undefined;
  return /^\/([\w-]+)\.md$/.exec(input.uri.path)?.[1];
}

function hasText({ tabs }: vscode.TabGroup): boolean {
  return tabs.some(({ input }) => input instanceof vscode.TabInputText);
}

/** Where the page of another rule stands; else beside what one writes, or beside both pages of a comparison. */
function columnFor(): vscode.ViewColumn {
  const before = vscode.window.tabGroups.all.find((group) => group.tabs.some(ruleOf) && !hasText(group));
  if (before) return before.viewColumn;
  const columns = new Set(vscode.window.visibleTextEditors.flatMap(({ viewColumn }) => viewColumn ?? []));
  return columns.size > 1 ? Math.min(Math.max(...columns) + 1, vscode.ViewColumn.Nine) : vscode.ViewColumn.Beside;
}
