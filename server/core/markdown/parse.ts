import { type ChangedRange, type Input, type Tree, TreeFragment } from '@lezer/common';
import {
  parser as commonMark,
  GFM,
  InlineContext,
  type MarkdownParser,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown';
import { difference, type Edit, sortedEdits } from '../text/span.ts';
import { withStandardContainers } from './containers.ts';
import type { Reading } from './dialects/dialect.ts';
import { frontMatterEnd } from './dialects/front-matter.ts';
import { extensionOf } from './dialects/index.ts';
import { withFastInline } from './inline.ts';

/** A parsed text. The offsets of the tree are UTF-16 offsets of `text`. */
export interface Markdown {
  readonly text: string;
  readonly tree: Tree;
  readonly reading: Reading;
}

/**
 * Parses a text. With the parse of an earlier version, only what changed is read again, and unchanged blocks keep the
 * same trees. `edits` leads from that version to `text`; without it everything between the first and the last
 * difference is read again. Never fails: every text is Markdown.
 */
export function parseMarkdown(
  text: string,
  previous?: Markdown,
  edits?: readonly Edit[],
  reading: Reading = previous?.reading ?? 'md',
): Markdown {
  const source = parserText(text);
  const end = frontMatterEnd(text);
  const input = new FrontMatterInput(source, end);
  const kept = previous?.reading === reading ? fragments(text, end, previous, edits) : [];
  return { text, tree: parserOf(reading).parse(input, kept), reading };
}

/** Parses a page as Markdown or MDX, by the extension of its path or URI. */
export function parsePage(text: string, name: string, previous?: Markdown): Markdown {
  return parseMarkdown(text, previous, undefined, isMdxName(name) ? 'mdx' : 'md');
}

/** Whether a page with this path or URI is MDX. */
export function isMdxName(name: string): boolean {
  return /\.mdx$/i.test(name);
}

const parsers = new Map<Reading, MarkdownParser>();

function parserOf(reading: Reading): MarkdownParser {
  const known = parsers.get(reading);
  if (known) return known;
  // A plain parser does not know bare URLs either.
  const standard = reading === 'plain' ? [Table, TaskList, Strikethrough] : GFM;
  const own = { commonMark, linkStart: InlineContext.linkStart, table: Table };
  const { extension, beginnings } = extensionOf(own, reading);
  const configured = commonMark.configure([standard, extension]) as MarkdownParser;
  const parser = withStandardContainers(withFastInline(configured, InlineContext, beginnings), Table);
  parsers.set(reading, parser);
  return parser;
}

function fragments(
  text: string,
  frontMatter: number,
  previous: Markdown | undefined,
  edits: readonly Edit[] | undefined,
): readonly TreeFragment[] {
  if (!previous) return [];
  const all = TreeFragment.addTree(previous.tree);
  const ranges = edits ? rangesOf(edits) : rangesOf([difference(previous.text, text) ?? []].flat());
  const [first] = ranges;
  if (!first) return all;
  // Opening or closing the front matter changes how lines far away are read.
  if (frontMatterEnd(previous.text) !== frontMatter || first.fromA <= frontMatter) return [];
  return TreeFragment.applyChanges(all, ranges);
}

function rangesOf(edits: readonly Edit[]): ChangedRange[] {
  const ranges: { fromA: number; toA: number; fromB: number; toB: number }[] = [];
  let shift = 0;
  for (const { from, to, insert } of sortedEdits(edits)) {
    const last = ranges.at(-1);
    shift += insert.length - (to - from);
    if (last && from <= last.toA) {
      last.toA = to;
      last.toB = to + shift;
    } else ranges.push({ fromA: from, toA: to, fromB: to + shift - insert.length, toB: to + shift });
  }
  return ranges;
}

// The parser only knows \n. Replacing \r keeps the length and neither adds nor removes a hard line break.
function parserText(text: string): string {
  let source = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  if (source.includes('\r')) {
    source = source.replace(/( *)\r(\n?)/g, (_, blanks: string, feed: string) =>
      feed ? `${blanks}${blanks.length === 1 ? '\t' : ' '}\n` : `${blanks}\n`,
    );
  }
  return source;
}

class FrontMatterInput implements Input {
  readonly lineChunks = true;
  readonly text: string;
  readonly frontMatterEnd: number;

  constructor(text: string, end: number) {
    this.text = text;
    this.frontMatterEnd = end;
  }

  get length(): number {
    return this.text.length;
  }

  // A line without its line break, or a line break alone.
  chunk(from: number): string {
    const end = this.text.indexOf('\n', from);
    return this.text.slice(from, end < 0 ? this.text.length : Math.max(end, from + 1));
  }

  read(from: number, to: number): string {
    return this.text.slice(from, to);
  }
}
