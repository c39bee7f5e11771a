import type { BlockContext, BlockParser, LeafBlock, LeafBlockParser, Line, MarkdownConfig } from '@lezer/markdown';
import { inBlock, listMark } from '../in-block.ts';
import type { Dialect } from './dialect.ts';
import { loneTag } from './html.ts';

/**
 * Tables where the reading of the parser's own extension, `table`, is not that of GFM (§4.10): the head of a single column
 * needs no pipe; the lines above a head may hold pipes; the line under it stands in the same container, blanks may end it,
 * and those of other scripts are none; code, any item, a tag alone on its line and the end of its container end a table,
 * and no line below a row underlines a heading.
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
        // Under a head it is no head itself.
        return inBlock(cx, line) && !isTableHead(leaf.content, text) && isTableHead(text, lineBelow(cx, line) ?? '');
      },
    },
    { name: 'Table', leaf: (cx, leaf) => (mayBeHead(cx) ? tableParser(table, cx, leaf) : null) },
  ];
  return { blocks: () => blocks };
}

// Most lines have nothing like a second line of a table below them, and that is soon told.
function mayBeHead(cx: BlockContext): boolean {
  return underHead.test(cx.peekLine());
}

const underHead = /^[ \t>]*[|:-][ \t|:-]*\r?$/;

// The next line without the marks of its containers, if these are the same and it is not four columns further in.
function lineBelow(cx: BlockContext, { text, pos, baseIndent }: Line): string | undefined {
  const below = cx.peekLine();
  const [margin] = /^[ \t>]*/.exec(below)!;
  const columns = columnsOf(margin);
  // The blank behind the mark of a quotation may be missing.
  const least = cx.parentType().name === 'Blockquote' ? baseIndent - 1 : baseIndent;
  const isSame = quotesIn(margin) === quotesIn(text.slice(0, pos)) && columns >= least && columns < baseIndent + 4;
  return isSame ? below.slice(margin.length) : undefined;
}

const quotesIn = (margin: string) => margin.split('>').length;
const columnsOf = (margin: string) => [...margin].reduce((at, one) => (one === '\t' ? at + 4 - (at % 4) : at + 1), 0);

// The extension makes one only where it sees a pipe, and takes every blank of Unicode for one between dashes.
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

// The extension takes no blank behind the last pipe, and no line with a first pipe alone or none: the pipe goes to the end.
function tight(under: string): string {
  if (!under.includes('|')) return `${'-'.repeat(under.length - 1)}|`;
  const loose = /^(.*)\|([ \t]+)$/.exec(under) ?? /^\|()([ \t]*:?-+:?[ \t]*)$/.exec(under);
  return loose ? `${loose[1]}${loose[2]}|` : under;
}

/** The block parser of the extension. */
export const ownParser = ({ parseBlock }: MarkdownConfig): BlockParser | undefined => parseBlock?.[0];

const tableBody: LeafBlockParser = {
  nextLine(cx, line: Line, leaf) {
    const isCode = line.indent >= line.baseIndent + 4;
    const table = tableOf(leaf);
    if (!table && isCode) leaf.parsers = leaf.parsers.filter((parser) => !('rows' in parser));
    if (!table) return false;
    leaf.parsers.splice(0, leaf.parsers.length, tableBody, table);
    // The parser does not ask what ends a leaf at a line of code.
    return isCode && table.finish(cx, leaf);
  },
  finish: () => false,
};

/** Whether the lines read so far are a table. */
export const isTable = (leaf: LeafBlock): boolean => tableOf(leaf) !== undefined;

function tableOf({ parsers }: LeafBlock): LeafBlockParser | undefined {
  return parsers.find((parser) => Array.isArray((parser as { rows?: unknown }).rows));
}

/** Whether two lines, without the marks of their containers, are the head of a table and the line under it. */
export function isTableHead(head: string, under: string): boolean {
  // Dashes alone underline a heading.
  if (/^[ \t]*\|?[ \t]*$/.test(head) || !/^[ \t]*(?!-[ \t])[|:-]/.test(under) || !/[|:]/.test(under)) return false;
  const cells = cellsOf(under);
  return cells.every((cell) => /^[ \t]*:?-+:?[ \t]*$/.test(cell)) && cellsOf(head).length === cells.length;
}

function cellsOf(row: string): string[] {
  const cells = row.replace(/^[ \t]+|[ \t\r]+$/g, '').replace(/^\|/, '');
  return cells.replace(/(?<!\\)\|$/, '').split(/(?<!\\)\|/);
}

const LESS = 60;
