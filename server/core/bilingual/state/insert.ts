import { type Block, blocksOf } from '../../markdown/blocks.ts';
import { type Markdown, parseMarkdown } from '../../markdown/parse.ts';
import { applyEdits, type Edit, type Span } from '../../text/span.ts';
import type { BlockPair, Comparison } from './compare.ts';

/** The run of blocks without a translation at an index of the pairs: indexes, `to` exclusive. */
export function missingRun({ pairs }: Comparison, index: number): Span | undefined {
  const isMissing = (at: number) => pairs[at]?.state === 'missing';
  if (!isMissing(index)) return undefined;
  let from = index;
  let to = index + 1;
  while (isMissing(from - 1)) from--;
  while (isMissing(to)) to++;
  return { from, to };
}

/**
 * The edit that inserts missing blocks at their place in the Chinese page: still in English, and marked with a comment
 * where possible. Undefined if it would change how the page around them is read.
 */
export function insertion(
  chinese: Markdown,
  english: Markdown,
  { pairs }: Comparison,
  run: Span,
  mdx: boolean,
): Edit | undefined {
  const wanted = pairs.slice(run.from, run.to).filter((pair) => pair.english);
  const [first, last] = [wanted[0]?.english, wanted.at(-1)?.english];
  if (!first || !last) return undefined;
  const source = { from: lineStart(english.text, first.from), to: lineEnd(english.text, last.to) };
  const before = pairs.slice(0, run.from).findLast((pair) => pair.chinese);
  const place = placeOf(chinese, pairs, run, before);
  const newline = chinese.text.includes('\r\n') ? '\r\n' : '\n';
  const written = (text: string) => text.replace(/\r\n?|\n/g, newline);
  const text = written(english.text.slice(source.from, source.to));
  const blocks = wanted.flatMap((pair) => pair.blocks.english);
  const isApart = blocks.every(
    ({ listDepth, quoteDepth, leaf }) => listDepth + quoteDepth === 0 && leaf.kind !== 'row',
  );
  const apart = (body: string) => edit(chinese.text, place, newline, body);
  const ways = isApart
    ? [apart(`${mdx ? MDX_MARK : MARK}${newline}${newline}${text}`), apart(text)]
    : [...asInSource(chinese.text, english.text, source, before, written), apart(text)];
  return ways.find((way) => isHarmless(chinese, way, textsIn(english, source)));
}

const MARK = '<!-- TODO: 翻译 -->';
const MDX_MARK = '{/* TODO: 翻译 */}';

interface InsertionPoint {
  readonly at: number;
  /** At the start of a line, before a block. Otherwise at the end of a line, after a block. */
  readonly isBefore: boolean;
}

function placeOf(
  chinese: Markdown,
  pairs: readonly BlockPair[],
  run: Span,
  before: BlockPair | undefined,
): InsertionPoint {
  if (before?.chinese) return { at: lineEnd(chinese.text, before.chinese.to), isBefore: false };
  const next = pairs.slice(run.to).find((pair) => pair.chinese)?.chinese;
  if (next) return { at: lineStart(chinese.text, next.from), isBefore: true };
  return { at: chinese.text.trimEnd().length, isBefore: chinese.text.trim() === '' };
}

function edit(text: string, { at, isBefore }: InsertionPoint, newline: string, body: string): Edit {
  const room = newline + newline;
  if (isBefore) return { from: at, to: at, insert: body + (at < text.length ? room : '') };
  const isFree = /^(?:\r\n?|\n)?[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(at, at + 1000));
  return { from: at, to: at, insert: room + body + (isFree ? '' : newline) };
}

// List items, table rows and parts of a quotation follow each other as in the source.
function asInSource(
  chinese: string,
  english: string,
  source: Span,
  before: BlockPair | undefined,
  written: (text: string) => string,
): Edit[] {
  if (!before?.chinese || !before.english || before.english.to > source.from) return [];
  const isRow = before.blocks.english.at(-1)?.leaf.kind === 'row';
  const behind = (text: string, at: number) => (isRow ? behindDelimiters(text, lineEnd(text, at)) : lineEnd(text, at));
  const at = behind(chinese, before.chinese.to);
  return [{ from: at, to: at, insert: written(english.slice(behind(english, before.english.to), source.to)) }];
}

// Skips the delimiter row after the header of a table.
function behindDelimiters(text: string, at: number): number {
  const line = /^(?:\r\n?|\n)[ \t>|:-]*-[ \t>|:-]*(?=[\r\n]|$)/.exec(text.slice(at, at + 10_000));
  return at + (line?.[0].length ?? 0);
}

// All other blocks must be read as before, and the new ones as in the source.
function isHarmless(chinese: Markdown, way: Edit, expected: readonly string[]): boolean {
  const read = (page: Markdown) =>
    blocksOf(page).map((block) => ({
      key: `${block.listDepth} ${block.quoteDepth} ${block.leaf.kind} ${block.leaf.source.trimEnd()}`,
      block,
    }));
  const was = read(chinese);
  const is = read(parseMarkdown(applyEdits(chinese.text, [way]), chinese));
  const added = is.length - was.length;
  let same = 0;
  while (same < was.length && was[same]!.key === is[same]?.key) same++;
  for (let at = same; at < was.length; at++) if (was[at]!.key !== is[at + added]?.key) return false;
  const inserted = textsOf(is.slice(same, same + added).map(({ block }) => block));
  return inserted.length === expected.length && inserted.every((text, i) => text === expected[i]);
}

function textsIn(english: Markdown, { from, to }: Span): string[] {
  return textsOf(blocksOf(english).filter((block) => from <= block.from && block.to <= to + 1));
}

function textsOf(blocks: readonly Block[]): string[] {
  const texts = blocks.filter(({ leaf }) => leaf.kind !== 'comment').map(({ leaf }) => leaf.source);
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== MDX_MARK);
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

function lineEnd(text: string, at: number): number {
  // With \r\n, blocks include the \r.
  if (text[at] === '\n' && text[at - 1] === '\r') return at - 1;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
