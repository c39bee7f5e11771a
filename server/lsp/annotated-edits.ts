import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { Bilingual, Language } from '../core/text/bilingual.ts';
import { lineIndex } from '../core/text/lines.ts';
import type { Edit } from '../core/text/span.ts';
import { textEditOf } from './convert.ts';
import type { Session } from './session.ts';

/** What a client can do with an edit of many files. */
export interface AnnotationSupport {
  readonly documentChanges: boolean;
  /** Edits can be told apart where a person looks at them before they are made. */
  readonly annotations: boolean;
  /** The version of a document that is open. */
  readonly versionOf: (uri: string) => number | undefined;
}

export function annotationSupport({ client, documents }: Session): AnnotationSupport {
  const edits = client.workspace?.workspaceEdit;
  return {
    documentChanges: edits?.documentChanges === true,
    annotations: edits?.changeAnnotationSupport !== undefined,
    versionOf: (uri) => documents.get(uri)?.version,
  };
}

/** Gathers the edits of many files, each under the label of its part. */
export interface AnnotatedEdits<Part extends string> {
  add(uri: string, text: string, edits: readonly Edit[], part: Part, version?: number): void;
  finish(): WorkspaceEdit;
}

export function annotatedEdits<Part extends string>(
  { documentChanges, annotations, versionOf }: AnnotationSupport,
  labels: Readonly<Record<Part, Bilingual>>,
  language: Language,
): AnnotatedEdits<Part> {
  const files: { uri: string; version: number | null; edits: TextEdit[] }[] = [];
  const parts = new Set<Part>();
  return {
    add(uri, text, edits, part, version) {
      if (edits.length === 0) return;
      const lines = lineIndex(text);
      const annotated = documentChanges && annotations;
      const made = edits.map((edit): TextEdit | AnnotatedTextEdit =>
        annotated ? { ...textEditOf(lines, edit), annotationId: part } : textEditOf(lines, edit),
      );
      parts.add(part);
      files.push({ uri, version: version ?? versionOf(uri) ?? null, edits: made });
    },
    finish() {
      if (!documentChanges) return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, edits])) };
      const changes = files.map(
        ({ uri, version, edits }): TextDocumentEdit => ({ textDocument: { uri, version }, edits }),
      );
      if (!annotations) return { documentChanges: changes };
      const all = [...parts].map((part): [string, ChangeAnnotation] => [
        part,
        // Who wants to look first asks for it (Ctrl+Enter in VS Code); what needs confirmation is left out until it is ticked.
        { label: labels[part][language], needsConfirmation: false },
      ]);
      return { documentChanges: changes, changeAnnotations: Object.fromEntries(all) };
    },
  };
}
