import { normalUri } from '../files/paths.ts';
import { pageAt, plainStem } from '../source/names.ts';
import type { KnownPages, PageCoverage } from './coverage.ts';

/** Caches the coverage of pages, so that only changed ones are read again. */
export interface CoverageMemory extends KnownPages {
  /**
   * Forgets the pages that changed files affect; `moved` files were created or deleted. True
   * if that may change the coverage.
   */
  changed(uris: readonly string[], moved?: boolean): boolean;
  /** True if there were any pages. */
  clear(): boolean;
}

export function createCoverageMemory(): CoverageMemory {
  // Keyed by normal URI. It hears of every keystroke, and must not go through all pages.
  const pages = new Map<string, PageCoverage | null>();
  const bySource = new Map<string, Set<string>>();
  let changes = 0;
  const keep = (uri: string, page: PageCoverage | null) => {
    pages.set(uri, page);
    if (page?.english === undefined) return;
    const source = normalUri(page.english);
    bySource.set(source, (bySource.get(source) ?? new Set()).add(uri));
  };
  // A new file may be a better source than the one found before, or the first one.
  const forgetLike = (stems: ReadonlySet<string>) => {
    for (const [uri, page] of pages) if (page?.state === 'noSource' || stems.has(stemOf(uri))) pages.delete(uri);
  };
  return {
    known: (uri) => pages.get(normalUri(uri)),
    begin() {
      const before = changes;
      return (uri, page) => void (before === changes && keep(normalUri(uri), page));
    },
    changed(uris, moved = false) {
      changes++;
      const isAny = pages.size > 0 && uris.some((uri) => pageAt(uri) !== undefined);
      const names = uris.map(normalUri);
      for (const uri of names) {
        for (const page of [uri, ...(bySource.get(uri) ?? [])]) pages.delete(page);
        bySource.delete(uri);
      }
      if (moved && uris.length > 0) forgetLike(new Set(names.map(stemOf)));
      return isAny;
    },
    clear() {
      changes++;
      const isAny = pages.size > 0;
      pages.clear();
      bySource.clear();
      return isAny;
    },
  };
}

function stemOf(uri: string): string {
  return plainStem(pageAt(uri)?.stem ?? '').toLowerCase();
}
