import type { KnownPages, PageCoverage } from './coverage.ts';
import { normalUri } from './paths.ts';
import { pageAt, plainStem } from './source/names.ts';

/** Pages as they were last seen, so that only those that have changed are looked at again. */
export interface CoverageMemory extends KnownPages {
  /** Forgets the pages that changed files have to do with; `moved` files have come or gone. True when that may change what is known. */
  changed(uris: readonly string[], moved?: boolean): boolean;
  /** True when there were any pages. */
  clear(): boolean;
}

export function createCoverageMemory(): CoverageMemory {
  const pages = new Map<string, PageCoverage | null>();
  let changes = 0;
  return {
    known: (uri) => pages.get(uri),
    begin() {
      const before = changes;
      return (uri, page) => void (before === changes && pages.set(uri, page));
    },
    changed(uris, moved = false) {
      changes++;
      const names = new Set(uris.map(normalUri));
      const stems = new Set(moved ? uris.map(stemOf) : []);
      const has = (uri: string | undefined) => uri !== undefined && names.has(normalUri(uri));
      const isAny = pages.size > 0 && uris.some((uri) => pageAt(uri) !== undefined);
      for (const [uri, page] of pages) {
        // A file of that name may be a better source than the one that was found, or the first.
        if (has(uri) || has(page?.english) || stems.has(stemOf(uri)) || (moved && page?.state === 'noSource'))
          pages.delete(uri);
      }
      return isAny;
    },
    clear() {
      changes++;
      const isAny = pages.size > 0;
      pages.clear();
      return isAny;
    },
  };
}

function stemOf(uri: string): string {
  return plainStem(pageAt(uri)?.stem ?? '').toLowerCase();
}
