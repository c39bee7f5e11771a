import { allInsertions } from '../core/bilingual/state/insert.ts';
import { hasMdxComments, isTranslation, type Marked } from '../core/bilingual/state/marks.ts';
import { progressOf } from '../core/bilingual/state/progress.ts';
import type { LineIndex } from '../core/text/lines.ts';
import type { Span } from '../core/text/span.ts';
import type { LineRange } from '../workspace/comparing.ts';
import type { Files } from '../workspace/files/files.ts';
import { findSource } from '../workspace/source/source.ts';
import type { SourceOptions } from '../workspace/source/tree.ts';
import { startAt } from '../workspace/starting/start.ts';
import { comparisonOf } from './compare.ts';
import { rangeOf, textEditOf } from './convert.ts';
import type { Asked } from './feature.ts';
import type { AnalysedPage } from './pages.ts';
import type { CompareParams, InsertedAll, PageProgress, ProgressParams, StartResult, Stop } from './protocol.ts';

/** How far the translation of an open page has come; null where that is no question. */
export async function pageProgress(asked: Asked, { uri, search }: ProgressParams): Promise<PageProgress | null> {
  const page = await withSource(asked, uri, search === true);
  const comparison = page && comparisonOf(page);
  if (!page?.source || !comparison) return null;
  const { markdown, lines, source } = page;
  const { blocks, open, done } = progressOf(markdown, comparison);
  // With the empty lines below it, so that nothing is left of it when it is taken away.
  const markOf = ({ mark, unit }: Marked) => ({
    start: rangeOf(lines, mark).start,
    end: { line: linesOf(lines, unit).from, character: 0 },
  });
  const waiting = open.flatMap(({ why, pair, stops, marked }) => {
    const { english } = comparison.pairs[pair]!;
    const more = {
      ...(english ? { lines: linesOf(source.lines, english) } : {}),
      ...(marked ? { mark: markOf(marked) } : {}),
    };
    return stops.map((span) => ({ at: span.from, stop: { range: rangeOf(lines, span), why, ...more } satisfies Stop }));
  });
  const written = done.map((marked) => {
    const stop = { range: markOf(marked), why: 'done', lines: linesOf(lines, marked.unit) } satisfies Stop;
    return { at: marked.mark.from, stop };
  });
  const stops = [...waiting, ...written].sort((a, b) => a.at - b.at).map(({ stop }) => stop);
  return { pages: { chinese: uri, english: source.uri }, blocks, translated: blocks - open.length, stops };
}

/** The edits that bring all that is missing in an open page. */
export async function insertAll(asked: Asked, { uri }: CompareParams): Promise<InsertedAll | null> {
  const page = await withSource(asked, uri, true);
  const comparison = page && comparisonOf(page);
  if (!page?.source || !comparison) return null;
  const { markdown, lines, source } = page;
  const mdx = markdown.reading === 'mdx' || hasMdxComments(uri, source.markdown.text);
  const { edits, inserted, left } = allInsertions(markdown, source.markdown, comparison, mdx);
  return { edits: edits.map((edit) => ({ uri, ...textEditOf(lines, edit) })), inserted, left };
}

/** Where the translation of an English page would lie. */
export async function startOf(files: Files, options: SourceOptions, uri: string): Promise<StartResult> {
  const found = await startAt(files, uri, options);
  return 'reason' in found ? { ...found, proposals: [], isCertain: false } : found;
}

// A page that has just been opened may not have been looked at yet. `search`: a person asks, so that a source which has come
// meanwhile is found even where nobody has told of it.
async function withSource(
  { session, analysis }: Asked,
  uri: string,
  search: boolean,
): Promise<AnalysedPage | undefined> {
  const page = await analysis.pageOf(uri);
  if (!page || page.source || page.skipped) return page;
  const { text } = page.markdown;
  const find = () => session.translations.find(uri, text, page.project);
  const isNew = await find();
  const isMissing = search && !session.translations.known(uri) && isTranslation(text);
  if (isMissing && (await findSource(session.files, uri, session.sourceOptions(page.project))).source) {
    session.forgetSources();
    await find();
  } else if (!isNew) return page;
  analysis.schedule(uri);
  analysis.refreshLenses();
  return analysis.pageOf(uri);
}

function linesOf(lines: LineIndex, { from, to }: Span): LineRange {
  return { from: lines.position(from).line, to: lines.position(Math.max(from, to - 1)).line };
}
