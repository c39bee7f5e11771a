import * as vscode from 'vscode';
import type { ComparedPair } from '../../server/lsp/protocol.ts';
import { counterpartOf, differencesAt, pairAt, type Side } from './lock.ts';
import { toldOf } from './told.ts';

/** What a line of a comparison says of itself: how its block differs and, in the translation, the English. */
export function registerHovers(
  pages: Readonly<Record<Side, vscode.Uri>>,
  sideOf: (document: vscode.TextDocument) => Side | undefined,
  pairs: () => readonly ComparedPair[],
): vscode.Disposable {
  const english = async ({ from, to }: { from: number; to: number }, isMissing: boolean) => {
    const source = await vscode.workspace.openTextDocument(pages.english);
    const text = source.getText(new vscode.Range(from, 0, to, Number.MAX_SAFE_INTEGER));
    return [
      new vscode.MarkdownString(
        `**${vscode.l10n.t('English')}**${isMissing ? ` · ${vscode.l10n.t('no translation')}` : ''}`,
      ),
      new vscode.MarkdownString().appendCodeblock(text.slice(0, MAX_HOVER), 'markdown'),
    ];
  };
  const provider: vscode.HoverProvider = {
    async provideHover(document, { line }) {
      const side = sideOf(document);
      if (!side) return undefined;
      const differences = differencesAt(pairs(), side, line);
      const told = differences.map((one) => new vscode.MarkdownString(toldOf(one, side)));
      if (side === 'english') return told.length > 0 ? new vscode.Hover(told) : undefined;
      const own = counterpartOf(pairAt(pairs(), side, line), side);
      const missing = differences.flatMap(({ difference }) =>
        difference.state === 'missing' ? difference.pairs.flatMap((pair) => pair.english ?? []) : [],
      );
      const texts = await Promise.all([
        ...missing.map((range) => english(range, true)),
        ...(own ? [english(own, false)] : []),
      ]);
      return told.length + texts.length > 0 ? new vscode.Hover([...told, ...texts.flat()]) : undefined;
    },
  };
  return vscode.languages.registerHoverProvider([{ language: 'markdown' }, { language: 'mdx' }], provider);
}

const MAX_HOVER = 4000;
