import type { BlockParser, InlineContext, InlineParser, MarkdownConfig } from '@lezer/markdown';
import type { BlockKind } from '../block-kind.ts';
import type { AtomKind } from '../prose.ts';

/**
 * How to read a page: as Markdown, as MDX, or as a parser does that knows neither MDX nor other extensions (`plain`).
 */
export type Reading = 'md' | 'mdx' | 'plain';

/**
 * A Markdown construct that is not in CommonMark or GFM, or that the parser reads differently: how
 * to parse it, and what prose shows of it. A dialect only needs to find the extent of a construct,
 * so that its content stays out of the prose; in doubt it treats more as opaque. Parsers must not
 * look beyond the next line, because incremental parsing relies on that.
 */
export interface Dialect {
  readonly nodes?: NonNullable<MarkdownConfig['defineNodes']>;
  readonly blocks?: (reading: Reading) => readonly BlockParser[];
  /** Inline parsers, each with the characters that can start its construct. It is called at those characters only. */
  readonly inlines?: (reading: Reading) => readonly (InlineParser & { readonly begins: string })[];
  /** The kinds of its blocks by node name. A node that is missing counts as HTML. */
  readonly kinds?: Readonly<Record<string, BlockKind>>;
  /** The atoms that stand for its inline nodes, by node name. Markup that is simply hidden has none. */
  readonly atoms?: Readonly<Record<string, AtomKind>>;
}

export function matchAt(pattern: RegExp, cx: InlineContext, from: number): string | undefined {
  pattern.lastIndex = from - cx.offset;
  return pattern.exec(cx.text)?.[0];
}
