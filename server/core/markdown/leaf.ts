import type { SyntaxNode, Tree } from '@lezer/common';
import type { BlockKind } from './block-kind.ts';
import { dialectAtoms, dialectKinds } from './dialects/index.ts';
import { normalizeLabel } from './labels.ts';
import { type AtomKind, type Mark, type Prose, ProseBuilder } from './prose.ts';

/** What a leaf block says by itself. It is cached until its text changes. Offsets are relative to the block. */
export interface Leaf {
  readonly kind: BlockKind;
  readonly source: string;
  /** 1–6 for a heading, else 0. */
  readonly level: number;
  /**
   * One for a paragraph, a heading or the title of a directive; one per cell of a table row; none for opaque blocks.
   */
  readonly prose: readonly Prose[];
  /** Labels of `[label]` references without a URL. The definitions of the page decide whether they are links. */
  readonly labels: readonly string[];
}

/** Reads one leaf of the block tree: one `Leaf` per row for a table, one for anything else. A pure function. */
export function readLeaf(
  tree: Tree,
  source: string,
  definitions: ReadonlySet<string>,
): { leaf: Leaf; offset: number }[] {
  const name = tree.type.name;
  if (name === 'Table') return tableRows(tree.topNode, source, definitions);
  const kind = kinds[name] ?? 'html';
  const labels: string[] = [];
  const prose =
    proseKinds.has(kind) || hasTitle(tree.topNode) ? [readProse(tree.topNode, 0, source, definitions, labels)] : [];
  const level = kind === 'heading' ? Number(name.at(-1)) : 0;
  return [{ leaf: { kind, source, level, prose, labels }, offset: 0 }];
}

const kinds: Record<string, BlockKind> = {
  ...dialectKinds,
  ATXHeading1: 'heading',
  ATXHeading2: 'heading',
  ATXHeading3: 'heading',
  ATXHeading4: 'heading',
  ATXHeading5: 'heading',
  ATXHeading6: 'heading',
  SetextHeading1: 'heading',
  SetextHeading2: 'heading',
  Paragraph: 'paragraph',
  Task: 'paragraph',
  CodeBlock: 'code',
  FencedCode: 'code',
  HTMLBlock: 'html',
  ProcessingInstructionBlock: 'html',
  CommentBlock: 'comment',
  HorizontalRule: 'rule',
  LinkReference: 'definition',
};

function hasTitle({ name, firstChild, to }: SyntaxNode): boolean {
  return name === 'Directive' && firstChild !== null && firstChild.to < to;
}

const proseKinds = new Set<BlockKind>(['heading', 'paragraph', 'footnote']);

function tableRows(
  table: SyntaxNode,
  source: string,
  definitions: ReadonlySet<string>,
): { leaf: Leaf; offset: number }[] {
  const rows: { leaf: Leaf; offset: number }[] = [];
  for (let row = table.firstChild; row; row = row.nextSibling) {
    if (row.name !== 'TableHeader' && row.name !== 'TableRow') continue;
    const text = source.slice(row.from, row.to);
    const labels: string[] = [];
    const prose: Prose[] = [];
    for (let cell = row.firstChild; cell; cell = cell.nextSibling) {
      if (cell.name === 'TableCell') prose.push(readProse(cell, row.from, text, definitions, labels));
    }
    rows.push({ leaf: { kind: 'row', source: text, level: 0, prose, labels }, offset: row.from });
  }
  return rows;
}

// `base` is the tree offset at which `source` starts.
function readProse(
  node: SyntaxNode,
  base: number,
  source: string,
  definitions: ReadonlySet<string>,
  labels: string[],
): Prose {
  const reader: Reader = {
    builder: new ProseBuilder(source),
    base,
    source,
    definitions,
    labels,
    swallow: undefined,
    lineStart: true,
  };
  const to = textEnd(node, source, base);
  // The end of a block excludes its \n but includes a \r before it.
  const end = source.charCodeAt(to - 1) === 13 ? to - 1 : to;
  readChildren(node, node.from - base, end, reader);
  closeSwallowed(reader, end);
  return reader.builder.finish();
}

// The underline of a heading is markup, with the quotation markers
// before it. So is a closing `#`, with the space before it.
function textEnd(node: SyntaxNode, source: string, base: number): number {
  const mark = node.lastChild?.name === 'HeaderMark' ? node.lastChild : null;
  if (mark && node.name.startsWith('Setext')) return source.lastIndexOf('\n', mark.from - base);
  if (!mark || mark.from === node.from) return node.to - base;
  return source.slice(0, mark.from - base).trimEnd().length;
}

interface Reader {
  readonly builder: ProseBuilder;
  readonly base: number;
  readonly source: string;
  readonly definitions: ReadonlySet<string>;
  readonly labels: string[];
  /** The enclosing element whose content is not prose, such as <code>: its name and its start. */
  swallow: { name: string; from: number } | undefined;
  /** No visible character of the current line was read yet. */
  lineStart: boolean;
}

function readChildren(node: SyntaxNode, from: number, to: number, reader: Reader): void {
  let at = from;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const start = child.from - reader.base;
    if (start >= to) break;
    plain(at, start, reader);
    at = Math.max(at, child.to - reader.base);
    readNode(child, start, child.to - reader.base, reader);
  }
  plain(at, to, reader);
}

// Text between nodes. The indentation of a continued line is markup.
function plain(from: number, to: number, reader: Reader): void {
  if (reader.swallow || from >= to) return;
  const { source, builder } = reader;
  let at = reader.lineStart ? textStart(source, from, to) : from;
  reader.lineStart &&= at === to;
  for (let end = lineEnd(source, at); end < to; end = lineEnd(source, at)) {
    const next = source.startsWith('\r\n', end) && end + 2 <= to ? end + 2 : end + 1;
    builder.text(at, end);
    builder.written('\n', end, next);
    at = textStart(source, next, to);
    reader.lineStart = at === to;
  }
  builder.text(at, to);
}

function lineEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && source.charCodeAt(at) !== 10 && source.charCodeAt(at) !== 13) at++;
  return at;
}

// The start of a line's text. The marker of a definition (`:   ` below its term) is markup.
function textStart(source: string, from: number, to: number): number {
  const at = skipBlanks(source, from, to);
  const mark = source.charCodeAt(at);
  const text = mark === COLON || mark === TILDE ? skipBlanks(source, at + 1, to) : at;
  return text > at + 1 ? text : at;
}

const COLON = 58;
const TILDE = 126;

function skipBlanks(source: string, from: number, to: number): number {
  let at = from;
  while (at < to && (source.charCodeAt(at) === 32 || source.charCodeAt(at) === 9)) at++;
  return at;
}

const atomKinds: Record<string, AtomKind> = {
  ...dialectAtoms,
  Image: 'image',
  HTMLTag: 'html',
  Comment: 'html',
  ProcessingInstruction: 'html',
  Autolink: 'url',
  URL: 'url',
  Entity: 'entity',
};

const markKinds: Record<string, Mark['kind']> = {
  Emphasis: 'emphasis',
  StrongEmphasis: 'strong',
  Strikethrough: 'strikethrough',
};

function readNode(node: SyntaxNode, from: number, to: number, reader: Reader): void {
  const { builder, source } = reader;
  const name = node.name;
  if (reader.swallow) {
    const { name: element, from: start } = reader.swallow;
    if (name === 'HTMLTag' && source.slice(from, to).toLowerCase().startsWith(`</${element}`)) {
      reader.swallow = undefined;
      builder.atom('html', start, to);
    }
    return;
  }
  const markKind = markKinds[name];
  if (markKind) return readMark(node, markKind, from, to, reader);
  if (name === 'Link') return readLink(node, from, to, reader);
  if (name === 'Escape') {
    reader.lineStart = false;
    return builder.written(source[to - 1]!, from, to);
  }
  if (name === 'HardBreak') {
    reader.lineStart = true;
    return builder.written('\n', from, to);
  }
  if (name === 'HTMLTag') {
    const element = /^<(code|pre|kbd|samp|var|tt|script|style|svg|math|textarea)\b/i.exec(source.slice(from, to));
    if (element && !source.slice(from, to).endsWith('/>')) {
      reader.swallow = { name: element[1]!.toLowerCase(), from };
      reader.lineStart = false;
      return;
    }
  }
  const kind = atomKinds[name];
  // What remains is markup of headings, quotations, tasks and footnotes. The space after it is markup, too.
  if (!kind) return;
  reader.lineStart = false;
  builder.atom(kind, from, to);
}

function closeSwallowed(reader: Reader, to: number): void {
  if (reader.swallow) reader.builder.atom('html', reader.swallow.from, to);
  reader.swallow = undefined;
}

function readMark(node: SyntaxNode, kind: Mark['kind'], from: number, to: number, reader: Reader): void {
  const first = node.firstChild;
  const last = node.lastChild;
  reader.builder.open(from);
  const start = reader.builder.place;
  const inner = first && last && first.to <= last.from ? [first.to - reader.base, last.from - reader.base] : [from, to];
  readInner(node, inner[0]!, inner[1]!, reader);
  reader.builder.mark({ kind, from, to, content: { from: start, to: reader.builder.place } });
}

function readInner(node: SyntaxNode, from: number, to: number, reader: Reader): void {
  let at = from;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const start = child.from - reader.base;
    const end = child.to - reader.base;
    if (start < from || end > to) continue;
    plain(at, start, reader);
    at = end;
    readNode(child, start, end, reader);
  }
  plain(at, to, reader);
}

function readLink(node: SyntaxNode, from: number, to: number, reader: Reader): void {
  const { builder, source, base } = reader;
  const marks = node.getChildren('LinkMark');
  const url = node.getChild('URL');
  const label = node.getChild('LinkLabel');
  const open = marks[0];
  const close = marks[1];
  const text = source.slice(from, to);
  if (!open || !close || text.startsWith('[^') || text.startsWith('[!')) {
    reader.lineStart = false;
    return builder.atom(text.startsWith('[^') ? 'footnote' : 'placeholder', from, to);
  }
  const inline = marks.length > 2;
  const explicit = label ? source.slice(label.from - base, label.to - base) : '';
  if (!inline && explicit.length <= 2) {
    // In [label] and [label][] the text is the label. It must not change if it is defined.
    const name = normalizeLabel(text);
    reader.labels.push(name);
    reader.lineStart = false;
    if (reader.definitions.has(name)) return builder.atom('label', from, to);
    builder.text(from, open.to - base);
    readInner(node, open.to - base, close.from - base, reader);
    return builder.text(close.from - base, to);
  }
  builder.open(from);
  const start = builder.place;
  readInner(node, open.to - base, close.from - base, reader);
  const target = url ? { from: url.from - base, to: url.to - base } : undefined;
  const content = { from: start, to: builder.place };
  builder.mark(target ? { kind: 'link', from, to, content, url: target } : { kind: 'link', from, to, content });
}
