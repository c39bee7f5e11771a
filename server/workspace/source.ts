import { URI } from 'vscode-uri';
import { isChinesePage } from '../core/text/sentence.ts';
import { type Files, MARKDOWN_NAME } from './files.ts';
import { isWithin, parentOf, relativePath } from './paths.ts';
import { decodeText } from './text-file.ts';

export interface SourceOptions {
  /** URI of the folder that holds both languages; nothing outside of it is looked at. */
  readonly root: string;
  /**
   * Paths relative to the root. `*` stands for a name or a part of it, `**` for any folders; what the wildcards of
   * `match` stand for takes the places of those of `source`, in order.
   */
  readonly sources?: readonly SourcePattern[];
  /** Whether a file is written in Chinese, and so no source; by default its text is read. */
  readonly isChinese?: (uri: string) => Promise<boolean>;
}

export interface SourcePattern {
  readonly match: string;
  readonly source: string;
}

export interface FoundSource {
  /** URI of the other page; undefined when there is none, or when several are as likely. */
  readonly source?: string;
  /** URIs of the files that the deciding rule found. */
  readonly candidates: readonly string[];
  /** Paths relative to the root that were looked for, in order; `**` stands for any folders. */
  readonly tried: readonly string[];
}

/** Finds the English page that a Chinese page translates. The first rule that finds a file decides. */
export async function findSource(files: Files, uri: string, options: SourceOptions): Promise<FoundSource> {
  return findIn(openTree(files, uri, options), uri, options);
}

/**
 * The other way round: the Chinese page whose source is this English page, as `source`; of several all are candidates.
 * A page that only its front matter leads to is found if its name is the same.
 */
export async function findTranslations(files: Files, uri: string, options: SourceOptions): Promise<FoundSource> {
  const tree = openTree(files, uri, options);
  const english = pageAt(tree.relative(uri));
  if (!english) return { candidates: [], tried: [] };
  const candidates: string[] = [];
  for (const page of (await mayTranslate(english, tree, options)).slice(0, MAX_PAGES)) {
    const translation = tree.uri(page.path);
    const { source } = await findIn(tree, translation, options);
    if (source !== tree.uri(english.path)) continue;
    if (isTagged(page) || (await tree.isChinese(translation))) candidates.push(translation);
  }
  const stem = plainStem(english.stem);
  const tried = [`**/${stem}[._-]{zh,cn,zh-*}${english.extension}`, `**/{zh,cn,zh-*}/**/${stem}${english.extension}`];
  return candidates.length === 1 ? { source: candidates[0]!, candidates, tried } : { candidates, tried };
}

async function findIn(tree: Tree, uri: string, options: SourceOptions): Promise<FoundSource> {
  const page = pageAt(tree.relative(uri));
  const tried = new Set<string>();
  if (!page) return { candidates: [], tried: [] };
  for (const rule of rules) {
    for await (const group of rule(page, tree, options)) {
      const found = new Set<string>();
      for (const path of group.paths) {
        tried.add(path);
        const existing = path.includes('**') ? undefined : await tree.find(path);
        if (existing !== undefined && existing !== page.path) found.add(tree.uri(existing));
      }
      const candidates: string[] = [];
      for (const candidate of found) if (group.given || !(await tree.isChinese(candidate))) candidates.push(candidate);
      if (candidates.length === 0) continue;
      const result = { candidates, tried: [...tried] };
      return candidates.length === 1 && !group.vague ? { ...result, source: candidates[0]! } : result;
    }
  }
  return { candidates: [], tried: [...tried] };
}

// Every folder has a README, and the right one is among those with the most similar paths.
const MAX_PAGES = 100;

/** Paths that are equally good. */
interface Group {
  readonly paths: readonly string[];
  /** A person named it: taken whatever its language. */
  readonly given?: boolean;
  /** Too little is the same to be sure. */
  readonly vague?: boolean;
}

/** One way in which projects keep their pages: groups of paths for the source of a page, better ones first. */
type Rule = (page: Page, tree: Tree, options: SourceOptions) => Iterable<Group> | AsyncIterable<Group>;

/** A Markdown file by its path relative to the root. */
interface Page {
  readonly path: string;
  readonly folders: readonly string[];
  /** The file's name without extension and without language tag; '' when the tag is all of it. */
  readonly stem: string;
  /** The Chinese tag in its name, as written. */
  readonly tag: string | undefined;
  readonly extension: string;
}

const rules: readonly Rule[] = [
  fromSettings,
  fromFrontMatter,
  besideWithoutTag,
  docusaurus,
  otherFolder,
  besideChinese,
  samePathEnd,
];

function* fromSettings({ path }: Page, _: Tree, { sources = [] }: SourceOptions): Iterable<Group> {
  for (const { match, source } of sources) {
    const named = sourceByPattern(path, match, source);
    if (named !== undefined) yield { paths: [named], given: true };
  }
}

// `original: ../en/page.md` or `source: /docs/page.md` between the fences, from the page's folder or from the root.
async function* fromFrontMatter(page: Page, tree: Tree): AsyncIterable<Group> {
  const text = await tree.text(page.path);
  const [frontMatter] = /^\uFEFF?(---|\+\+\+)[^\S\n]*\n(?:(?!\1).*\n){0,200}\1/.exec(text) ?? [];
  const [, name] = /^(?:original|source)\s*[:=]\s*["']?([^"'#\s][^"'#\r\n]*)/m.exec(frontMatter ?? '') ?? [];
  if (!name || isOutside(name)) return;
  const path = name.trim();
  const endings = MARKDOWN_NAME.test(path) ? [''] : EXTENSIONS;
  for (const folders of path.startsWith('/') ? [[]] : [page.folders, []]) {
    const named = inside([...folders, ...path.split('/')]);
    if (named !== undefined) yield { paths: endings.map((ending) => named + ending), given: true };
  }
}

// README_zh-CN.md → README.md, README.en.md, ../README.md; zh.md → en.md.
function* besideWithoutTag({ folders, stem, tag, extension }: Page): Iterable<Group> {
  if (tag === undefined) return;
  if (stem === '') {
    yield* withExtensions(
      ENGLISH.map((english) => [...folders, english]),
      extension,
    );
    yield* withExtensions(
      [
        [...folders, 'README'],
        [...folders, 'index'],
      ],
      extension,
    );
    return;
  }
  yield* withExtensions([[...folders, stem]], extension);
  yield* withExtensions(
    englishNames(stem).map((name) => [...folders, name]),
    extension,
  );
  if (folders.length > 0) yield* withExtensions([[...folders.slice(0, -1), stem]], extension);
}

// i18n/zh-Hans/docusaurus-plugin-content-docs/current/intro.md → docs/intro.md
function* docusaurus({ path, extension }: Page): Iterable<Group> {
  const [, base = '', tag = '', plugin = '', id, rest = ''] =
    /^((?:.*\/)?)i18n\/([^/]+)\/docusaurus-plugin-content-(docs|blog|pages)(?:-([^/]+))?\/(.+)\.\w+$/i.exec(path) ?? [];
  if (!isChineseTag(tag)) return;
  const [, version, inDocs = rest] = /^(current|version-[^/]+)\/(.+)$/.exec(rest) ?? [];
  let folder = plugin === 'pages' ? (id ?? 'src/pages') : (id ?? plugin);
  if (version?.startsWith('version-')) folder = `${id ? `${id}_` : ''}versioned_docs/${version}`;
  const page = `${folder}/${plugin === 'docs' ? inDocs : rest}`.split('/');
  const above = base.split('/').filter(Boolean);
  yield* withExtensions([[...above, ...page]], extension);
  if (above.length > 0) yield* withExtensions([[...above.slice(0, -1), ...page]], extension);
}

// docs/zh/page.md → docs/en/page.md, docs/page.md, page.md; the deepest folder with a tag first.
function* otherFolder({ folders, stem, tag, extension }: Page): Iterable<Group> {
  const names = stem === '' ? ENGLISH : [stem];
  for (let at = folders.length - 1; at >= 0; at--) {
    if (!isChineseTag(folders[at]!)) continue;
    const before = folders.slice(0, at);
    const after = folders.slice(at + 1);
    const below = (start: readonly string[]) => names.map((name) => [...start, ...after, name]);
    const tagged = ENGLISH.flatMap((english) => below([...before, english]));
    yield* withExtensions(tagged, extension);
    if (tag !== undefined && stem !== '') {
      yield* withExtensions(
        ENGLISH.flatMap((english) => englishNames(stem).map((name) => [...before, english, ...after, name])),
        extension,
      );
    }
    yield* withExtensions(below(before), extension);
    if (before.length > 0) yield* withExtensions(below(before.slice(0, -1)), extension);
  }
}

// The page has the plain name itself: index.md with index_origin.md, README.md with README_EN.md.
function* besideChinese({ folders, stem, tag, extension }: Page): Iterable<Group> {
  if (tag !== undefined || stem === '') return;
  const names = ['_', '.', '-'].map((separator) => [...folders, `${stem}${separator}origin`]);
  yield* withExtensions(names, extension);
  yield* withExtensions(
    englishNames(stem).map((name) => [...folders, name]),
    extension,
  );
}

// markdown/unit3/README_CN.md → unit3/README.md: the page whose path ends alike for the longest stretch.
async function* samePathEnd(page: Page, tree: Tree): AsyncIterable<Group> {
  if (!isTagged(page) || page.stem === '') return;
  const own = plainPath(page);
  let best: string[] = [];
  let length = 0;
  for (const other of await tree.pages(own.at(-1)!)) {
    if (isTagged(other)) continue;
    const common = commonEnd(own, plainPath(other));
    if (common > length) [best, length] = [[], common];
    if (common === length) best.push(other.path);
  }
  yield { paths: [`**/${own.slice(-Math.max(1, length)).join('/')}${page.extension}`] };
  // Every folder has a README: one of another folder is only an offer.
  if (best.length <= MAX_OFFERS) yield { paths: best, vague: length === 1 && /^(?:readme|index)$/.test(own.at(-1)!) };
}

const MAX_OFFERS = 20;

const CHINESE_TAG =
  /^(?:(?:zh|cn)(?:[-_](?:cn|tw|hk|sg|mo|hans|hant)){0,2}|zh(?:cn|tw|hans|hant)|chs|cht|chinese|中文版?|[简簡繁][体體]?中文版?)$/i;

const ENGLISH = ['en', 'en-US', 'en_US', 'en-GB', 'english'] as const;

const ENGLISH_TAG = /^(?:en(?:[-_](?:us|gb))?|english|origin)$/i;

const EXTENSIONS = ['.md', '.mdx', '.markdown'] as const;

function isChineseTag(name: string): boolean {
  return CHINESE_TAG.test(name);
}

function isTagged({ tag, folders }: Page): boolean {
  return tag !== undefined || folders.some(isChineseTag);
}

function englishNames(stem: string): string[] {
  return ['_', '-', '.'].flatMap((separator) => ENGLISH.map((english) => `${stem}${separator}${english}`));
}

function pageAt(path: string): Page | undefined {
  const extension = MARKDOWN_NAME.exec(path)?.[0];
  if (extension === undefined) return undefined;
  const folders = path.split('/');
  const name = folders.pop()!.slice(0, -extension.length);
  if (isChineseTag(name)) return { path, folders, stem: '', tag: name, extension };
  // The longest tag: README_zh_CN is no README_zh with the tag CN.
  for (const { index } of name.matchAll(/[._-]|(?=[中简簡繁])/g)) {
    const tag = name.slice(index).replace(/^[._-]/, '');
    if (index > 0 && isChineseTag(tag)) return { path, folders, stem: name.slice(0, index), tag, extension };
  }
  return { path, folders, stem: name, tag: undefined, extension };
}

// One group an extension, that of the page first.
function* withExtensions(paths: readonly (readonly string[])[], extension: string): Iterable<Group> {
  for (const other of [extension, ...EXTENSIONS.filter((name) => name !== extension.toLowerCase())]) {
    yield { paths: paths.map((segments) => segments.join('/') + other) };
  }
}

// Without what tells the language, in lower case, the file name without extension.
function plainPath({ folders, stem }: Page): string[] {
  const names = folders.filter((name) => !isChineseTag(name) && !ENGLISH_TAG.test(name));
  return [...names, plainStem(stem)].map((name) => name.toLowerCase());
}

function plainStem(stem: string): string {
  const cut = Math.max(stem.lastIndexOf('_'), stem.lastIndexOf('.'), stem.lastIndexOf('-'));
  return cut > 0 && ENGLISH_TAG.test(stem.slice(cut + 1)) ? stem.slice(0, cut) : stem;
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

// Other pages that could name this one, by their names alone; those whose paths end most alike first.
async function mayTranslate(english: Page, tree: Tree, { sources = [] }: SourceOptions): Promise<readonly Page[]> {
  const pages = new Set([...(await tree.pages(plainStem(english.stem))), ...(await tree.pages(''))]);
  for (const page of sources.length > 0 ? await tree.pages() : []) {
    if (sources.some(({ match, source }) => sourceByPattern(page.path, match, source) === english.path))
      pages.add(page);
  }
  const own = plainPath(english);
  const rank = (page: Page) => (isTagged(page) ? 0.5 : 0) + commonEnd(own, plainPath(page));
  const others = [...pages].filter(({ path }) => path !== english.path);
  return others.sort((a, b) => rank(b) - rank(a));
}

/** The files of one root, by paths relative to it; what was read once is kept. */
interface Tree {
  relative(uri: string): string;
  uri(path: string): string;
  /** The path of a file as it is really written, whatever the case of the letters asked for. */
  find(path: string): Promise<string | undefined>;
  /** '' for what is no text. */
  text(path: string): Promise<string>;
  /** All Markdown files, or those of a name: without language tags, in any case; '' is for names that are a tag. */
  pages(plainStem?: string): Promise<readonly Page[]>;
  isChinese(uri: string): Promise<boolean>;
}

function openTree(files: Files, uri: string, options: SourceOptions): Tree {
  // A page outside of the root is on its own with the folder it lies in.
  const root = URI.parse(isWithin(options.root, uri) ? options.root : parentOf(uri));
  const uriOf = (path: string) => root.with({ path: `${root.path.replace(/\/$/, '')}/${path}` }).toString();
  const list = kept((path: string) => files.list(path === '' ? root.toString() : uriOf(path)));
  const text = kept(async (path: string) => {
    const bytes = await files.read(uriOf(path));
    const file = bytes && decodeText(bytes);
    return file && 'text' in file ? file.text : '';
  });
  const relative = (other: string) => relativePath(root.toString(), other);
  const all = kept(async () => {
    const paths = (await files.markdown(root.toString())).map(relative).sort((a, b) => (a < b ? -1 : 1));
    return paths.flatMap((path) => pageAt(path) ?? []);
  });
  const byName = kept(async () => {
    const groups = new Map<string, Page[]>();
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
    pages: async (stem) => (stem === undefined ? all('') : ((await byName('')).get(stem.toLowerCase()) ?? [])),
    async find(path) {
      let found = '';
      const segments = path.split('/');
      for (const [index, segment] of segments.entries()) {
        const kind = index === segments.length - 1 ? 'file' : 'folder';
        const entries = (await list(found)).filter((entry) => entry.kind === kind);
        const alike = (name: string) => name.toLowerCase() === segment.toLowerCase();
        const entry = entries.find(({ name }) => name === segment) ?? entries.find(({ name }) => alike(name));
        if (!entry) return undefined;
        found = found === '' ? entry.name : `${found}/${entry.name}`;
      }
      return found;
    },
    isChinese: options.isChinese ?? (async (other) => isChinesePage(await text(relative(other)))),
  };
}

function kept<T>(read: (path: string) => Promise<T>): (path: string) => Promise<T> {
  const results = new Map<string, Promise<T>>();
  return (path) => {
    const result = results.get(path) ?? read(path);
    results.set(path, result);
    return result;
  };
}

// A path relative to the root; undefined when it leads out of it or nowhere.
function inside(segments: readonly string[]): string | undefined {
  const path: string[] = [];
  for (const segment of segments) {
    if (segment === '..') {
      if (path.pop() === undefined) return undefined;
    } else if (segment !== '' && segment !== '.') path.push(segment);
  }
  return path.length > 0 ? path.join('/') : undefined;
}

// Another scheme, another host, a drive or a share.
function isOutside(name: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|\/\/|\\)/i.test(name.trim());
}

function sourceByPattern(path: string, match: string, source: string): string | undefined {
  const values = wildcardValues(path, match);
  if (!values || isOutside(source)) return undefined;
  const named = source.replace(/\*\*\/|\*\*|\*/g, () => values.shift() ?? '');
  return inside(named.split('/'));
}

// What each wildcard stands for; undefined when the path does not match. No place is tried twice, so no pattern is slow.
function wildcardValues(path: string, pattern: string): string[] | undefined {
  const parts = pattern.replace(/^\.?\//, '').match(/\*\*\/|\*\*|\*|[^*]+/g) ?? [];
  const failed = new Set<string>();
  const walk = (part: number, at: number): string[] | undefined => {
    const wanted = parts[part];
    if (wanted === undefined) return at === path.length ? [] : undefined;
    if (!wanted.startsWith('*')) return path.startsWith(wanted, at) ? walk(part + 1, at + wanted.length) : undefined;
    if (failed.has(`${part} ${at}`)) return undefined;
    for (let end = at; end <= path.length; end++) {
      if (wanted === '*' && path.slice(at, end).includes('/')) break;
      if (wanted === '**/' && end > at && path[end - 1] !== '/') continue;
      const rest = walk(part + 1, end);
      if (rest) return [path.slice(at, end), ...rest];
    }
    failed.add(`${part} ${at}`);
    return undefined;
  };
  return walk(0, 0);
}
