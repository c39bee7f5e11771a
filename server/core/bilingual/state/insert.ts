import { type Block, blocksOf } from '../../markdown/blocks.ts';
import { type Markdown, parseMarkdown } from '../../markdown/parse.ts';
import { unitsOf } from '../../markdown/units.ts';
import { applyEdits, type Edit, type Span } from '../../text/span.ts';
import { isContent } from '../facts/content.ts';
import type { BlockPair, Comparison } from './compare.ts';
import { textsIn, textsOf, withMarks } from './marks.ts';

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
  const blocks = wanted.flatMap((pair) => pair.blocks.english);
  const whole = wholeUnits(english, blocks);
  const source = whole ?? { from: lineStart(english.text, first.from), to: lineEnd(english.text, last.to) };
  const before = pairs.slice(0, run.from).findLast((pair) => pair.chinese);
  const place = placeOf(chinese, pairs, run, before);
  const newline = chinese.text.includes('\r\n') ? '\r\n' : '\n';
  const written = (text: string) => text.replace(/\r\n?|\n/g, newline);
  const text = written(english.text.slice(source.from, source.to));
  const apart = (body: string) => edit(chinese.text, place, newline, body);
  const ways = whole
    ? [apart(written(withMarks(english, source, mdx))), apart(text)]
    : [
        ...aboveAsInSource(chinese.text, english.text, source, pairs[run.to], written),
        ...asInSource(chinese.text, english.text, source, before, written),
        apart(text),
      ];
  return ways.find((way) => isHarmless(chinese, [way], textsIn(english, source)));
}

/** The edits that put all that is missing to its place, and how many blocks they bring; `left` is what finds no place. */
export function allInsertions(
  chinese: Markdown,
  english: Markdown,
  comparison: Comparison,
  mdx: boolean,
): { readonly edits: readonly Edit[]; readonly inserted: number; readonly left: number } {
  const found: { edit: Edit; run: Span }[] = [];
  const { pairs } = comparison;
  for (let index = 0; index < pairs.length; index++) {
    const run = missingRun(comparison, index);
    if (!run) continue;
    index = run.to - 1;
    const edit = insertion(chinese, english, comparison, run, mdx);
    if (edit) found.push({ edit, run });
  }
  // Each was tried alone: what two of them do together is tried anew.
  const fits = (some: typeof found) => {
    const [edits, texts] = [some.map(({ edit }) => edit), some.flatMap(({ run }) => textsOfRun(english, pairs, run))];
    return isHarmless(chinese, edits, texts);
  };
  let taken = found;
  if (!fits(found)) {
    taken = [];
    for (const one of found) if (fits([...taken, one])) taken.push(one);
  }
  const inserted = taken.reduce((sum, { run }) => sum + run.to - run.from, 0);
  const missing = pairs.filter(({ state }) => state === 'missing').length;
  return { edits: taken.map(({ edit }) => edit), inserted, left: missing - inserted };
}

function textsOfRun(english: Markdown, pairs: readonly BlockPair[], run: Span): string[] {
  const blocks = pairs.slice(run.from, run.to).flatMap((pair) => pair.blocks.english);
  const source = wholeUnits(english, blocks) ?? { from: blocks[0]!.from, to: blocks.at(-1)!.to };
  return textsIn(english, source);
}

// The lines of the lists, tables and other blocks of the first level of which all is wanted; undefined where only parts of one are.
function wholeUnits(english: Markdown, blocks: readonly Block[]): Span | undefined {
  const wanted = new Set(blocks.map(({ from }) => from));
  const units = unitsOf(english).filter((unit) => unit.blocks.some(({ from }) => wanted.has(from)));
  const isWhole = units.every((unit) => unit.blocks.every((block) => wanted.has(block.from) || !isContent(block)));
  if (!isWhole || units.length === 0) return undefined;
  return { from: lineStart(english.text, units[0]!.from), to: lineEnd(english.text, units.at(-1)!.to) };
}

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

// Directly above what follows in the source without an empty line: the first of them has nothing before it.
function aboveAsInSource(
  chinese: string,
  english: string,
  source: Span,
  next: BlockPair | undefined,
  written: (text: string) => string,
): Edit[] {
  if (!next?.chinese || !next.english || next.english.from < source.to) return [];
  if (/\n[^\S\n]*\r?\n/.test(english.slice(source.to, next.english.from))) return [];
  const at = lineStart(chinese, next.chinese.from);
  return [{ from: at, to: at, insert: written(english.slice(source.from, lineStart(english, next.english.from))) }];
}

// Of a table's head, the line under it.
function behindDelimiters(text: string, at: number): number {
  const line = /^(?:\r\n?|\n)[ \t>|:-]*-[ \t>|:-]*(?=[\r\n]|$)/.exec(text.slice(at, at + 10_000));
  return at + (line?.[0].length ?? 0);
}

// All other blocks must be read as before, and the new ones as they are read in the source.
function isHarmless(chinese: Markdown, ways: readonly Edit[], expected: readonly string[]): boolean {
  const was = blocksOf(chinese);
  const is = blocksOf(parseMarkdown(applyEdits(chinese.text, ways), chinese));
  const keyOf = ({ listDepth, quoteDepth, leaf }: Block) =>
    `${listDepth} ${quoteDepth} ${leaf.kind} ${leaf.source.trimEnd()}`;
  let [old, added] = [0, 0];
  for (const block of is) {
    if (old < was.length && keyOf(block) === keyOf(was[old]!)) old++;
    else if (textsOf([block])[0] === expected[added] && added < expected.length) added++;
    else if (textsOf([block]).length > 0) return false;
  }
  return old === was.length && added === expected.length;
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
