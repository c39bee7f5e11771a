import { saidBy } from '../../core/bilingual/state/said.ts';
import { parsePage } from '../../core/markdown/parse.ts';
import type { Span } from '../../core/text/span.ts';
import { textOf } from '../files/text-file.ts';
import { type FaultReason, type History, HistoryFault, type Version } from './history.ts';

/** The version of the English source that a page was translated from, and how that is known. */
export interface TranslatedRevision {
  readonly id: string;
  /**
   * `marker`: the page names it. `fork`: where the translation forked from its upstream.
   * `commit`: when the text was written.
   */
  readonly by: 'marker' | 'fork' | 'commit';
  /** Where the page names it, for “Mark as Synced” to update (UTF-16 offsets). */
  readonly marker?: Span;
  /** For `commit`: the URI of the page at that time. */
  readonly page?: string;
}

/**
 * Why the translated version is unknown, apart from a history that cannot be read. `shallow`: this clone lacks the
 * commits. `partial`: it lacks their contents. `uncommitted`: no commit contains the page. `unknownMark`: the page
 * names a revision that is not here. `otherCheckout`: the source is in another repository. `noSourceThen`: the
 * source is not in that revision.
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
 * Finds the source revision that a Chinese page was translated from: the one named in its front matter or first lines,
 * or else the commit that wrote what the page says. If a merge joined several texts, there are several.
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
    // The checkout does not know this revision: the marker means something else, or that part of history is missing.
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
 * The versions that first said what the page says now. Changes of whitespace, punctuation and markup do not count, nor
 * do moves. A text that came back counts from when it was there first.
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
      // A merge adds nothing of its own. What it joined was written before.
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
  const text = textOf(bytes);
  // What is no text says nothing.
  return bytes && (text === undefined ? '' : saidBy(parsePage(text, uri)));
}

/** The answer, or why there is none. */
export async function orUnknown<Answer>(ask: () => Promise<Answer>): Promise<Answer | Unknown> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof HistoryFault) return { unknown: error.reason };
    throw error;
  }
}

/** The id of a revision that a page names: in its front matter, or in a link or comment in its first lines. */
export function markerIn(text: string): Span | undefined {
  for (const pattern of markers) {
    const found = pattern.exec(text.slice(0, HEADER));
    if (found?.indices?.[1]) return { from: found.indices[1][0], to: found.indices[1][1] };
  }
  return undefined;
}

const HEADER = 4000;

const markers = [
  // l10n.sourceCommit of MDN, default_lang_commit of OpenTelemetry, and similar keys.
  /^---\r?\n(?:(?!---)[^\n]*\n){0,80}?[ \t]*["']?(?:sourceCommit|source_commit|default_lang_commit|original_commit|upstream_commit|translated_commit)["']?[ \t]*:[ \t]*["']?([0-9a-f]{7,64})\b/d,
  // A link to the source at a revision, as above each chapter of The Rust Book's translation.
  /^(?:[^\n]*\n){0,14}?[^\n]*https?:\/\/[^\s/]+\/[^\s/]+\/[^\s/]+\/(?:blob|blame|raw|tree)\/([0-9a-f]{7,64})\//d,
  // <!-- commit 1a2b3c… -->
  /^(?:[^\n]*\n){0,14}?[^\n]*<!--\s*(?:source[ -])?(?:commit|revision|rev|sha)[: ]+([0-9a-f]{7,64})\b/di,
];
