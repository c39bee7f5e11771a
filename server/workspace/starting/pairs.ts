import type { Files } from '../files/files.ts';
import { isWithin, relativePath } from '../files/paths.ts';
import { isTagged, type NamedPage, pageAt, plainPath } from '../source/names.ts';
import { findSourceIn } from '../source/source.ts';
import { openTree, type SourceOptions, type Tree } from '../source/tree.ts';

/** A translation that the project has already, and its source: paths relative to their roots (URIs). */
export interface KnownPair {
  readonly chinese: NamedPage;
  readonly english: NamedPage;
  readonly chineseRoot: string;
  readonly englishRoot: string;
}

/** Translations of pages that lie near an English page, in its project and in the folders that are open beside it. */
export async function pairsNear(files: Files, english: string, options: SourceOptions): Promise<KnownPair[]> {
  const own = openTree(files, english, options);
  const page = pageAt(own.relative(english));
  if (!page) return [];
  const all = [options.root, ...(options.folders ?? [])];
  const pairs: KnownPair[] = [];
  for (const root of all) {
    const others = { ...options, root, folders: all.filter((one) => one !== root) };
    const tree = root === options.root ? own : openTree(files, root, others);
    pairs.push(...(await pairsIn(tree, root, page, { ...others, root })));
  }
  return pairs;
}

async function pairsIn(tree: Tree, root: string, near: NamedPage, options: SourceOptions): Promise<KnownPair[]> {
  const folders = new Set(plainPath(near).slice(0, -1));
  const nearness = (page: NamedPage) =>
    plainPath(page)
      .slice(0, -1)
      .filter((name) => folders.has(name)).length;
  const tagged = (await tree.pages()).filter(isTagged);
  const ranked = tagged.map((page) => ({ page, near: nearness(page) })).sort((a, b) => b.near - a.near);
  const pairs: KnownPair[] = [];
  for (const { page } of ranked.slice(0, MAX_PAGES)) {
    const { source } = await findSourceIn(tree, tree.uri(page.path), options);
    const englishRoot = [options.root, ...(options.folders ?? [])].find((one) => source && isWithin(one, source));
    const english = englishRoot && pageAt(relativePath(englishRoot, source!));
    if (english) pairs.push({ chinese: page, english, chineseRoot: root, englishRoot });
  }
  return pairs;
}

/** How many translations are looked at: those whose folders are most alike. */
const MAX_PAGES = 40;
