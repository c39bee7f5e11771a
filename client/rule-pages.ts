import * as vscode from 'vscode';
import { commands } from '../server/lsp/protocol.ts';

/** Opens the page of a rule, which comes with the extension, as a rendered preview. */
export function registerRulePages(context: vscode.ExtensionContext): void {
  const open = async (rule: string) => {
    if (!/^[\w-]+$/.test(rule)) return;
    const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`);
    await vscode.commands.executeCommand('markdown.showPreviewToSide', page);
  };
  context.subscriptions.push(vscode.commands.registerCommand(commands.openRule, open));
}
