import type { BlockContext, LeafBlock, Line, MarkdownConfig, MarkdownParser } from '@lezer/markdown';
import { isTable, ownParser } from './dialects/tables.ts';
import { inBlock, listMark } from './in-block.ts';

/**
 * Corrects the containers of the parser where it differs from CommonMark:
 *
 * - A `>` indented by four columns does not continue a quotation (§5.1).
 * - An item whose first line is empty ends at a blank second line, even if spaces follow its marker (§5.2).
 * - A list that cannot interrupt a paragraph cannot do so inside an item either. After the end of an item any list can
 *   start (§5.3).
 *
 * For where a table starts, see tables.ts.
 */
export function withStandardContainers(markdown: MarkdownParser, table: MarkdownConfig): MarkdownParser {
  const parser = markdown as unknown as Internals;
  const { skipContextMarkup: continues } = parser;
  const typeOf = (name: string) => markdown.nodeSet.types.find((type) => type.name === name)!.id;
  const [quote, item] = [typeOf('Blockquote'), typeOf('ListItem')];
  const [quoteContinues, itemContinues] = [continues[quote]!, continues[item]!];
  continues[quote] = (block, cx, line) =>
    line.indent < line.baseIndent + 4 && withTab(line, () => quoteContinues(block, cx, line));
  const begins = parser.blockNames.indexOf('Blockquote');
  const quoteBegins = parser.blockParsers[begins]!;
  parser.blockParsers = parser.blockParsers.with(begins, (cx, line) => withTab(line, () => quoteBegins(cx, line)));
  continues[item] = (block, cx, line) => {
    if (line.next >= 0) return itemContinues(block, cx, line);
    if (block.children.length === 1 && emptyItem.test(textOf(block, cx))) return false;
    line.moveBaseColumn(line.baseIndent + block.value);
    return true;
  };
  const beginsTable = ownParser(table)?.endLeaf;
  parser.endLeafBlock = parser.endLeafBlock.map((ends) => (cx, line, leaf) => {
    if (!ends(cx, line, leaf)) return false;
    if (ends === beginsTable) return false;
    return !inBlock(cx, line) || isTable(leaf) || !weakMark.test(line.text.slice(line.pos));
  });
  parser.endLeafBlock.push((cx, line) => !inBlock(cx, line) && listMark.test(line.text.slice(line.pos)));
  return markdown;
}

// A quotation marker takes only one column of the tab after it (§2.2). The parser takes them all.
function withTab<Result>(line: Line, passMark: () => Result): Result {
  const { indent, pos, text } = line;
  const result = passMark();
  if (result !== false && text[pos + 1] === '\t') line.moveBaseColumn(indent + 2);
  return result;
}

const emptyItem = /^(?:[-+*]|\d{1,9}[.)])[\s>]*$/;

/** The marker of an item that cannot interrupt a paragraph: the item is empty, or its number is not 1. */
const weakMark = /^(?:[-+*]|\d{1,9}[.)])[ \t]*$|^(?!0*1[.)])\d{1,9}[.)]/;

// The source from the item's marker to the current line.
function textOf({ from }: Container, cx: BlockContext): string {
  const { input } = cx as unknown as { input: { read(from: number, to: number): string } };
  return input.read(from, Math.min(cx.lineStart, from + MAX_EMPTY));
}

const MAX_EMPTY = 200;

// Not in the type declarations of the parser.
interface Internals {
  readonly skipContextMarkup: Record<number, (block: Container, cx: BlockContext, line: Line) => boolean>;
  endLeafBlock: EndLeaf[];
  readonly blockNames: readonly string[];
  blockParsers: ((cx: BlockContext, line: Line) => boolean | null)[];
}
type EndLeaf = (cx: BlockContext, line: Line, leaf: LeafBlock) => boolean;
interface Container {
  readonly from: number;
  readonly value: number;
  readonly children: readonly unknown[];
}
