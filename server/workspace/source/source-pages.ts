import { type Markdown, parsePage } from '../../core/markdown/parse.ts';
import { type LineIndex, lineIndex } from '../../core/text/lines.ts';
import type { Files } from '../files/files.ts';
import { normalUri } from '../files/paths.ts';
import { readPage } from '../files/text-file.ts';
import { findSourceIn } from './source.ts';
import { openTree, type SourceOptions } from './tree.ts';

/** The English source of a translation. */
export interface SourcePage {
  readonly uri: string;
  readonly markdown: Markdown;
  readonly lines: LineIndex;
}

/** The sources of a project's pages. Each is searched for and read once, until it is forgotten. */
export interface SourcePages {
  /** Undefined if there is no source, or if several are possible. */
  of(uri: string): Promise<SourcePage | undefined>;
  /** Searches for the source of a page again next time. */
  forget(uri: string): void;
  /** Forgets a changed source; true if a page was compared with it. */
  changed(source: string): boolean;
}

export function createSourcePages(files: Files, options: SourceOptions): SourcePages {
  const tree = openTree(files, options.root, options);
  const found = new Map<string, Promise<string | undefined>>();
  const pages = new Map<string, Promise<SourcePage | undefined>>();
  return {
    async of(uri) {
      const finding = found.get(uri) ?? findSourceIn(tree, uri, options).then(({ source }) => source);
      found.set(uri, finding);
      const source = await finding;
      if (source === undefined) return undefined;
      const page = pages.get(source) ?? readSource(files, source);
      pages.set(source, page);
      return page;
    },
    forget: (uri) => void found.delete(uri),
    changed(source) {
      const known = [...pages.keys()].find((uri) => normalUri(uri) === normalUri(source));
      const before = known === undefined ? undefined : pages.get(known);
      if (known === undefined || !before) return false;
      pages.set(
        known,
        before.then((page) => readSource(files, known, page?.markdown)),
      );
      return true;
    },
  };
}

/** Reads a source; undefined if it is no text, or no page that a person translates. `previous`: the same page as it was before. */
export async function readSource(files: Files, uri: string, previous?: Markdown): Promise<SourcePage | undefined> {
  const text = await readPage(files, uri);
  return text === undefined ? undefined : { uri, markdown: parsePage(text, uri, previous), lines: lineIndex(text) };
}
