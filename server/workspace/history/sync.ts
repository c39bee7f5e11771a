import type { Edit } from '../../core/text/span.ts';
import type { Files } from '../files/files.ts';
import { textOf } from '../files/text-file.ts';
import { revisionOf } from '../source/virtual-pages.ts';
import type { History } from './history.ts';
import { markerIn } from './revision.ts';

/** The edit that makes a Chinese page name the newest revision of its source, or why there is none. */
export type Synced =
  | { readonly edit: Edit }
  | { readonly reason: 'noHistory' | 'unsaved' | 'committing' | 'fork' | 'already' };

/** With `add`, a page without a marker gets one in its front matter. Otherwise its commits will tell. */
export async function markSynced(
  files: Files,
  history: History,
  chinese: string,
  source: string,
  add: boolean,
): Promise<Synced> {
  const revision = await newestOf(files, history, source);
  if ('reason' in revision) return revision;
  const newest = revision.id;
  const marker = markerIn(chinese);
  if (!marker) return add ? { edit: added(chinese, newest) } : { reason: 'committing' };
  const id = newest.slice(0, marker.to - marker.from);
  if (chinese.slice(marker.from, marker.to) === id) return { reason: 'already' };
  return { edit: { ...marker, insert: id } };
}

/** The newest revision of a source, if that is the source as it is now, or why it cannot be named. */
export async function newestOf(
  files: Files,
  history: History,
  source: string,
): Promise<{ readonly id: string } | { readonly reason: 'noHistory' | 'unsaved' | 'fork' }> {
  if (revisionOf(source)) return { reason: 'fork' };
  // In a shallow history the commit that changed the source may be cut off: what is checked out holds it, too.
  const id = (await history.last(source))?.id ?? (await history.resolve(source, 'HEAD'));
  if (id === undefined) return { reason: 'noHistory' };
  const [committed, now] = await Promise.all([history.read(source, id), files.read(source)]);
  // To name a revision that is not what was translated would hide the difference for ever.
  if (!committed || !now || linesOf(committed) !== linesOf(now)) return { reason: 'unsaved' };
  return { id };
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

function linesOf(bytes: Uint8Array): string | undefined {
  return textOf(bytes)?.replaceAll('\r\n', '\n');
}
