import type { Files } from '../files/files.ts';
import { joined } from '../files/paths.ts';
import { isEnglishTag, type NamedPage, pageAt, plainStem } from '../source/names.ts';
import { sourceByPattern } from '../source/patterns.ts';
import { findTranslations } from '../source/source.ts';
import { openTree, type SourceOptions } from '../source/tree.ts';
import type { KnownPair } from './pairs.ts';

/** Where the translation of an English page lies, or would lie. */
export interface Target {
  /** A page that translates it already (URI); beside proposals it is one of another region. */
  readonly existing?: string;
  /** Where it would lie (URIs), the likeliest first. */
  readonly proposals: readonly string[];
  /** The first is where the project's settings or its other pages put it. */
  readonly isCertain: boolean;
}

/** By the settings, by the layout that the project's other translations show, or else by what is usual. */
export async function targetOf(
  files: Files,
  english: string,
  options: SourceOptions,
  pairs: readonly KnownPair[],
): Promise<Target> {
  const tree = openTree(files, english, options);
  const page = pageAt(tree.relative(english));
  if (!page) return { proposals: [], isCertain: false };
  const bySettings = (options.sources ?? []).flatMap(({ match, source }) => {
    const path = wildcards(match) === wildcards(source) ? sourceByPattern(page.path, source, match) : undefined;
    return path !== undefined && sourceByPattern(path, match, source) === page.path ? [tree.uri(path)] : [];
  });
  const learnt = bySettings.length > 0 ? [] : layoutsFor(page, options.root, pairs);
  const likely = [...new Set([...bySettings, ...learnt.map(({ uri }) => uri)])];
  const isThere = await Promise.all(likely.map(async (uri) => (await files.kind(uri)) === 'file'));
  const free = likely.filter((_, i) => !isThere[i]);
  const taken = likely.find((_, i) => isThere[i]);
  if (taken) return { existing: taken, proposals: free, isCertain: free.length === 0 };
  if (free.length > 1) return { proposals: free, isCertain: false };
  const isSure = bySettings.length > 0 || (learnt[0]?.isSure ?? false);
  if (free.length === 1 && isSure) return { proposals: free, isCertain: true };
  const [found] = (await findTranslations(files, english, options)).candidates;
  if (found) return { existing: found, proposals: [], isCertain: true };
  return { proposals: free.length > 0 ? free : [tree.uri(await usual(page, tree))], isCertain: false };
}

function wildcards(pattern: string): string {
  return (
    pattern
      .match(/\*\*\/?|\*/g)
      ?.map((one) => one.slice(0, 2))
      .join(' ') ?? ''
  );
}

/** Whether a pair lies as the new translation of a page would: such pages have more in common with it than others. */
export function liesAlike(pair: KnownPair, english: NamedPage, root: string, chinese: string): boolean {
  const layout = layoutOf(pair);
  if (!layout || pair.englishRoot !== root || !fits(layout, english)) return false;
  return joined(layout.chineseRoot, placed(layout, english)) === chinese;
}

interface Layout {
  readonly chineseRoot: string;
  readonly englishRoot: string;
  /** Folders that differ, behind which both have the same. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** What stands behind the plain name of either file. */
  readonly ending: string;
  readonly tag: string;
  readonly extension: string | undefined;
}

function layoutsFor(page: NamedPage, root: string, pairs: readonly KnownPair[]): { uri: string; isSure: boolean }[] {
  const counts = new Map<string, { layout: Layout; count: number; isBeside: boolean }>();
  for (const pair of pairs) {
    const layout = layoutOf(pair);
    if (!layout || pair.englishRoot !== root || !fits(layout, page)) continue;
    const key = JSON.stringify(layout);
    const known = counts.get(key) ?? { layout, count: 0, isBeside: false };
    const isBeside = known.isBeside || pair.english.folders.join('/') === page.folders.join('/');
    counts.set(key, { layout, count: known.count + 1, isBeside });
  }
  const fitting = [...counts.values()];
  const deepest = Math.max(...fitting.map(({ layout }) => layout.from.length));
  return fitting
    .filter(({ layout }) => layout.from.length === deepest)
    .sort((a, b) => b.count - a.count)
    .map(({ layout, count, isBeside }) => {
      // One page in one folder says little of pages in others.
      const isSure = deepest > 0 || count > 1 || isBeside;
      return { uri: joined(layout.chineseRoot, placed(layout, page)), isSure };
    });
}

function layoutOf({ chinese, english, chineseRoot, englishRoot }: KnownPair): Layout | undefined {
  const [from, to] = [[...english.folders], [...chinese.folders]];
  while (from.length > 0 && to.length > 0 && from.at(-1) === to.at(-1)) {
    from.pop();
    to.pop();
  }
  const stem = plainStem(english.stem);
  const [named, own] = [nameOf(english), nameOf(chinese)];
  if (stem === '' || !own.startsWith(stem)) return undefined;
  const [ending, tag] = [named.slice(stem.length), own.slice(stem.length)];
  const extension = chinese.extension === english.extension ? undefined : chinese.extension;
  return { chineseRoot, englishRoot, from, to, ending, tag, extension };
}

function fits({ from, ending }: Layout, page: NamedPage): boolean {
  const isIn = from.every((folder, index) => page.folders[index] === folder);
  return isIn && nameOf(page).slice(plainStem(page.stem).length) === ending;
}

function placed({ from, to, tag, extension }: Layout, page: NamedPage): string {
  const name = plainStem(page.stem) + tag + (extension ?? page.extension);
  return [...to, ...page.folders.slice(from.length), name].join('/');
}

function nameOf({ path, extension }: NamedPage): string {
  return path.slice(path.lastIndexOf('/') + 1, -extension.length);
}

// docs/en/a.md → docs/zh/a.md; a_EN.md → a_CN.md; docs/a.md of Docusaurus; a.md → a.zh-CN.md.
async function usual(page: NamedPage, tree: { find(path: string): Promise<string | undefined> }): Promise<string> {
  const { folders, stem, extension } = page;
  const file = stem + extension;
  const at = folders.findLastIndex(isEnglishTag);
  if (at >= 0) return [...folders.with(at, chineseTag(folders[at]!)), file].join('/');
  const plain = plainStem(stem);
  if (plain !== stem) {
    const [separator, tag] = [stem[plain.length]!, stem.slice(plain.length + 1)];
    return [...folders, `${plain}${separator}${chineseTag(tag)}${extension}`].join('/');
  }
  if (isEnglishTag(stem)) return [...folders, chineseTag(stem) + extension].join('/');
  const isDocusaurus =
    (await tree.find('docusaurus.config.js')) ?? (await tree.find('docusaurus.config.ts')) ?? undefined;
  if (isDocusaurus && folders[0] === 'docs') {
    const current = ['i18n', 'zh-Hans', 'docusaurus-plugin-content-docs', 'current'];
    return [...current, ...folders.slice(1), file].join('/');
  }
  return [...folders, `${stem}.zh-CN${extension}`].join('/');
}

function chineseTag(english: string): string {
  const [, separator = '', region = ''] = /^en([-_])([a-z]{2})$/i.exec(english) ?? [];
  const isUpper = english === english.toUpperCase() && !separator;
  if (separator) return `zh${separator}${region === region.toUpperCase() ? 'CN' : 'cn'}`;
  if (/^english$/i.test(english)) return english[0] === 'E' ? 'Chinese' : 'chinese';
  return isUpper ? 'CN' : 'zh';
}
