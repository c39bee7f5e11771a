import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { SettingsEdits } from '../core/config/edit.ts';
import { lineIndex } from '../core/text/lines.ts';
import type { Project } from '../workspace/project/project.ts';
import { textEditOf } from './convert.ts';

/** What a client supports in edits of other files. */
export interface EditSupport {
  readonly documentChanges: boolean;
  readonly create: boolean;
}

/** An edit of the project's settings file as a WorkspaceEdit, which creates the file if needed. */
export function settingsEdit(
  { settingsFile: { uri, text } }: Project,
  change: (text: string) => SettingsEdits,
  { documentChanges, create }: EditSupport,
): WorkspaceEdit | undefined {
  // An unsaved page has no folder for the settings file.
  if (uri.startsWith('untitled:') || (text === undefined && !create)) return undefined;
  const before = text ?? '';
  const edits = change(before);
  if (!edits) return undefined;
  const lines = lineIndex(before);
  const changes = edits.map((edit) => textEditOf(lines, edit));
  if (text !== undefined && !documentChanges) return { changes: { [uri]: changes } };
  const edit: TextDocumentEdit = { textDocument: { uri, version: null }, edits: changes };
  if (text !== undefined) return { documentChanges: [edit] };
  return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, edit] };
}
