import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type PageEdit,
  type PageProgress,
  type ProgressParams,
  progressRequest,
  type Stop,
} from '../../server/lsp/protocol.ts';

/** How far a page has come; undefined for what is no translation, has no source, or cannot be asked about now. `search`: see ProgressParams. */
export async function progressOf(
  client: BaseLanguageClient,
  uri: vscode.Uri,
  search = true,
): Promise<PageProgress | undefined> {
  if (!client.isRunning()) return undefined;
  const params: ProgressParams = { uri: client.code2ProtocolConverter.asUri(uri), search };
  const progress = await client.sendRequest<PageProgress | null>(progressRequest, params).catch(() => null);
  return progress ?? undefined;
}

export function rangeOf({ range: { start, end } }: Pick<Stop, 'range'>): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The first stop behind what is selected, or else the first of all. */
export function nextStop(stops: readonly Stop[], { active, end }: vscode.Selection): Stop | undefined {
  // An empty place is passed once the cursor stands in it.
  const isBehind = (stop: Stop) => {
    const range = rangeOf(stop);
    return range.isEmpty ? range.start.isAfter(active) : range.start.isAfterOrEqual(end);
  };
  return stops.find(isBehind) ?? stops[0];
}

/** Selects what is to be written over, and gives the page the keyboard. */
export async function select(uri: vscode.Uri, stop: Stop): Promise<void> {
  const key = uri.toString();
  const shown = vscode.window.visibleTextEditors.find(
    ({ document, viewColumn }) => document.uri.toString() === key && viewColumn !== undefined,
  );
  const editor = await vscode.window.showTextDocument(uri, {
    preview: false,
    ...(shown?.viewColumn ? { viewColumn: shown.viewColumn } : {}),
  });
  const range = rangeOf(stop);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** After an insertion its English is selected, to be written over. */
export async function selectInserted(client: BaseLanguageClient, edit: PageEdit): Promise<void> {
  const uri = vscode.Uri.parse(edit.uri);
  const from = edit.range.start.line;
  const to = from + (edit.newText.match(/\n/g)?.length ?? 0);
  const progress = await progressOf(client, uri);
  const stop = progress?.stops.find(({ range, why }) => {
    return why !== 'done' && why !== 'missing' && from <= range.start.line && range.start.line <= to;
  });
  if (stop) await select(uri, stop);
}
