import { type Change, drift } from '../core/bilingual/drift.ts';
import { type Markdown, parsePage } from '../core/markdown/parse.ts';
import type { History } from './history.ts';
import { type TranslatedRevision, translatedRevision } from './revision.ts';
import { decodeText } from './text-file.ts';
import { revisionOf, revisionUri } from './virtual-pages.ts';

/** What became of the English source since a page was translated from it. */
export interface SourceChanges {
  readonly revision: TranslatedRevision;
  /** The source as it was then: a URI that can be read through the Files port. */
  readonly before: string;
  readonly changes: readonly Change[];
}

/** Undefined where no earlier version of the source is known. */
export async function changesSince(
  history: History,
  chinese: { readonly uri: string; readonly markdown: Markdown },
  english: { readonly uri: string; readonly markdown: Markdown },
): Promise<SourceChanges | undefined> {
  // The source of a fork is a file of another line of history: what it was when the two parted is what was translated.
  const upstream = revisionOf(english.uri);
  const file = upstream?.file ?? english.uri;
  const base = upstream ? await history.mergeBase(file, 'HEAD', upstream.revision) : undefined;
  const revision: TranslatedRevision | undefined = base
    ? { id: base, by: 'fork' }
    : await translatedRevision(history, { uri: chinese.uri, text: chinese.markdown.text }, file);
  const bytes = revision && (await history.read(file, revision.id));
  const decoded = bytes && decodeText(bytes);
  if (!revision || !decoded || 'fault' in decoded) return undefined;
  const changes = drift(chinese.markdown, parsePage(decoded.text, file), english.markdown);
  return { revision, before: revisionUri(file, revision.id), changes };
}
