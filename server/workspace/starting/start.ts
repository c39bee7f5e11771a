import { type DraftForm, draftOf } from '../../core/bilingual/state/draft.ts';
import { hasMdxComments, isTranslation } from '../../core/bilingual/state/marks.ts';
import { isMdxName, parsePage } from '../../core/markdown/parse.ts';
import type { Files } from '../files/files.ts';
import { isWithin, joined, relativePath } from '../files/paths.ts';
import { decodeText } from '../files/text-file.ts';
import { type History, ifKnown } from '../history/history.ts';
import { markerIn } from '../history/revision.ts';
import { newestOf } from '../history/sync.ts';
import { pageAt } from '../source/names.ts';
import { findSource } from '../source/source.ts';
import type { SourceOptions } from '../source/tree.ts';
import { frontMatterFor, idHabit, lineAboveFor, type ReadPair } from './habits.ts';
import { pairsNear } from './pairs.ts';
import { liesAlike, type Target, targetOf } from './target.ts';

/** Why no translation of a page can be begun: it cannot be read, it says nothing, or it is a translation itself. */
export type NoStart = 'unreadable' | 'nothing' | 'chinese';

/** Where the translation of an English page lies or would lie, or why there can be none. */
export async function startAt(
  files: Files,
  english: string,
  options: SourceOptions,
): Promise<Target | { readonly reason: NoStart }> {
  const text = await textAt(files, english);
  if (text === undefined) return { reason: 'unreadable' };
  if (text.trim() === '') return { reason: 'nothing' };
  if (isTranslation(text)) return { reason: 'chinese' };
  return targetOf(files, english, options, await pairsNear(files, english, options));
}

/** The text of a new translation, as the project writes them. */
export interface NewTranslation {
  readonly text: string;
  /** Whether the page would name the revision of its source, as others do, but cannot: the source is not committed as it is. */
  readonly isUnnamed: boolean;
  /** Whether the source is found from the new page without being told. */
  readonly leadsBack: boolean;
}

export async function newTranslation(
  files: Files,
  history: History | undefined,
  english: string,
  chinese: string,
  form: DraftForm,
  options: SourceOptions,
): Promise<NewTranslation | undefined> {
  const text = await textAt(files, english);
  if (text === undefined) return undefined;
  const pairs = await readPairs(files, english, chinese, options);
  const markdown = parsePage(text, english);
  const newest = history && (await ifKnown(newestOf(files, history, english)));
  const revision = newest && 'id' in newest ? newest.id : undefined;
  const page = { path: pathOf(chinese, options), source: pathOf(english, options), revision };
  const frontMatter = frontMatterFor(markdown, page, pairs);
  const above = lineAboveFor(page, pairs);
  const mdx = hasMdxComments(chinese, text);
  const draft = draftOf(markdown, {
    // Of a page that is MDX by another name, long comments are not read as such.
    form: mdx && !isMdxName(chinese) ? 'marked' : form,
    mdx,
    ids: idHabit(pairs),
    ...(frontMatter === undefined ? {} : { frontMatter }),
    above,
  });
  const withDraft: Files = {
    ...files,
    read: async (uri) => (uri === chinese ? new TextEncoder().encode(draft) : files.read(uri)),
  };
  const { source } = await findSource(withDraft, chinese, options);
  const isNaming = pairs.filter(({ texts }) => markerIn(texts.chinese.text)).length * 2 > pairs.length;
  return { text: draft, isUnnamed: isNaming && !revision, leadsBack: source === english };
}

async function readPairs(files: Files, english: string, chinese: string, options: SourceOptions): Promise<ReadPair[]> {
  const near = await pairsNear(files, english, options);
  const page = pageAt(relativePath(options.root, english));
  const alike = near.filter((pair) => page && liesAlike(pair, page, options.root, chinese));
  const pairs: ReadPair[] = [];
  for (const pair of (alike.length > 0 ? alike : near).slice(0, MAX_READ)) {
    const uris = [joined(pair.chineseRoot, pair.chinese.path), joined(pair.englishRoot, pair.english.path)] as const;
    const [translation, source] = [await textAt(files, uris[0]), await textAt(files, uris[1])];
    // A page that is only begun shows what this wrote, not what the project does.
    if (translation === undefined || source === undefined || translation.includes('TODO: 翻译')) continue;
    pairs.push({ ...pair, texts: { chinese: parsePage(translation, uris[0]), english: parsePage(source, uris[1]) } });
  }
  return pairs;
}

/** How many translations are read for what they have in common. */
const MAX_READ = 12;

function pathOf(uri: string, { root, folders = [] }: SourceOptions): string {
  return relativePath([root, ...folders].find((one) => isWithin(one, uri)) ?? root, uri);
}

async function textAt(files: Files, uri: string): Promise<string | undefined> {
  const bytes = await files.read(uri);
  const decoded = bytes && decodeText(bytes);
  return decoded && 'text' in decoded && decoded.text.length <= MAX_PAGE ? decoded.text : undefined;
}

/** A longer page (UTF-16 units) is a dump or a book in one file. */
const MAX_PAGE = 4_000_000;
