import { isTranslation } from '../core/bilingual/state/marks.ts';
import type { Files } from '../workspace/files/files.ts';
import { normalUri } from '../workspace/files/paths.ts';
import type { Project } from '../workspace/project/project.ts';
import { createSourcePages, type SourcePage, type SourcePages } from '../workspace/source/source-pages.ts';
import type { SourceOptions } from '../workspace/source/tree.ts';
import { fileOf } from '../workspace/source/virtual-pages.ts';

/** The English sources of open pages, found in the background. */
export interface Translations {
  /** The source of a page, if it has been found. */
  known(uri: string): SourcePage | undefined;
  /** Whether the search for the source of a page is done, whatever its result. */
  isSettled(uri: string): boolean;
  /** Searches for the source of a page, unless that is done; true if it was done now. */
  find(uri: string, text: string, project: Project): Promise<boolean>;
  /** Reads changed sources again. Returns the pages that were compared with them. */
  changed(uris: readonly string[]): Promise<readonly string[]>;
  /** Forgets every source, because files were created or deleted, or settings have changed. */
  forget(): void;
  /** The user has chosen another source for a page. */
  chosen(uri: string): void;
  close(uri: string): void;
}

export function createTranslations(files: Files, optionsOf: (project: Project) => SourceOptions): Translations {
  const byRoot = new Map<string, SourcePages>();
  const found = new Map<string, Found>();
  const sourcesOf = (project: Project) => {
    const known = byRoot.get(project.root);
    if (known) return known;
    const sources = createSourcePages(files, optionsOf(project));
    byRoot.set(project.root, sources);
    return sources;
  };
  return {
    known: (uri) => found.get(uri)?.source,
    isSettled: (uri) => found.has(uri),
    async find(uri, text, project) {
      if (found.has(uri)) return false;
      const sources = sourcesOf(project);
      // The sources of notebooks are not read.
      const isWhole = fileOf(uri) === uri;
      const source = isWhole && isTranslation(text) ? await sources.of(uri) : undefined;
      found.set(uri, { sources, source });
      return true;
    },
    async changed(uris) {
      const names = new Set(uris.map(normalUri));
      const affected = [...found].filter(([, { source }]) => source && names.has(normalUri(source.uri)));
      for (const sources of new Set(affected.map(([, one]) => one.sources)))
        for (const uri of names) sources.changed(uri);
      for (const [page, { sources }] of affected) found.set(page, { sources, source: await sources.of(page) });
      return affected.map(([page]) => page);
    },
    forget() {
      byRoot.clear();
      found.clear();
    },
    chosen(uri) {
      for (const sources of byRoot.values()) sources.forget(uri);
      found.delete(uri);
    },
    close: (uri) => void found.delete(uri),
  };
}

interface Found {
  readonly sources: SourcePages;
  readonly source: SourcePage | undefined;
}
