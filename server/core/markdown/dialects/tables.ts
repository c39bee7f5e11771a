import type { BlockContext, BlockParser, LeafBlock, LeafBlockParser, Line, MarkdownConfig } from '@lezer/markdown';
import { inBlock, listMark } from '../in-block.ts';
import type { Dialect } from './dialect.ts';
import { loneTag } from './html.ts';

/**
 * Corrects the parser's own tables (`table`) where they differ from GFM (§4.10):
 *
 * - The header of a single column needs no pipe. Lines above the header may contain pipes.
 * - The delimiter row must be in the same container as the header. It may end in spaces, but not
 *   contain other Unicode whitespace.
 * - Code, any list item, a tag alone on its line, and the end of the container end a table.
 * - A line below a row does not turn it into a heading.
 */
export function tables(table: MarkdownConfig): Dialect {
  const blocks: BlockParser[] = [
    {
      name: 'TableEnds',
      before: 'Table',
      leaf: (cx) => (mayBeHead(cx) ? tableBody : null),
      endLeaf: (cx, line, leaf) => {
        const isWithin = isTable(leaf);
        if (!isWithin && !mayBeHead(cx)) return false;
        const text = line.text.slice(line.pos);
        if (isWithin) return !inBlock(cx, line) || listMark.test(text) || (line.next === LESS && loneTag.test(text));
        // The line below a header cannot itself be a header.
        return inBlock(cx, line) && !isTableHead(leaf.content, text) && isTableHead(text, lineBelow(cx, line) ?? '');
      },
    },
    { name: 'Table', leaf: (cx, leaf) => (mayBeHead(cx) ? tableParser(table, cx, leaf) : null) },
  ];
  return { blocks: () => blocks };
}

// A quick test: few lines have anything like a delimiter row below them.
function mayBeHead(cx: BlockContext): boolean {
  return underHead.test(cx.peekLine());
}

const underHead = /^[ \t>]*[|:-][ \t|:-]*\r?$/;

// The next line without its container markers; undefined if its
// containers differ or it is indented by four more columns.
function lineBelow(cx: BlockContext, { text, pos, baseIndent }: Line): string | undefined {
  const below = cx.peekLine();
  const [margin] = /^[ \t>]*/.exec(below)!;
  const columns = columnsOf(margin);
  // The space after the `>` of a quotation is optional.
  const least = cx.parentType().name === 'Blockquote' ? baseIndent - 1 : baseIndent;
  const isSame = quotesIn(margin) === quotesIn(text.slice(0, pos)) && columns >= least && columns < baseIndent + 4;
  return isSame ? below.slice(margin.length) : undefined;
}

const quotesIn = (margin: string) => margin.split('>').length;
const columnsOf = (margin: string) => [...margin].reduce((at, one) => (one === '\t' ? at + 4 - (at % 4) : at + 1), 0);

// The extension wants a pipe in the header, and accepts any Unicode whitespace between dashes.
function tableParser(table: MarkdownConfig, cx: BlockContext, leaf: LeafBlock): LeafBlockParser | null {
  const parser = ownParser(table)?.leaf?.(cx, Object.create(leaf, { content: { value: '|' } }));
  if (!parser) return null;
  let isHead = true;
  const nextLine: LeafBlockParser['nextLine'] = (cx, line, leaf) => {
    if (!isHead) return parser.nextLine(cx, line, leaf);
    isHead = false;
    const under = line.text.slice(line.pos);
    if (!inBlock(cx, line) || !isTableHead(leaf.content, under)) {
      leaf.parsers = leaf.parsers.filter((one) => one !== own);
      return false;
    }
    const text = line.text.slice(0, line.pos) + tight(under);
    return parser.nextLine(cx, Object.create(line, { text: { value: text } }), leaf);
  };
  const own: LeafBlockParser = Object.create(parser, { nextLine: { value: nextLine } });
  return own;
}

// The extension rejects spaces after the last pipe, and a row with
// only a first pipe or none. So the pipe is moved to the end.
function tight(under: string): string {
  if (!under.includes('|')) return `${'-'.repeat(under.length - 1)}|`;
  const loose = /^(.*)\|([ \t]+)$/.exec(under) ?? /^\|()([ \t]*:?-+:?[ \t]*)$/.exec(under);
  return loose ? `${loose[1]}${loose[2]}|` : under;
}

export const ownParser = ({ parseBlock }: MarkdownConfig): BlockParser | undefined => parseBlock?.[0];

const tableBody: LeafBlockParser = {
  nextLine(cx, line: Line, leaf) {
    const isCode = line.indent >= line.baseIndent + 4;
    const table = tableOf(leaf);
    if (!table && isCode) leaf.parsers = leaf.parsers.filter((parser) => !('rows' in parser));
    if (!table) return false;
    leaf.parsers.splice(0, leaf.parsers.length, tableBody, table);
    // At an indented line the parser does not ask `endLeaf`.
    return isCode && table.finish(cx, leaf);
  },
  finish: () => false,
};

export const isTable = (leaf: LeafBlock): boolean => tableOf(leaf) !== undefined;

function tableOf({ parsers }: LeafBlock): LeafBlockParser | undefined {
  return parsers.find((parser) => Array.isArray((parser as { rows?: unknown }).rows));
}

/** Whether two lines, without their container markers, are the header and the delimiter row of a table. */
export function isTableHead(head: string, under: string): boolean {
  // Dashes alone make a heading.
  if (/^[ \t]*\|?[ \t]*$/.test(head) || !/^[ \t]*(?!-[ \t])[|:-]/.test(under) || !/[|:]/.test(under)) return false;
  const cells = cellsOf(under);
  return cells.every((cell) => /^[ \t]*:?-+:?[ \t]*$/.test(cell)) && cellsOf(head).length === cells.length;
}

function cellsOf(row: string): string[] {
  const cells = row.replace(/^[ \t]+|[ \t\r]+$/g, '').replace(/^\|/, '');
  return cells.replace(/(?<!\\)\|$/, '').split(/(?<!\\)\|/);
}

const LESS = 60;
