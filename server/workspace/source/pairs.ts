import { type Files, MARKDOWN_NAME } from '../files/files.ts';
import { parentOf } from '../files/paths.ts';
import { isTagged, pageAt } from './names.ts';
import { findSourceIn } from './source.ts';
import { openTree, type SourceOptions } from './tree.ts';

/** A translation (URI) and its source. */
export interface Pair {
  readonly chinese: string;
  readonly english: string;
}

export interface Pairs {
  readonly pages: readonly Pair[];
  /** There are more than were asked for. */
  readonly isMore: boolean;
}

/**
 * The translations below a folder whose names lead to their sources, at most `limit`. Folders are listed, and of pages only those
 * are read whose names do not tell the language: cheap enough for what nobody has asked for.
 */
export async function pairsBelow(
  files: Files,
  folder: string,
  options: SourceOptions & { readonly isIgnored?: (uri: string) => boolean },
  limit: number,
): Promise<Pairs> {
  const names = openTree(namesOf(files), options.root, {
    ...options,
    history: undefined,
    isChinese: async (uri) => isTaggedPage(tree.relative(uri)),
  });
  const tree = openTree(files, options.root, options);
  const pages: Pair[] = [];
  for (const uri of (await files.markdown(folder)).filter((one) => !options.isIgnored?.(one))) {
    const { source } = await findSourceIn(names, uri, { ...options, history: undefined });
    if (source === undefined || !(isTaggedPage(tree.relative(uri)) || (await tree.isChinese(uri)))) continue;
    if (pages.length === limit) return { pages, isMore: true };
    pages.push({ chinese: uri, english: source });
  }
  return { pages, isMore: false };
}

function isTaggedPage(path: string): boolean {
  const page = pageAt(path);
  return page !== undefined && isTagged(page);
}

// A file is there, and says nothing.
function namesOf(files: Files): Files {
  const listed = new Map<string, ReturnType<Files['list']>>();
  const list = (folder: string) => {
    const names = listed.get(folder) ?? files.list(folder);
    listed.set(folder, names);
    return names;
  };
  return {
    ...files,
    list,
    async read(uri) {
      if (!MARKDOWN_NAME.test(uri)) return undefined;
      const isThere = (await list(parentOf(uri))).some(({ name, kind }) => kind === 'file' && sameName(uri, name));
      return isThere ? new Uint8Array() : undefined;
    },
  };
}

function sameName(uri: string, name: string): boolean {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)) === name;
}
