import type { BlockContext, LeafBlock, Line, MarkdownConfig, MarkdownParser } from '@lezer/markdown';
import { isTable, ownParser } from './dialects/tables.ts';
import { inBlock, listMark } from './in-block.ts';

/**
 * The parser, reading containers as CommonMark does where its own reading is another: four columns in, a `>` continues no
 * quotation (§5.1); an item that is empty on its first line ends at a blank second one, whatever blanks stand behind its
 * mark (§5.2); a list that may not interrupt a paragraph does not do so within an item either, but any list begins behind
 * the end of one (§5.3). Where a table begins is told in tables.ts.
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

// A mark takes along one column of the tab behind it (§2.2), and the parser all of them.
function withTab<Result>(line: Line, passMark: () => Result): Result {
  const { indent, pos, text } = line;
  const result = passMark();
  if (result !== false && text[pos + 1] === '\t') line.moveBaseColumn(indent + 2);
  return result;
}

const emptyItem = /^(?:[-+*]|\d{1,9}[.)])[\s>]*$/;

/** The mark of an item that interrupts no paragraph: nothing stands behind it, or its number is not 1. */
const weakMark = /^(?:[-+*]|\d{1,9}[.)])[ \t]*$|^(?!0*1[.)])\d{1,9}[.)]/;

// From the mark of an item to the line that is looked at.
function textOf({ from }: Container, cx: BlockContext): string {
  const { input } = cx as unknown as { input: { read(from: number, to: number): string } };
  return input.read(from, Math.min(cx.lineStart, from + MAX_EMPTY));
}

const MAX_EMPTY = 200;

// What the type declarations leave out.
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
