import type { Tree } from '@lezer/common';
import type { Span } from '../text/span.ts';
import { type Block, blocksOf } from './blocks.ts';
import type { Markdown } from './parse.ts';

/** A block of the first level with all leaf blocks in it: a list, a table or a quotation as a whole, or a single block. */
export interface Unit extends Span {
  readonly blocks: readonly Block[];
}

/** The blocks of the first level of a document, in order, without those that hold nothing. */
export function unitsOf(markdown: Markdown): readonly Unit[] {
  const spans: Span[] = [];
  // Trees are balanced with nameless nodes in between.
  const visit = (tree: Tree, from: number) => {
    for (const [index, child] of (tree.children as Tree[]).entries()) {
      const start = from + tree.positions[index]!;
      if (child.type.isAnonymous) visit(child, start);
      else spans.push({ from: start, to: start + child.length });
    }
  };
  visit(markdown.tree, 0);
  const blocks = blocksOf(markdown);
  let at = 0;
  return spans.flatMap((span) => {
    const first = at;
    while (at < blocks.length && blocks[at]!.from < span.to) at++;
    return at > first ? [{ ...span, blocks: blocks.slice(first, at) }] : [];
  });
}
