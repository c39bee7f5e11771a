import type { BlockParser, InlineContext, InlineParser, MarkdownConfig } from '@lezer/markdown';
import type { BlockKind } from '../block-kind.ts';
import type { AtomKind } from '../prose.ts';

/** How a page is read: as Markdown, as MDX, or as by those who know neither MDX nor what tools have added to Markdown. */
export type Reading = 'md' | 'mdx' | 'plain';

/**
 * Something that people write in Markdown beyond CommonMark and GFM, or where the parser's own reading is not theirs: how it
 * begins, how it is read, and what prose shows of it. It only needs to be recognised, so that its inside stays out of the prose;
 * where a construct is in doubt, the larger part is taken as opaque. No parser looks ahead beyond the current line: re-parsing
 * after a keystroke relies on it.
 */
export interface Dialect {
  readonly nodes?: NonNullable<MarkdownConfig['defineNodes']>;
  readonly blocks?: (reading: Reading) => readonly BlockParser[];
  /** Each with the characters that it can begin with: it is asked nowhere else. */
  readonly inlines?: (reading: Reading) => readonly (InlineParser & { readonly begins: string })[];
  /** What its blocks are, by the names of their nodes; HTML when nothing is said. */
  readonly kinds?: Readonly<Record<string, BlockKind>>;
  /** What prose shows in place of its inline nodes; nothing for marks. */
  readonly atoms?: Readonly<Record<string, AtomKind>>;
}

export function matchAt(pattern: RegExp, cx: InlineContext, from: number): string | undefined {
  pattern.lastIndex = from - cx.offset;
  return pattern.exec(cx.text)?.[0];
}
