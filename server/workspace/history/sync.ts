import type { Edit } from '../../core/text/span.ts';
import type { Files } from '../files/files.ts';
import { decodeText } from '../files/text-file.ts';
import { revisionOf } from '../source/virtual-pages.ts';
import type { History } from './history.ts';
import { markerIn } from './revision.ts';

/** The edit of a Chinese page by which it names the newest revision of its source, or why there is none. */
export type Synced =
  | { readonly edit: Edit }
  | { readonly reason: 'noHistory' | 'unsaved' | 'committing' | 'fork' | 'already' };

/** `add` writes a name into the front matter of a page that has none; without it the page is left to its commits. */
export async function markSynced(
  files: Files,
  history: History,
  chinese: string,
  source: string,
  add: boolean,
): Promise<Synced> {
  if (revisionOf(source)) return { reason: 'fork' };
  // In a shallow history the commit that changed the source may be cut off: what is checked out holds it, too.
  const newest = (await history.last(source))?.id ?? (await history.resolve(source, 'HEAD'));
  if (newest === undefined) return { reason: 'noHistory' };
  const [committed, now] = await Promise.all([history.read(source, newest), files.read(source)]);
  // To name a revision that is not what was translated would hide the difference for ever.
  if (!committed || !now || textOf(committed) !== textOf(now)) return { reason: 'unsaved' };
  const marker = markerIn(chinese);
  if (!marker) return add ? { edit: added(chinese, newest) } : { reason: 'committing' };
  const id = newest.slice(0, marker.to - marker.from);
  if (chinese.slice(marker.from, marker.to) === id) return { reason: 'already' };
  return { edit: { ...marker, insert: id } };
}

function added(chinese: string, id: string): Edit {
  const newline = chinese.includes('\r\n') ? '\r\n' : '\n';
  const line = `sourceCommit: ${id}${newline}`;
  const [frontMatter, inner] =
    /^---[^\S\r\n]*\r?\n((?:(?!---)[^\n]*\n){0,200}?)---[^\S\r\n]*(?:\r?\n|$)/.exec(chinese) ?? [];
  if (frontMatter !== undefined && inner !== undefined) {
    const at = frontMatter.indexOf('\n') + 1 + inner.length;
    return { from: at, to: at, insert: line };
  }
  return { from: 0, to: 0, insert: `---${newline}${line}---${newline}${newline}` };
}

function textOf(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  return 'text' in decoded ? decoded.text.replaceAll('\r\n', '\n') : undefined;
}
