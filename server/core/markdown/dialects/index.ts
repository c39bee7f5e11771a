import type { DelimiterType, MarkdownConfig, MarkdownParser } from '@lezer/markdown';
import { tooDeep } from '../in-block.ts';
import { autolinks } from './autolinks.ts';
import { bareUrls } from './bare-urls.ts';
import { codeSpans } from './code-spans.ts';
import type { Dialect, Reading } from './dialect.ts';
import { directives } from './directives.ts';
import { footnotes } from './footnotes.ts';
import { frontMatter } from './front-matter.ts';
import { html } from './html.ts';
import { links } from './links.ts';
import { math } from './math.ts';
import { mdx } from './mdx.ts';
import { placeholders } from './placeholders.ts';
import { tables } from './tables.ts';
import { wikiLinks } from './wiki-links.ts';

/** What the parser provides and some dialects build on. */
export interface Standard {
  readonly commonMark: MarkdownParser;
  readonly linkStart: DelimiterType;
  readonly table: MarkdownConfig;
}

const depth: Dialect = {
  nodes: [{ name: 'TooDeep', block: true }],
  blocks: () => [{ name: 'TooDeep', parse: tooDeep, before: 'FrontMatter' }],
};

/** The dialects that do not depend on the parser, in order of precedence. */
const own: readonly Dialect[] = [
  frontMatter,
  depth,
  math,
  mdx,
  directives,
  footnotes,
  codeSpans,
  autolinks,
  placeholders,
  wikiLinks,
  bareUrls,
];

/** All dialects as one extension of the parser, with the characters that can start each inline construct. */
export function extensionOf(
  { commonMark, linkStart, table }: Standard,
  reading: Reading,
): { readonly extension: MarkdownConfig; readonly beginnings: Readonly<Record<string, string>> } {
  const all = [...own, html(commonMark), tables(table), links(commonMark, linkStart)];
  const inlines = all.flatMap((dialect) => dialect.inlines?.(reading) ?? []);
  return {
    extension: {
      defineNodes: all.flatMap(({ nodes }) => nodes ?? []),
      parseBlock: all.flatMap((dialect) => dialect.blocks?.(reading) ?? []),
      parseInline: inlines,
    },
    beginnings: Object.fromEntries(inlines.map(({ name, begins }) => [name, begins])),
  };
}

/** The block kinds of all dialects by node name, and the atoms that stand for their inline nodes. */
export const dialectKinds: NonNullable<Dialect['kinds']> = Object.assign({}, ...own.map(({ kinds }) => kinds));
export const dialectAtoms: NonNullable<Dialect['atoms']> = Object.assign({}, ...own.map(({ atoms }) => atoms));
