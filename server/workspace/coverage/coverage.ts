import { createRepeats, type TwoWays } from '../../core/bilingual/align/repeats.ts';
import { type Comparison, compare } from '../../core/bilingual/state/compare.ts';
import { isTranslation } from '../../core/bilingual/state/marks.ts';
import { progressOf } from '../../core/bilingual/state/progress.ts';
import { type Markdown, parsePage } from '../../core/markdown/parse.ts';
import { countHan } from '../../core/text/han.ts';
import { type Files, MARKDOWN_NAME } from '../files/files.ts';
import { parentOf } from '../files/paths.ts';
import { readPage } from '../files/text-file.ts';
import { changesSince, type SourceChanges } from '../history/changes.ts';
import type { History } from '../history/history.ts';
import type { Unknown, UnknownReason } from '../history/revision.ts';
import { isTagged, pageAt, plainStem } from '../source/names.ts';
import { findSourceIn } from '../source/source.ts';
import { openTree, type SourceOptions } from '../source/tree.ts';

/**
 * How a page relates to its source. `behind`: the English has changed since. `incomplete`: blocks are missing or still
 * English. `unknown`: all blocks are there, but it is unknown whether the English has changed since.
 */
export type PageState = 'inSync' | 'behind' | 'incomplete' | 'unknown' | 'untranslated' | 'noSource';

export interface PageCoverage {
  /** URI of the Chinese page; undefined for a source without a translation. */
  readonly chinese?: string;
  readonly english?: string;
  readonly state: PageState;
  /** The number of blocks with content in the source, and how many of them are translated. */
  readonly blocks: number;
  readonly translated: number;
  readonly missing: number;
  /** The number of blocks of the Chinese page that are still English. */
  readonly untranslated: number;
  readonly extra: number;
  /** The number of blocks whose English has changed since, apart from trivial changes. */
  readonly behind: number;
  /** The id of the source revision that the page was translated from; undefined if unknown. */
  readonly since?: string;
  /** Why that is unknown. An incomplete page may have this too. */
  readonly unknown?: UnknownReason;
}

/** The texts and the comparison behind the coverage of a page. */
export interface Compared {
  readonly chinese: Markdown;
  readonly english: Markdown;
  readonly comparison: Comparison;
  readonly changes: SourceChanges | Unknown;
}

export interface Coverage {
  /** Sorted by path; sources without a translation come last. */
  readonly pages: readonly PageCoverage[];
  readonly twoWays: readonly TwoWays[];
  /** It was cancelled, so pages are missing. */
  readonly isPartial: boolean;
}

/** The coverage of pages from an earlier run. */
export interface KnownPages {
  /** Null for a page that is not a translation; undefined for one that has to be read. */
  known(uri: string): PageCoverage | null | undefined;
  /**
   * Call before reading a page. Pass the result to the returned function, which drops it if
   * anything has changed meanwhile.
   */
  begin(): (uri: string, page: PageCoverage | null) => void;
}

export interface CoverageOptions extends SourceOptions {
  readonly history?: History | undefined;
  /** Pages to skip. */
  readonly isIgnored?: (uri: string) => boolean;
  /** Pages that it knows are not read again, so `twoWays` does not include them. */
  readonly memory?: KnownPages;
  /** Called for each page in turn, with its texts if it has a source. */
  readonly onPage?: (page: PageCoverage, compared: Compared | undefined) => void;
  readonly onProgress?: (done: number, all: number, uri: string) => void;
  readonly isCancelled?: () => boolean;
}

/** The coverage of the translations below a root, or below a folder in it. */
export async function coverageOf(files: Files, folder: string, options: CoverageOptions): Promise<Coverage> {
  const tree = openTree(files, options.root, options);
  const history = options.history?.below(folder);
  const all = (await files.markdown(folder)).filter((uri) => !options.isIgnored?.(uri));
  const pages: PageCoverage[] = [];
  const add = (page: PageCoverage, compared?: Compared) => {
    pages.push(page);
    options.onPage?.(page, compared);
  };
  const sources = new Set<string>();
  const others: string[] = [];
  const repeats = createRepeats();
  let isPartial = false;
  for (const [done, uri] of all.entries()) {
    if (options.isCancelled?.()) {
      isPartial = true;
      break;
    }
    options.onProgress?.(done, all.length, uri);
    const known = options.memory?.known(uri);
    const keep = options.memory?.begin();
    const looked = known === undefined ? await look(uri) : known && { page: known };
    if (looked === undefined) continue;
    keep?.(uri, looked?.page ?? null);
    if (looked === null) others.push(uri);
    else add(looked.page, looked.compared);
    if (looked?.page.english !== undefined) sources.add(looked.page.english);
    if (looked?.compared) repeats.add(uri, looked.compared.comparison.pairs);
  }
  if (!isPartial) for (const page of untranslatedPages(others, sources)) add(page);
  return { pages, twoWays: repeats.twoWays(), isPartial };

  // Null for a page that is not a translation, undefined for one that cannot be read.
  async function look(uri: string): Promise<{ page: PageCoverage; compared?: Compared } | null | undefined> {
    const text = await readPage(files, uri);
    if (text === undefined) return undefined;
    // In a folder that somebody named as translations, every page with any Chinese counts.
    const isNamed = options.named !== undefined && countHan(text) > 0;
    if (!isNamed && !isTranslated(tree.relative(uri), text)) return null;
    const { source } = await findSourceIn(tree, uri, options);
    const english = source === undefined ? undefined : await readPage(files, source);
    if (source === undefined || english === undefined) return { page: { chinese: uri, state: 'noSource', ...nothing } };
    const compared = await compareWith(uri, parsePage(text, uri), source, parsePage(english, source), history);
    return { page: { chinese: uri, english: source, ...countsOf(compared) }, compared };
  }
}

// Of a page that is mostly code, its place among the translations tells the language.
function isTranslated(path: string, text: string): boolean {
  const page = pageAt(path);
  return isTranslation(text) || (page !== undefined && isTagged(page) && countHan(text) > 0);
}

async function compareWith(
  uri: string,
  chinese: Markdown,
  source: string,
  english: Markdown,
  history: History | undefined,
): Promise<Compared> {
  const pages = [
    { uri, markdown: chinese },
    { uri: source, markdown: english },
  ] as const;
  const changes = history ? await changesSince(history, ...pages) : { unknown: 'noGit' as const };
  return { chinese, english, comparison: compare(chinese, english), changes };
}

const nothing = { blocks: 0, translated: 0, missing: 0, untranslated: 0, extra: 0, behind: 0 };

function countsOf({ chinese, comparison, changes }: Compared): Omit<PageCoverage, 'chinese' | 'english'> {
  const count = (state: string) => comparison.pairs.filter((pair) => pair.state === state).length;
  const { blocks, open } = progressOf(chinese, comparison);
  const missing = count('missing');
  const untranslated = open.length - missing;
  const isKnown = 'changes' in changes;
  const behind = isKnown ? changes.changes.filter(({ trivial }) => !trivial).length : 0;
  const state = behind > 0 ? 'behind' : missing + untranslated > 0 ? 'incomplete' : isKnown ? 'inSync' : 'unknown';
  return {
    state,
    blocks,
    translated: blocks - missing - untranslated,
    missing,
    untranslated,
    extra: count('extra'),
    behind,
    ...(isKnown ? { since: changes.revision.id } : changes),
  };
}

const OTHER_TAG = /[._](?!en\b)[a-z]{2}(?:[-_][a-z]{2,4})?$/i;

// Pages without a translation, next to pages that have one.
function untranslatedPages(others: readonly string[], sources: ReadonlySet<string>): PageCoverage[] {
  const folders = new Set([...sources].map(parentOf));
  const stems = new Set([...sources].map((uri) => plainStem(uri.replace(MARKDOWN_NAME, ''))));
  // README.es.md next to README.md is another translation.
  const isOther = (uri: string) => stems.has(uri.replace(MARKDOWN_NAME, '').replace(OTHER_TAG, ''));
  return others
    .filter((uri) => !sources.has(uri) && folders.has(parentOf(uri)) && !isOther(uri))
    .map((english) => ({ english, state: 'untranslated', ...nothing }));
}
