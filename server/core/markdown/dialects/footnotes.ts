import type { BlockContext, BlockParser, LeafBlock, Line } from '@lezer/markdown';
import { inBlock } from '../in-block.ts';
import type { Dialect } from './dialect.ts';
import { isIndentedBody } from './directives.ts';

/** `[^label]: …` with the indented lines below it. References in the text are links to the parser. */
export const footnotes: Dialect = {
  nodes: [
    { name: 'FootnoteDefinition', block: true },
    { name: 'Footnote', block: true, composite: isIndentedBody },
    'FootnoteLabel',
  ],
  blocks: () => [
    {
      name: 'FootnoteDefinition',
      parse: footnoteDefinition,
      before: 'LinkReference',
      endLeaf: (_, line) => isFootnote(line),
    },
  ],
  kinds: { FootnoteDefinition: 'footnote' },
};

const footnoteMark = /^\[\^[^\]\s]+\]:[ \t]*/;

function isFootnote(line: Line): boolean {
  return line.next === BRACKET && line.indent < line.baseIndent + 4 && footnoteMark.test(line.text.slice(line.pos));
}

// The first paragraph belongs to the definition itself and may continue without indentation. Anything else, like
// everything that is indented below, becomes blocks inside a `Footnote`.
function footnoteDefinition(cx: BlockContext, line: Line): boolean | null {
  if (!isFootnote(line)) return false;
  const mark = footnoteMark.exec(line.text.slice(line.pos))!;
  const from = cx.lineStart + line.pos;
  const label = cx.elt('FootnoteLabel', from, from + mark[0].length);
  let content = line.text.slice(line.pos + mark[0].length);
  let to = cx.lineStart + line.text.length;
  const { depth } = cx;
  cx.startComposite('Footnote', line.pos);
  if (content === '' || startsBlock(content)) {
    cx.addElement(label);
    line.moveBase(line.pos + mark[0].length);
    return null;
  }
  while (
    cx.nextLine() &&
    line.next >= 0 &&
    inBlock(cx, line, depth) &&
    !line.markers.length &&
    !endsParagraph(cx, line, label.to, content)
  ) {
    content += `\n${' '.repeat(line.basePos)}${line.text.slice(line.basePos)}`;
    to = cx.lineStart + line.text.length;
  }
  const inline = cx.parser.parseInline(content, label.to);
  cx.addElement(cx.elt('FootnoteDefinition', from, to, [label, ...inline]));
  return true;
}

// Whether a line ends the paragraph above it, by the rules of the parser.
function endsParagraph(cx: BlockContext, line: Line, start: number, content: string): boolean {
  if (line.indent >= line.baseIndent + 4) return false;
  const { endLeafBlock } = cx.parser as unknown as { endLeafBlock: ReadonlyArray<NonNullable<BlockParser['endLeaf']>> };
  const paragraph = { start, content, parsers: [], marks: [] } as unknown as LeafBlock;
  return endLeafBlock.some((ends) => ends(cx, line, paragraph));
}

function startsBlock(text: string): boolean {
  return /^(#{1,6}(?:[ \t]|$)|>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|```|~~~|\$\$|:::|<|\[[^\]]*\]:|\||([-*_])([ \t]*\2){2,}[ \t]*$)/.test(
    text,
  );
}

const BRACKET = 91;
