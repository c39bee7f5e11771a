import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** The copy of the sample project that this VS Code has open. */
export const CHINESE = 'markdown/unit3/README_CN.md';
export const ENGLISH = 'unit3/README.md';
export const GLOSSARY = 'glossary.csv';
export const SETTINGS = '.yijiao.jsonc';

export function at(path: string): string {
  return join(vscode.workspace.workspaceFolders![0]!.uri.fsPath, path);
}

export function uriOf(path: string): vscode.Uri {
  return vscode.Uri.file(at(path));
}

export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path)), { preview: false });
}

/** Leaves nothing open and nothing unsaved for the next test. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Changes a file behind VS Code's back while something is tried, and puts it back. */
export async function whileOnDisk(path: string, text: string, tried: () => Promise<void>): Promise<void> {
  const before = readFileSync(at(path));
  try {
    await writeFile(at(path), text);
    await tried();
  } finally {
    await writeFile(at(path), before);
    await reread(path, before.toString());
  }
}

// What is open is read again, so that the next test does not begin with what this one left in the editor.
async function reread(path: string, text: string): Promise<void> {
  const uri = uriOf(path).toString();
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri);
  if (!document || document.getText() === text) return;
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Puts the file back that something tried may save. */
export async function keeping(path: string, tried: () => Promise<void>): Promise<void> {
  await whileOnDisk(path, readFileSync(at(path), 'utf8'), tried);
}
