import { MARKDOWN_NAME } from '../files/files.ts';
import { isWithin, joined, relativePath } from '../files/paths.ts';
import {
  commonEnd,
  ENGLISH,
  EXTENSIONS,
  englishNames,
  folderStem,
  isChineseTag,
  isTagged,
  type NamedPage,
  pageAt,
  plainPath,
} from './names.ts';
import { inside, isOutside, sourceByPattern } from './patterns.ts';
import type { SourceOptions, Tree } from './tree.ts';
import { commentsUri, revisionUri } from './virtual-pages.ts';

/** Paths of equal rank. */
export interface Group {
  readonly paths: readonly string[];
  /** Pages elsewhere: in another folder, in another line of history, or in the page itself. */
  readonly uris?: readonly string[];
  /** A person named it, so it is used whatever its language. */
  readonly given?: boolean;
  /** Too little matches to be certain. */
  readonly vague?: boolean;
}

/** A way in which projects organise their pages: groups of possible sources for a page, better ones first. */
export type Layout = (page: NamedPage, tree: Tree, options: SourceOptions) => Iterable<Group> | AsyncIterable<Group>;

/** In order of precedence: the first layout that finds a file decides. */
export const layouts: readonly Layout[] = [
  inNamedFolder,
  fromSettings,
  fromFrontMatter,
  besideWithoutTag,
  docusaurus,
  otherFolder,
  besideChinese,
  otherClone,
  inComments,
  linkedRevision,
  upstream,
  samePathEnd,
];

// `yijiao compare docs/zh docs/en`: the same path there, perhaps with the name for an English page.
function* inNamedFolder({ path }: NamedPage, tree: Tree, { named }: SourceOptions): Iterable<Group> {
  const page = tree.uri(path);
  if (!named || !isWithin(named.translations, page)) return;
  const { path: own, folders, stem, extension } = pageAt(relativePath(named.translations, page))!;
  const names = stem === '' ? ENGLISH : [stem, ...englishNames(stem)];
  const plain = withExtensions(
    names.map((name) => [...folders, name]),
    extension,
  );
  for (const { paths } of [{ paths: [own] }, ...plain]) {
    for (const one of paths) {
      const uri = joined(named.sources, one);
      if (uri !== page) yield { paths: [], uris: [uri] };
    }
  }
}

function* fromSettings({ path }: NamedPage, _: Tree, { sources = [] }: SourceOptions): Iterable<Group> {
  for (const { match, source } of sources) {
    const named = sourceByPattern(path, match, source);
    if (named !== undefined) yield { paths: [named], given: true };
  }
}

// `original: ../en/page.md` or `source: /docs/page.md` in the front matter, relative to the page's folder or the root.
async function* fromFrontMatter(page: NamedPage, tree: Tree): AsyncIterable<Group> {
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
function* besideWithoutTag({ folders, stem, tag, extension }: NamedPage): Iterable<Group> {
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
function* docusaurus({ path, extension }: NamedPage): Iterable<Group> {
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

// docs/zh/page.md → docs/en/page.md, docs/page.md, page.md; docs-zh/page.md → docs-en/page.md, docs/page.md. The
// deepest folder with a tag comes first.
function* otherFolder({ folders, stem, tag, extension }: NamedPage): Iterable<Group> {
  const names = stem === '' ? ENGLISH : [stem];
  for (let at = folders.length - 1; at >= 0; at--) {
    const before = folders.slice(0, at);
    const after = folders.slice(at + 1);
    const below = (start: readonly string[]) => names.map((name) => [...start, ...after, name]);
    if (!isChineseTag(folders[at]!)) {
      const plain = folderStem(folders[at]!);
      if (plain === undefined) continue;
      yield* withExtensions(
        englishNames(plain).flatMap((english) => below([...before, english])),
        extension,
      );
      yield* withExtensions(below([...before, plain]), extension);
      continue;
    }
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

// The Chinese page has the plain name: index.md with index_origin.md, README.md with README_EN.md.
function* besideChinese({ folders, stem, tag, extension }: NamedPage): Iterable<Group> {
  if (tag !== undefined || stem === '') return;
  const names = ['_', '.', '-'].map((separator) => [...folders, `${stem}${separator}origin`]);
  yield* withExtensions(names, extension);
  yield* withExtensions(
    englishNames(stem).map((name) => [...folders, name]),
    extension,
  );
}

// files/zh-cn/web/api/index.md → files/en-us/web/api/index.md in the source's clone, if it is open too (MDN).
function* otherClone({ path }: NamedPage, _: Tree, { folders = [] }: SourceOptions): Iterable<Group> {
  const [, before = '', rest = ''] = /^((?:.*\/)?)files\/zh-(?:cn|tw)\/(.+)$/i.exec(path) ?? [];
  if (rest)
    yield {
      paths: [`${before}files/en-us/${rest}`],
      uris: folders.map((folder) => joined(folder, `files/en-us/${rest}`)),
    };
}

// `<!-- English -->` above each paragraph (Kubernetes): the page contains its source.
async function* inComments({ path }: NamedPage, tree: Tree): AsyncIterable<Group> {
  if ((await tree.text(path)).includes('<!--')) yield { paths: [], uris: [commentsUri(tree.uri(path))] };
}

// A link in the first lines leads to the source at a revision: that revision of the file if git has it, else the file.
async function* linkedRevision({ path }: NamedPage, tree: Tree, { history }: SourceOptions): AsyncIterable<Group> {
  const [header] = /^(?:[^\n]*\n){0,15}/.exec(await tree.text(path)) ?? [''];
  const [, revision = '', named = ''] =
    /https?:\/\/[^\s/]+\/[^\s/]+\/[^\s/]+\/(?:blob|blame|raw|tree)\/([^\s/]+)\/([^\s)>"'#?]+\.mdx?)/.exec(header) ?? [];
  const source = named && inside(named.split('/'));
  if (!source || source === path) return;
  yield { paths: [source] };
  if (history && (await tree.hasRevision(revision)))
    yield { paths: [], uris: [revisionUri(tree.uri(source), revision)] };
}

// A fork that translates in place: the same path in the upstream branch.
async function* upstream({ path }: NamedPage, tree: Tree, { history }: SourceOptions): AsyncIterable<Group> {
  for (const name of history ? UPSTREAM : []) {
    if (await tree.hasRevision(name)) yield { paths: [], uris: [revisionUri(tree.uri(path), name)] };
  }
}

const UPSTREAM = ['upstream/main', 'upstream/master', 'upstream', 'origin/upstream'];

// markdown/unit3/README_CN.md → unit3/README.md: the page whose path has the longest common end.
async function* samePathEnd(page: NamedPage, tree: Tree): AsyncIterable<Group> {
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
  // Every folder has a README, so one in another folder is only a suggestion.
  if (best.length <= MAX_OFFERS) yield { paths: best, vague: length === 1 && /^(?:readme|index)$/.test(own.at(-1)!) };
}

const MAX_OFFERS = 20;

// One group per extension, starting with that of the page.
function* withExtensions(paths: readonly (readonly string[])[], extension: string): Iterable<Group> {
  const isMarkdown = EXTENSIONS.some((name) => name === extension.toLowerCase());
  const others = isMarkdown ? EXTENSIONS.filter((name) => name !== extension.toLowerCase()) : [];
  for (const other of [extension, ...others]) {
    yield { paths: paths.map((segments) => segments.join('/') + other) };
  }
}
