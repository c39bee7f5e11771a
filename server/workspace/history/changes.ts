import { type Change, drift } from '../../core/bilingual/state/drift.ts';
import { type Markdown, parsePage } from '../../core/markdown/parse.ts';
import { textOf } from '../files/text-file.ts';
import { commentsOf, commentsUri, readVirtual, revisionOf, revisionUri } from '../source/virtual-pages.ts';
import { type History, ifKnown } from './history.ts';
import { orUnknown, type TranslatedRevision, translatedRevisions, type Unknown } from './revision.ts';

/** How the English source has changed since a page was translated from it. */
export interface SourceChanges {
  readonly revision: TranslatedRevision;
  /** The old source: a URI that the Files port can read. */
  readonly before: string;
  readonly changes: readonly Change[];
}

interface Side {
  readonly uri: string;
  readonly markdown: Markdown;
}

/** How the source has changed, or why that is unknown. */
export async function changesSince(history: History, chinese: Side, english: Side): Promise<SourceChanges | Unknown> {
  const since = await orUnknown(() => changesNow(history, chinese, english));
  if (!('unknown' in since) || since.unknown !== 'failed') return since;
  // Some versions of git stop where they may not fetch a missing object.
  const checkout = await ifKnown(history.checkout(chinese.uri));
  return checkout?.isPartial ? { unknown: 'partial' } : since;
}

async function changesNow(history: History, chinese: Side, english: Side): Promise<SourceChanges | Unknown> {
  const revisions = await revisionsOf(history, chinese, english.uri);
  if ('unknown' in revisions) return revisions;
  let best: SourceChanges | undefined;
  for (const revision of revisions) {
    const found = await changesFrom(history, chinese, english, revision);
    if ('unknown' in found) return found;
    // If a merge joined several texts, the one closest to the current source has been updated from the others.
    if (!best || serious(found) < serious(best)) best = found;
  }
  return best ?? { unknown: 'failed' };
}

function serious({ changes }: SourceChanges): number {
  return changes.filter(({ trivial }) => !trivial).length;
}

async function revisionsOf(
  history: History,
  chinese: Side,
  english: string,
): Promise<readonly TranslatedRevision[] | Unknown> {
  const page = { uri: chinese.uri, text: chinese.markdown.text };
  const upstream = revisionOf(english);
  if (!upstream) return translatedRevisions(history, page, commentsOf(english) ?? english);
  // The source of a fork is in another line of history. The version at the fork is what was translated.
  const base = await history.mergeBase(upstream.file, 'HEAD', upstream.revision);
  if (base) return [{ id: base, by: 'fork' }];
  return { unknown: (await history.checkout(upstream.file)).isShallow ? 'shallow' : 'noSourceThen' };
}

async function changesFrom(
  history: History,
  chinese: Side,
  english: Side,
  revision: TranslatedRevision,
): Promise<SourceChanges | Unknown> {
  const before = await sourceThen(history, chinese.uri, english.uri, revision);
  if (typeof before !== 'string') return before;
  const text = textOf(await readVirtual(before, history));
  if (text === undefined) return { unknown: 'noSourceThen' };
  return { revision, before, changes: drift(chinese.markdown, parsePage(text, english.uri), english.markdown) };
}

const MIN_LIKENESS = 50;

/** The source (URI) in a revision, under the name that it had then. */
async function sourceThen(
  history: History,
  chinese: string,
  english: string,
  { id, by, page }: TranslatedRevision,
): Promise<string | Unknown> {
  const comments = commentsOf(english);
  if (comments !== undefined) return commentsUri(revisionUri(page ?? comments, id));
  const file = revisionOf(english)?.file ?? english;
  if (await history.read(file, id)) return revisionUri(file, id);
  const [own, other] = [await history.checkout(chinese), await history.checkout(file)];
  if (by === 'commit' && own.root !== other.root && !(await history.resolve(file, id)))
    return { unknown: 'otherCheckout' };
  for (const { uri, likeness } of (await history.versions(file)) ?? []) {
    if (uri !== file && (await history.read(uri, id))) return revisionUri(uri, id);
    // A version with little in common was a different page.
    if (likeness < MIN_LIKENESS) break;
  }
  return { unknown: other.isPartial ? 'partial' : 'noSourceThen' };
}
