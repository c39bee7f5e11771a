import * as vscode from 'vscode';
import { commands } from '../server/lsp/protocol.ts';

/** The scheme of the links from findings: documents from the extension, shown rendered (see package.json). */
export const RULE_PAGES = 'yijiao-rule:/';

/** The pages of rules are part of the extension, so that they can be read offline. */
export function registerRulePages(context: vscode.ExtensionContext): void {
  const pageOf = (name: string) => vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', name);
  const open = async (rule: string) => {
    if (!/^[\w-]+$/.test(rule)) return;
    await vscode.commands.executeCommand('markdown.showPreviewToSide', pageOf(`${rule}.md`));
  };
  const content: vscode.TextDocumentContentProvider = {
    async provideTextDocumentContent({ path }) {
      const [name] = /^[\w-]+\.md$/.exec(path.slice(1)) ?? [];
      return name && new TextDecoder().decode(await vscode.workspace.fs.readFile(pageOf(name)));
    },
  };
  context.subscriptions.push(
    vscode.commands.registerCommand(commands.openRule, open),
    vscode.workspace.registerTextDocumentContentProvider(RULE_PAGES.split(':')[0]!, content),
  );
}
