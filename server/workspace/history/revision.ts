import { saidBy } from '../../core/bilingual/state/said.ts';
import { parsePage } from '../../core/markdown/parse.ts';
import type { Span } from '../../core/text/span.ts';
import { decodeText } from '../files/text-file.ts';
import { type FaultReason, type History, HistoryFault, type Version } from './history.ts';

/** The version of the English source that a page was translated from, and how that is known. */
export interface TranslatedRevision {
  readonly id: string;
  /** `marker`: the page names it. `fork`: where the translation parted from its upstream. `commit`: when its text was written. */
  readonly by: 'marker' | 'fork' | 'commit';
  /** Where the page names it: what “Mark as Synced” writes anew (UTF-16 offsets). */
  readonly marker?: Span;
  /** Of `commit`: what the page (URI) was called then. */
  readonly page?: string;
}

/**
 * Why it is not known which version of the source was translated, beside that the history cannot be asked: `shallow`, the
 * commits that would tell are not in this clone; `partial`, their contents are not; `uncommitted`, no commit holds the page;
 * `unknownMark`, the page names a revision that is not here; `otherCheckout`, the source lies in a repository of its own;
 * `noSourceThen`, the source is not in that revision.
 */
export type UnknownReason =
  | FaultReason
  | 'shallow'
  | 'partial'
  | 'uncommitted'
  | 'unknownMark'
  | 'otherCheckout'
  | 'noSourceThen';

export interface Unknown {
  readonly unknown: UnknownReason;
}

/**
 * Finds the revision of the source that a Chinese page was translated from: a marker in its front matter or in its first
 * lines, else the commit in which what the page says was written. Where a merge joined several texts, that is several.
 *
 * @throws HistoryFault
 */
export async function translatedRevisions(
  history: History,
  chinese: { readonly uri: string; readonly text: string },
  english: string,
): Promise<readonly TranslatedRevision[] | Unknown> {
  const marker = markerIn(chinese.text);
  if (marker) {
    const id = await history.resolve(english, chinese.text.slice(marker.from, marker.to));
    // A marker that the checkout does not know names something else, or a history that is not here.
    if (!id) return { unknown: (await history.checkout(english)).isShallow ? 'shallow' : 'unknownMark' };
    return [{ id, by: 'marker', marker }];
  }
  const versions = await history.versions(chinese.uri);
  if (!versions) return { unknown: 'uncommitted' };
  const written = await writtenIn(history, chinese.uri, versions);
  if ('unknown' in written) return written;
  return written.map(({ revision, uri }) => ({ id: revision, by: 'commit', page: uri }));
}

/**
 * The versions in which what a page says now was first said: changes of blanks, punctuation and markup do not count, nor
 * does a move, and a text that came back was written when it was first there.
 */
async function writtenIn(
  history: History,
  uri: string,
  versions: readonly Version[],
): Promise<readonly Version[] | Unknown> {
  const texts = new Map<string, Promise<string | undefined>>();
  const said = (id: string) => {
    const text = texts.get(id) ?? saidIn(history, uri, id);
    texts.set(id, text);
    return text;
  };
  const first = async (content: string): Promise<readonly Version[] | Unknown> => {
    const same = new Set([content]);
    for (;;) {
      const made = versions.findLast((version) => same.has(version.content));
      if (!made) return { unknown: 'failed' };
      if (made.isCut) return { unknown: 'shallow' };
      const older = made.before.filter((id) => !same.has(id));
      if (older.length === 0) return [made];
      const now = await said(made.content);
      const before = await Promise.all(older.map(said));
      if (now === undefined || before.includes(undefined)) return { unknown: 'partial' };
      const alike = older.filter((_, i) => before[i] === now);
      for (const id of alike) same.add(id);
      if (alike.length > 0) continue;
      if (made.before.length === 1) return [made];
      // A merge says nothing of its own: what it joined was written before it.
      const lines: Version[] = [];
      for (const id of older) {
        const line = await first(id);
        if ('unknown' in line) return line;
        lines.push(...line);
      }
      return lines;
    }
  };
  return versions[0] ? first(versions[0].content) : { unknown: 'failed' };
}

async function saidIn(history: History, uri: string, id: string): Promise<string | undefined> {
  const bytes = await history.content(uri, id);
  const decoded = bytes && decodeText(bytes);
  // What is no text says nothing.
  return bytes && (decoded && 'text' in decoded ? saidBy(parsePage(decoded.text, uri)) : '');
}

/** An answer, or why there is none. */
export async function orUnknown<Answer>(ask: () => Promise<Answer>): Promise<Answer | Unknown> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof HistoryFault) return { unknown: error.reason };
    throw error;
  }
}

/** The id of a revision that a page names: in its front matter, or in a link or a comment of its first lines. */
export function markerIn(text: string): Span | undefined {
  for (const pattern of markers) {
    const found = pattern.exec(text.slice(0, HEADER));
    if (found?.indices?.[1]) return { from: found.indices[1][0], to: found.indices[1][1] };
  }
  return undefined;
}

const HEADER = 4000;

const markers = [
  // l10n.sourceCommit of MDN, default_lang_commit of OpenTelemetry, and what others call the same.
  /^---\r?\n(?:(?!---)[^\n]*\n){0,80}?[ \t]*["']?(?:sourceCommit|source_commit|default_lang_commit|original_commit|upstream_commit|translated_commit)["']?[ \t]*:[ \t]*["']?([0-9a-f]{7,64})\b/d,
  // A link to the source at a revision, as The Rust Book's translation has it above each chapter.
  /^(?:[^\n]*\n){0,14}?[^\n]*https?:\/\/[^\s/]+\/[^\s/]+\/[^\s/]+\/(?:blob|blame|raw|tree)\/([0-9a-f]{7,64})\//d,
  // <!-- commit 1a2b3c… -->
  /^(?:[^\n]*\n){0,14}?[^\n]*<!--\s*(?:source[ -])?(?:commit|revision|rev|sha)[: ]+([0-9a-f]{7,64})\b/di,
];
