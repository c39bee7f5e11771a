import { URI } from 'vscode-uri';
import { isTranslation } from '../../core/bilingual/state/marks.ts';
import type { Files } from '../files/files.ts';
import { staysWithin } from '../files/links.ts';
import { isWithin, parentOf, relativePath } from '../files/paths.ts';
import { readText } from '../files/text-file.ts';
import { type History, ifKnown } from '../history/history.ts';
import { type NamedPage, pageAt, plainStem } from './names.ts';

export interface SourceOptions {
  /** URI of the folder with both languages. Nothing outside of it is read. */
  readonly root: string;
  /**
   * Paths relative to the root. `*` stands for a name or a part of it, `**` for any folders. The wildcards of `source`
   * get the values of those in `match`, in order.
   */
  readonly sources?: readonly SourcePattern[];
  /** For sources in another line of history: forks, and links to a revision. */
  readonly history?: History | undefined;
  /** Other open folders (URIs), for projects that keep each language in a clone of its own. */
  readonly folders?: readonly string[];
  /**
   * Folders (URIs) of translations and of their sources, if a person named them. Pages with the same path correspond.
   */
  readonly named?: { readonly translations: string; readonly sources: string } | undefined;
  /** The source (URI) that a person chose for a page (URI). It takes precedence as long as it can be read. */
  readonly chosen?: (uri: string) => string | undefined;
  /** Whether a file is in Chinese, and so cannot be a source. By default its text is read. */
  readonly isChinese?: (uri: string) => Promise<boolean>;
}

export interface SourcePattern {
  readonly match: string;
  readonly source: string;
}

/** The files of a root, by relative path. Everything is read once. */
export interface Tree {
  relative(uri: string): string;
  uri(path: string): string;
  /** The real path of a file; `path` may differ from it in case. */
  find(path: string): Promise<string | undefined>;
  /** '' for a file that is not text. */
  text(path: string): Promise<string>;
  /**
   * All Markdown files, or those with a name: without language tags and in any case. ''
   * means names that are only a tag.
   */
  pages(plainStem?: string): Promise<readonly NamedPage[]>;
  /** The text of any page, virtual ones included; undefined if it cannot be read. */
  textAt(uri: string): Promise<string | undefined>;
  isChinese(uri: string): Promise<boolean>;
  /** Whether no link on the path of a page leads out of the root, or out of the other folder that contains it. */
  stays(uri: string): Promise<boolean>;
  /** Whether the history of the root has a revision of this name. */
  hasRevision(name: string): Promise<boolean>;
}

export function openTree(files: Files, uri: string, options: SourceOptions): Tree {
  // A page outside of the root only has its own folder.
  const root = URI.parse(uri === options.root || isWithin(options.root, uri) ? options.root : parentOf(uri));
  const uriOf = (path: string) => root.with({ path: `${root.path.replace(/\/$/, '')}/${path}` }).toString();
  const list = kept(async (path) => byLetters(await files.list(path === '' ? root.toString() : uriOf(path))));
  const textAt = kept((other: string) => readText(files, other));
  const text = async (path: string) => (await textAt(uriOf(path))) ?? '';
  const relative = (other: string) => relativePath(root.toString(), other);
  const all = kept(async () => {
    const paths = (await files.markdown(root.toString())).map(relative).sort((a, b) => (a < b ? -1 : 1));
    return paths.flatMap((path) => pageAt(path) ?? []);
  });
  const byName = kept(async () => {
    const groups = new Map<string, NamedPage[]>();
    for (const page of await all('')) {
      const name = plainStem(page.stem).toLowerCase();
      groups.set(name, [...(groups.get(name) ?? []), page]);
    }
    return groups;
  });
  return {
    relative,
    uri: uriOf,
    text,
    textAt,
    pages: async (stem) => (stem === undefined ? all('') : ((await byName('')).get(stem.toLowerCase()) ?? [])),
    async find(path) {
      let found = '';
      const segments = path.split('/');
      for (const [index, segment] of segments.entries()) {
        const kind = index === segments.length - 1 ? 'file' : 'folder';
        const alike = (await list(found))[kind].get(segment.toLowerCase());
        if (!alike) return undefined;
        const name = alike.includes(segment) ? segment : alike[0]!;
        found = found === '' ? name : `${found}/${name}`;
      }
      return found;
    },
    hasRevision: kept(
      async (name) => (await ifKnown(options.history?.resolve(uriOf('README.md'), name))) !== undefined,
    ),
    async stays(other) {
      const folder = [root.toString(), ...(options.folders ?? [])].find((one) => isWithin(one, other));
      return folder === undefined || staysWithin(files, folder, other);
    },
    isChinese: options.isChinese ?? (async (other) => isTranslation((await textAt(other)) ?? '')),
  };
}

/** The names in a folder by their lower-case form. A large folder is asked about every page in it. */
function byLetters(entries: Awaited<ReturnType<Files['list']>>): Record<'file' | 'folder', Map<string, string[]>> {
  const names = { file: new Map<string, string[]>(), folder: new Map<string, string[]>() };
  for (const { name, kind } of entries) {
    const alike = names[kind].get(name.toLowerCase());
    if (alike) alike.push(name);
    else names[kind].set(name.toLowerCase(), [name]);
  }
  return names;
}

function kept<T>(read: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const results = new Map<string, Promise<T>>();
  return (path) => {
    const result = results.get(path) ?? read(path);
    results.set(path, result);
    return result;
  };
}
