import type { CodeLens } from 'vscode-languageserver';
import type { Change, DiffPart } from '../core/bilingual/state/drift.ts';
import { type Block, blocksOf } from '../core/markdown/blocks.ts';
import { type Markdown, parsePage } from '../core/markdown/parse.ts';
import type { Language } from '../core/text/bilingual.ts';
import { type LineIndex, lineIndex } from '../core/text/lines.ts';
import type { Span } from '../core/text/span.ts';
import { type LineRange, pagesOf } from '../workspace/comparing.ts';
import { unknownReasons } from '../workspace/coverage/coverage-texts.ts';
import type { Files } from '../workspace/files/files.ts';
import { changesSince, type SourceChanges } from '../workspace/history/changes.ts';
import type { History } from '../workspace/history/history.ts';
import { orUnknown, type UnknownReason } from '../workspace/history/revision.ts';
import { markSynced } from '../workspace/history/sync.ts';
import type { SourceOptions } from '../workspace/source/tree.ts';
import { rangeOf, textEditOf } from './convert.ts';
import { plain } from './hover.ts';
import type { AnalysedPage } from './pages.ts';
import { type ChangedBlock, type ChangesResult, type CompareParams, commands, type SyncResult } from './protocol.ts';

/** Where to look. There is no git in a browser, and none in an untrusted workspace. */
export interface Asked {
  readonly files: Files;
  readonly history: History | undefined;
  readonly isTrusted: boolean;
}

/** How the source of a page has changed since its translation, or why that is unknown. */
export async function pageChanges(
  asked: Asked,
  options: SourceOptions,
  params: CompareParams,
  language: Language,
): Promise<ChangesResult> {
  const found = await sides(asked, options, params);
  if ('reason' in found) return { ...explained(found.reason, language), changes: [] };
  const { chinese, english, history } = found;
  const pages = { chinese: chinese.uri, english: english.uri };
  const since = await changesSince(history, chinese, english);
  if ('unknown' in since) return { pages, ...whyUnknown(since.unknown, language), changes: [] };
  const [left, right] = [lineIndex(chinese.markdown.text), lineIndex(english.markdown.text)];
  const { id, by } = since.revision;
  return {
    pages,
    before: since.before,
    revision: { id, by },
    changes: since.changes.map((change) => changedBlock(change, left, right)),
  };
}

/** The edit that marks a page as in sync with its source. */
export async function pageSynced(
  asked: Asked,
  options: SourceOptions,
  params: CompareParams & { readonly add?: boolean },
  language: Language,
): Promise<SyncResult> {
  const found = await sides(asked, options, params);
  if ('reason' in found) return explained(found.reason, language);
  const { chinese, english, history } = found;
  const { text } = chinese.markdown;
  const result = await orUnknown(() => markSynced(asked.files, history, text, english.uri, params.add === true));
  if ('unknown' in result) return whyUnknown(result.unknown, language);
  if ('edit' in result) return { edit: { uri: chinese.uri, ...textEditOf(lineIndex(text), result.edit) } };
  return result.reason === 'noHistory' ? whyUnknown(result.reason, language) : result;
}

function whyUnknown(reason: UnknownReason, language: Language): { reason: UnknownReason; why: string } {
  return { reason, why: unknownReasons[reason][language] };
}

function explained<Reason extends 'noSource' | UnknownReason>(reason: Reason, language: Language) {
  return reason === 'noSource' ? { reason } : whyUnknown(reason as UnknownReason, language);
}

interface Side {
  readonly uri: string;
  readonly markdown: Markdown;
}

async function sides(
  { files, history, isTrusted }: Asked,
  options: SourceOptions,
  params: CompareParams,
): Promise<
  { chinese: Side; english: Side; history: History } | { readonly reason: 'noSource' | 'untrusted' | 'noGit' }
> {
  const found = await pagesOf(files, params.uri, options, params.source);
  if (!('chinese' in found)) return { reason: 'noSource' };
  if (!history) return { reason: 'noGit' };
  if (!isTrusted) return { reason: 'untrusted' };
  const side = ({ uri, text }: { uri: string; text: string }) => ({ uri, markdown: parsePage(text, uri) });
  return { chinese: side(found.chinese), english: side(found.english), history };
}

function changedBlock({ chinese, after, diff, trivial }: Change, left: LineIndex, right: LineIndex): ChangedBlock {
  return { chinese: linesOf(left, chinese), ...(after ? { after: linesOf(right, after) } : {}), diff, trivial };
}

function linesOf(lines: LineIndex, { from, to }: Span): LineRange {
  return { from: lines.position(from).line, to: lines.position(Math.max(from, to - 1)).line };
}

/** A lens above each heading with the number of changed blocks in its section. Trivial changes do not count. */
export function changeLenses(
  { uri, markdown, lines }: AnalysedPage,
  { changes }: SourceChanges,
  language: Language,
  known: readonly string[],
): CodeLens[] {
  const headings = blocksOf(markdown).filter(({ leaf }) => leaf.level > 0);
  const sections = new Map<Block | undefined, number[]>();
  for (const [index, change] of changes.entries()) {
    if (change.trivial) continue;
    const heading = lastBefore(headings, change.chinese.from);
    const known = sections.get(heading);
    if (known) known.push(index);
    else sections.set(heading, [index]);
  }
  const lens = (place: Block | undefined, title: string, command: string, args: unknown[]): CodeLens => ({
    range: rangeOf(lines, place ?? { from: 0, to: 0 }),
    command: { title, command: known.includes(command) ? command : '', arguments: args },
  });
  const lenses = [...sections].map(([heading, found]) =>
    lens(heading, texts.changed(found.length)[language], commands.showChanges, [uri, found[0]]),
  );
  const [first] = sections.keys();
  if (lenses.length > 0 && known.includes(commands.markSynced)) {
    lenses.push(lens(first, texts.markSynced[language], commands.markSynced, [uri]));
  }
  return lenses;
}

/** The last block that starts at or before an offset. Blocks are in order. */
function lastBefore(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.from <= offset) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}

const texts = {
  changed: (count: number) => ({
    en: `English changed: ${count} ${count === 1 ? 'paragraph' : 'paragraphs'}`,
    zh: `英文有改动：${count} 段`,
  }),
  markSynced: { en: 'Mark as synced', zh: '标记为已同步' },
  since: { en: 'The English has changed since it was translated', zh: '翻译之后英文有改动' },
};

/** The words that changed in the source of the block at an offset, as Markdown. */
export function changeHover({ changes }: SourceChanges, offset: number, language: Language): string | undefined {
  const here = changes.filter(({ chinese: { from, to }, before }) => before && from <= offset && offset <= to);
  if (here.length === 0) return undefined;
  return [`**${texts.since[language]}**`, ...here.map(({ diff }) => diff.map(wordOf).join(''))].join('\n\n');
}

function wordOf({ text, state }: DiffPart): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (!inner) return ' ';
  const shown = plain(
    state === 'same' && inner.length > MAX_SAME ? `${inner.slice(0, 60)} … ${inner.slice(-60)}` : inner,
  );
  const marked = state === 'same' ? shown : state === 'added' ? `**${shown}**` : `~~${shown}~~`;
  return `${before ? ' ' : ''}${marked}${after ? ' ' : ''}`;
}

/** Longer unchanged passages are shortened, so that the changes stand out. */
const MAX_SAME = 160;
