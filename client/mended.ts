import * as vscode from 'vscode';
import type { Mended } from '../server/lsp/protocol.ts';

/** Says for a moment, where it is in nobody's way, how many places an edit has mended and what it has left. */
export function tellMended(mended: Mended): void {
  vscode.window.setStatusBarMessage(`$(check) ${mendedText(mended)}`, SEEN);
}

/** Milliseconds. */
const SEEN = 8000;

export function mendedText({ mended, left }: Mended): string {
  if (left === undefined) return vscode.l10n.t('Yijiao: {0} mended', mended);
  if (left === 0) return vscode.l10n.t('Yijiao: {0} mended, nothing is left', mended);
  return vscode.l10n.t('Yijiao: {0} mended, {1} need a person', mended, left);
}
