import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { type Comparison, compare } from '../core/bilingual/state/compare.ts';
import { insertion, missingRun } from '../core/bilingual/state/insert.ts';
import { hasMdxComments } from '../core/bilingual/state/marks.ts';
import { progressOf } from '../core/bilingual/state/progress.ts';
import { isNotebookName } from '../core/markdown/notebook.ts';
import { parsePage } from '../core/markdown/parse.ts';
import { lineIndex } from '../core/text/lines.ts';
import { comparePage, linePairs } from '../workspace/comparing.ts';
import type { Files } from '../workspace/files/files.ts';
import type { SourceOptions } from '../workspace/source/tree.ts';
import { fileOf, isVirtual, notebookUri } from '../workspace/source/virtual-pages.ts';
import { diagnosticOf, textEditOf, type Voice } from './convert.ts';
import type { AnalysedPage } from './pages.ts';
import { type CompareParams, type CompareResult, commands, type InsertParams, type PageEdit } from './protocol.ts';

/** Compares a page with its other language, as line ranges. `files` returns open pages as they are in the editor. */
export async function comparePages(
  files: Files,
  options: SourceOptions,
  params: CompareParams,
): Promise<CompareResult> {
  const result = await comparePage(files, fileOf(params.uri), options, params.source);
  if (!('comparison' in result)) {
    const tried = result.unreadable ? [result.unreadable] : result.tried;
    const { candidates, isSource } = result;
    return { pairs: [], candidates, tried, ...(isSource ? { isSource } : {}) };
  }
  const pages = { chinese: shown(result.chinese.uri), english: shown(result.english.uri) };
  // What stands under a mark is not translated, whatever it says.
  const { open } = progressOf(parsePage(result.chinese.text, result.chinese.uri), result.comparison);
  const waiting = new Set(open.map(({ pair }) => pair));
  const pairs = linePairs(result).map((pair, index) =>
    waiting.has(index) && pair.state === 'aligned' ? { ...pair, state: 'untranslated' as const } : pair,
  );
  return { pages, candidates: [], tried: [], pairs };
}

/** Notebooks are shown as pages. */
function shown(uri: string): string {
  return isNotebookName(uri) ? notebookUri(uri) : uri;
}

/** The edit that inserts what is missing at a line of either page into the Chinese one. */
export async function insertMissing(
  files: Files,
  options: SourceOptions,
  params: InsertParams,
): Promise<PageEdit | undefined> {
  const result = await comparePage(files, params.uri, options, params.source);
  // A page that no file holds cannot be written.
  if (!('comparison' in result) || isVirtual(result.chinese.uri)) return undefined;
  const index = missingAt(linePairs(result), params);
  const run = missingRun(result.comparison, index);
  if (!run) return undefined;
  const { uri, text } = result.chinese;
  const [chinese, english] = [parsePage(text, uri), parsePage(result.english.text, result.english.uri)];
  const wanted = params.all ? run : { from: index, to: index + 1 };
  const edit = insertion(chinese, english, result.comparison, wanted, hasMdxComments(uri, english.text));
  return edit && { uri, ...textEditOf(lineIndex(text), edit) };
}

const INSERT = `${CodeActionKind.Refactor}.insert.yijiao`;

/**
 * For a page with a known source: inserts what is missing at the cursor, one block or all of them. It is a quick fix if
 * there is a finding about it, otherwise a refactoring.
 */
export function insertActions(
  page: AnalysedPage,
  { range, context }: CodeActionParams,
  voice: Voice,
  known: readonly string[],
): CodeAction[] {
  const { source, markdown, lines, uri } = page;
  if (!source) return [];
  const wants = (kind: string) => context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  const [from, to] = [range.start, range.end].map(({ line, character }) => lines.offset(line, character));
  const reported = page.result.findings
    .filter((finding) => finding.rule.id === 'missing-block' && finding.from <= to! && from! <= finding.to)
    .map((finding) => diagnosticOf(page, finding, voice));
  const isFix = reported.length > 0 && wants(CodeActionKind.QuickFix);
  if (!isFix && !wants(INSERT)) return [];
  const kind = isFix ? { kind: CodeActionKind.QuickFix, diagnostics: reported } : { kind: INSERT };
  const comparison = comparisonOf(page)!;
  const sides = { chinese: { uri, text: markdown.text }, english: { uri: source.uri, text: source.markdown.text } };
  const index = missingAt(linePairs({ ...sides, comparison }), { line: range.start.line, side: 'chinese' });
  const run = missingRun(comparison, index);
  if (!run) return [];
  const mdx = hasMdxComments(uri, source.markdown.text);
  const action = (wanted: { from: number; to: number }, title: string): CodeAction[] => {
    const edit = insertion(markdown, source.markdown, comparison, wanted, mdx);
    if (!edit) return [];
    const made = textEditOf(lines, edit);
    const command = { title, command: commands.selectInserted, arguments: [{ uri, ...made }] };
    const then = known.includes(command.command) ? { command } : {};
    return [{ title, ...kind, edit: { changes: { [uri]: [made] } }, ...then }];
  };
  const count = run.to - run.from;
  const one = action({ from: index, to: index + 1 }, texts.insertOne[voice.language]);
  return [...one, ...(count > 1 ? action(run, texts.insertAll(count)[voice.language]) : [])];
}

const texts = {
  insertOne: { en: 'Insert the missing English block', zh: '插入此处缺失的英文段落' },
  insertAll: (count: number) => ({
    en: `Insert all ${count} missing English blocks`,
    zh: `插入此处缺失的全部 ${count} 个英文段落`,
  }),
};

/** A page beside its source, where that is known; it is compared once, though it is asked at every step of the cursor. */
export function comparisonOf(page: AnalysedPage): Comparison | undefined {
  if (!page.source) return undefined;
  const comparison = comparisons.get(page) ?? compare(page.markdown, page.source.markdown);
  comparisons.set(page, comparison);
  return comparison;
}

const comparisons = new WeakMap<AnalysedPage, Comparison>();

// In the Chinese page: what is missing after the block at this line, or else before it.
function missingAt(pairs: ReturnType<typeof linePairs>, { line, side }: Pick<InsertParams, 'line' | 'side'>): number {
  const at = pairs.findIndex((pair) => {
    const range = pair[side];
    return range !== undefined && line <= range.to;
  });
  if (side === 'english') return pairs.findIndex(({ english: e }) => e && e.from <= line && line <= e.to);
  const isMissing = (index: number) => pairs[index]?.state === 'missing';
  if (at < 0) return pairs.findLastIndex(({ state }) => state === 'missing');
  const behind = pairs.findIndex((pair, index) => index > at && (pair.chinese !== undefined || isMissing(index)));
  if (isMissing(behind)) return behind;
  let first = at;
  while (isMissing(first - 1)) first--;
  return first < at ? first : -1;
}
