import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until.ts';

/** Where a text stands in a document, the first time after a line. */
export function find(document: vscode.TextDocument, text: string, afterLine = 0): vscode.Range {
  const from = document.getText().indexOf(text, document.offsetAt(new vscode.Position(afterLine, 0)));
  assert.ok(from >= 0, `“${text}” does not stand in ${document.fileName}`);
  return new vscode.Range(document.positionAt(from), document.positionAt(from + text.length));
}

export function lineOf(document: vscode.TextDocument, text: string): number {
  return find(document, text).start.line;
}

/** The findings of the page when they are as wanted. */
export function findings(
  uri: vscode.Uri,
  what: string,
  wanted: (all: readonly vscode.Diagnostic[]) => boolean,
  timeoutMs?: number,
): Promise<readonly vscode.Diagnostic[]> {
  return until(what, () => vscode.languages.getDiagnostics(uri).filter(isOurs), wanted, timeoutMs);
}

/**
 * The findings of the sample page when all is known: the style of its project, its source, and how the project keeps its
 * glossary. Until then a term that it leaves in English is a finding.
 */
export function checked(document: vscode.TextDocument, timeoutMs?: number): Promise<readonly vscode.Diagnostic[]> {
  const has = (all: readonly vscode.Diagnostic[], rule: string) => all.some((one) => ruleOf(one) === rule);
  return findings(
    document.uri,
    `findings in ${document.fileName}`,
    (all) => has(all, 'space-han-latin') && has(all, 'untranslated-text') && !has(all, 'untranslated-term'),
    timeoutMs,
  );
}

/** The findings at a text, as `rule: the text it marks`. */
export function marks(document: vscode.TextDocument, text: string): string[] {
  const range = find(document, text);
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((one) => isOurs(one) && range.contains(one.range))
    .map((one) => `${ruleOf(one)}: ${document.getText(one.range)}`);
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** A code action with this title. Findings reach the workbench a moment after the extension host knows them. */
export async function offered(
  document: vscode.TextDocument,
  range: vscode.Range,
  title: string,
): Promise<vscode.CodeAction> {
  const actions = await until(
    `the code action “${title}”`,
    () => actionsAt(document, range),
    (all) => all.some((action) => action.title === title),
  );
  return actions.find((action) => action.title === title)!;
}

/** Asks the providers of VS Code; again where it cancels the question, as it does while an extension registers more of them. */
export async function ask<Answer>(command: `vscode.execute${string}`, ...args: unknown[]): Promise<Answer> {
  for (;;) {
    try {
      return await vscode.commands.executeCommand<Answer>(command, ...args);
    } catch (error) {
      if (!(error instanceof Error && error.name === 'Canceled')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

/** With their edits, which the editor otherwise asks for when one is chosen. */
export function actionsAt(document: vscode.TextDocument, range: vscode.Range): PromiseLike<vscode.CodeAction[]> {
  return ask<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, undefined, MANY);
}

const MANY = 100;

export async function apply(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit, `“${action.title}” has no edit`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), `the edit of “${action.title}” was refused`);
}

/** The hover at a place that speaks of `words`; the Markdown extension answers with hovers of its own. */
export async function hoverAt(
  document: vscode.TextDocument,
  position: vscode.Position,
  words: string,
): Promise<vscode.MarkdownString> {
  const contents = async () => {
    const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
    return hovers.flatMap((hover) => hover.contents).filter((one) => one instanceof vscode.MarkdownString);
  };
  const speaks = (one: vscode.MarkdownString) => one.value.includes(words);
  const all = await until(`a hover that says ${words}`, contents, (shown) => shown.some(speaks));
  return all.find(speaks)!;
}

function isOurs({ source }: vscode.Diagnostic): boolean {
  return source === 'yijiao';
}
