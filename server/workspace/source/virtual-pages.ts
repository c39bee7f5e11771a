import { URI } from 'vscode-uri';
import { sourceInComments } from '../../core/bilingual/state/comments.ts';
import { notebookPage } from '../../core/markdown/notebook.ts';
import { parsePage } from '../../core/markdown/parse.ts';
import { notebookOf } from '../files/cells.ts';
import type { Files } from '../files/files.ts';
import { textOf } from '../files/text-file.ts';
import { type History, ifKnown } from '../history/history.ts';
import { VIRTUAL_SCHEME } from './virtual-scheme.ts';

/** The URI of a file in a revision. */
export function revisionUri(file: string, revision: string): string {
  return virtualUri(file, { file, revision });
}

/** The URI of the source that a page holds in its comments. */
export function commentsUri(file: string): string {
  return virtualUri(file, { file, comments: true });
}

/** A notebook as one page, which is read as Markdown by its name. */
export function notebookUri(file: string): string {
  return virtualUri(`${file}.md`, { file, notebook: true });
}

/** The file (URI) that a document shows or is a part of: of a virtual page, or a cell of a notebook; any other document itself. */
export function fileOf(uri: string): string {
  return originOf(uri)?.file ?? notebookOf(uri);
}

/** The file and revision of a URI from `revisionUri`. */
export function revisionOf(uri: string): { file: string; revision: string } | undefined {
  const origin = originOf(uri);
  return origin?.revision === undefined ? undefined : { file: origin.file, revision: origin.revision };
}

/** The file of a URI from `commentsUri`. */
export function commentsOf(uri: string): string | undefined {
  const origin = originOf(uri);
  return origin?.comments ? origin.file : undefined;
}

/** Files that include virtual pages. */
export function withVirtualPages(files: Files, history?: History): Files {
  return {
    ...files,
    read: async (uri) => (originOf(uri) ? ifKnown(readVirtual(uri, history, files)) : files.read(uri)),
  };
}

/**
 * The bytes of a virtual page; undefined if the URI is not one, or has no content.
 *
 * @throws HistoryFault
 */
export async function readVirtual(uri: string, history?: History, files?: Files): Promise<Uint8Array | undefined> {
  const origin = originOf(uri);
  if (!origin) return files?.read(uri);
  if (origin.revision !== undefined) return history?.read(origin.file, origin.revision);
  const page = textOf(await readVirtual(origin.file, history, files));
  if (origin.notebook) return encoded(page && notebookPage(page));
  const source = page === undefined ? undefined : sourceInComments(parsePage(page, origin.file));
  return encoded(source);
}

/** Whether a URI names a page that no file holds. */
export function isVirtual(uri: string): boolean {
  return originOf(uri) !== undefined;
}

function encoded(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

interface Origin {
  readonly file: string;
  readonly revision?: string;
  readonly comments?: boolean;
  readonly notebook?: boolean;
}

function virtualUri(file: string, origin: Origin): string {
  return URI.from({ scheme: VIRTUAL_SCHEME, path: URI.parse(file).path, query: JSON.stringify(origin) }).toString();
}

function originOf(uri: string): Origin | undefined {
  if (!uri.startsWith(`${VIRTUAL_SCHEME}:`)) return undefined;
  try {
    const origin = JSON.parse(URI.parse(uri).query) as Partial<Origin> | null;
    const isValid =
      typeof origin?.file === 'string' &&
      (typeof origin.revision === 'string' || origin.comments === true || origin.notebook === true);
    return isValid ? (origin as Origin) : undefined;
  } catch {
    return undefined;
  }
}
