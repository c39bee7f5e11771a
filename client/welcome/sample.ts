import * as vscode from 'vscode';
import { SAMPLE_PAGE, sample } from './sample.data.ts';

/** Opens pages to try things on, which lie beside the data of the extension: no workspace is touched. */
export async function openSample({ globalStorageUri }: vscode.ExtensionContext): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(globalStorageUri, 'sample');
  const page = vscode.Uri.joinPath(folder, SAMPLE_PAGE);
  const isOpen = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === page.toString());
  // What somebody is trying just now stays; else everything is to be found again.
  for (const [name, text] of isOpen ? [] : Object.entries(sample)) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
  }
  return page;
}
