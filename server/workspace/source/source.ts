import type { Files } from '../files/files.ts';
import { layouts } from './layouts.ts';
import { commonEnd, isTagged, type NamedPage, pageAt, plainPath, plainStem } from './names.ts';
import { sourceByPattern } from './patterns.ts';
import { openTree, type SourceOptions, type Tree } from './tree.ts';

export interface FoundSource {
  /** URI of the other page; undefined if there is none, or if several are equally likely. */
  readonly source?: string;
  /** URIs of the files that the deciding layout found. */
  readonly candidates: readonly string[];
  /** The paths that were tried, in order and relative to the root. `**` stands for any folders. */
  readonly tried: readonly string[];
}

/** Finds the English page that a Chinese page translates. The first layout that finds a file decides. */
export async function findSource(files: Files, uri: string, options: SourceOptions): Promise<FoundSource> {
  return findSourceIn(openTree(files, uri, options), uri, options);
}

/**
 * The reverse: finds the Chinese page that translates an English page, as `source`. If there are several, all are
 * candidates. A page that names its source only in its front matter is found if its name is the same.
 */
export async function findTranslations(files: Files, uri: string, options: SourceOptions): Promise<FoundSource> {
  const tree = openTree(files, uri, options);
  const english = pageAt(tree.relative(uri));
  if (!english) return { candidates: [], tried: [] };
  const candidates: string[] = [];
  for (const page of (await mayTranslate(english, tree, options)).slice(0, MAX_PAGES)) {
    const translation = tree.uri(page.path);
    const { source } = await findSourceIn(tree, translation, options);
    if (source !== tree.uri(english.path)) continue;
    if (isTagged(page) || (await tree.isChinese(translation))) candidates.push(translation);
  }
  const stem = plainStem(english.stem);
  const tried = [`**/${stem}[._-]{zh,cn,zh-*}${english.extension}`, `**/{zh,cn,zh-*}/**/${stem}${english.extension}`];
  return candidates.length === 1 ? { source: candidates[0]!, candidates, tried } : { candidates, tried };
}

/** The same with a tree that serves many pages. */
export async function findSourceIn(tree: Tree, uri: string, options: SourceOptions): Promise<FoundSource> {
  const page = pageAt(tree.relative(uri));
  const tried = new Set<string>();
  const chosen = options.chosen?.(uri);
  if (chosen !== undefined && (await tree.textAt(chosen)) !== undefined)
    return { source: chosen, candidates: [chosen], tried: [] };
  if (!page) return { candidates: [], tried: [] };
  for (const layout of layouts) {
    for await (const group of layout(page, tree, options)) {
      const found = new Set<string>();
      for (const path of group.paths) {
        tried.add(path);
        const existing = path.includes('**') ? undefined : await tree.find(path);
        if (existing !== undefined && existing !== page.path) found.add(tree.uri(existing));
      }
      for (const other of group.uris ?? []) if ((await tree.textAt(other)) !== undefined) found.add(other);
      const english: string[] = [];
      for (const candidate of found) {
        if ((group.given || !(await tree.isChinese(candidate))) && (await tree.stays(candidate)))
          english.push(candidate);
      }
      if (english.length === 0) continue;
      const candidates = ofNoRegion(english);
      const result = { candidates, tried: [...tried] };
      return candidates.length === 1 && !group.vague ? { ...result, source: candidates[0]! } : result;
    }
  }
  return { candidates: [], tried: [...tried] };
}

// docs/en next to docs/en-GB: the original names no region.
function ofNoRegion(candidates: readonly string[]): readonly string[] {
  const plain = candidates.filter((uri) => !/[/._-]en[-_][a-z]{2}(?=[/._-])/i.test(uri));
  return plain.length > 0 ? plain : candidates;
}

// Every folder has a README. The right one is among those with the most similar paths.
const MAX_PAGES = 100;

// Other pages that may name this one, judged by their names. Those with the most similar paths come first.
async function mayTranslate(
  english: NamedPage,
  tree: Tree,
  { sources = [] }: SourceOptions,
): Promise<readonly NamedPage[]> {
  const pages = new Set([...(await tree.pages(plainStem(english.stem))), ...(await tree.pages(''))]);
  for (const page of sources.length > 0 ? await tree.pages() : []) {
    if (sources.some(({ match, source }) => sourceByPattern(page.path, match, source) === english.path))
      pages.add(page);
  }
  const own = plainPath(english);
  const rank = (page: NamedPage) => (isTagged(page) ? 0.5 : 0) + commonEnd(own, plainPath(page));
  const others = [...pages].filter(({ path }) => path !== english.path);
  return others.sort((a, b) => rank(b) - rank(a));
}
