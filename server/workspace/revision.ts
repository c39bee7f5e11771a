import type { Span } from '../core/text/span.ts';
import type { History } from './history.ts';

/** The version of the English source that a page was translated from, and how that is known. */
export interface TranslatedRevision {
  readonly id: string;
  /** `marker`: the page names it. `fork`: where the translation parted from its upstream. `commit`: when it was last changed. */
  readonly by: 'marker' | 'fork' | 'commit';
  /** Where the page names it: what “Mark as Synced” writes anew (UTF-16 offsets). */
  readonly marker?: Span;
}

/**
 * Finds the revision of the source that a Chinese page was translated from: a marker in its front matter or in its first
 * lines, else the last commit that changed the page. Undefined without any of these.
 */
export async function translatedRevision(
  history: History,
  chinese: { readonly uri: string; readonly text: string },
  english: string,
): Promise<TranslatedRevision | undefined> {
  const marker = markerIn(chinese.text);
  if (marker) {
    const id = await history.resolve(english, chinese.text.slice(marker.from, marker.to));
    // A marker that the checkout does not know names something else, or a history that is not here.
    return id ? { id, by: 'marker', marker } : undefined;
  }
  const last = await history.last(chinese.uri);
  return last && { id: last.id, by: 'commit' };
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
