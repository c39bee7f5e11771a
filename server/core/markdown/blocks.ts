import type { Tree } from '@lezer/common';
import { createAttachedCache } from '../text/attached-cache.ts';
import type { Span } from '../text/span.ts';
import { MAX_DEPTH } from './in-block.ts';
import { normalizeLabel } from './labels.ts';
import { type Leaf, readLeaf } from './leaf.ts';
import type { Markdown } from './parse.ts';

/** A leaf block at its place in the document (UTF-16 offsets). */
export interface Block extends Span {
  readonly leaf: Leaf;
  /** How many lists enclose it. */
  readonly listDepth: number;
  readonly quoteDepth: number;
  /** Whether it is the first block of a list item. */
  readonly itemStart: boolean;
}

/** The leaf blocks of a document, in order. Blocks that did not change keep the same `Leaf` objects between parses. */
export function blocksOf(markdown: Markdown): readonly Block[] {
  const definitions = definitionsOf(markdown);
  const blocks: Block[] = [];
  // Returns the name of the last child. Lezer balances trees with anonymous
  // nodes, and a node's previous sibling may be in another one.
  const visit = (
    tree: Tree,
    from: number,
    listDepth: number,
    quoteDepth: number,
    inItem: boolean,
    last = '',
  ): string => {
    if (listDepth + quoteDepth > MAX_DEPTH) return last;
    let first = inItem;
    let before = last;
    for (let at = 0; at < tree.children.length; at++) {
      const child = tree.children[at] as Tree;
      const start = from + tree.positions[at]!;
      const name = child.type.name;
      if (child.type.isAnonymous) {
        before = visit(child, start, listDepth, quoteDepth, first, before);
        first = false;
        continue;
      }
      if (before === 'CodeBlock' && name === 'OrderedList' && !startsAtOne(markdown.text, start)) {
        // Parsers disagree on whether this list starts at all. To some, what others read as its items is code.
      } else if (name === 'BulletList' || name === 'OrderedList') visit(child, start, listDepth + 1, quoteDepth, false);
      else if (name === 'ListItem') visit(child, start, listDepth, quoteDepth, true);
      else if (name === 'Blockquote') visit(child, start, listDepth, quoteDepth + 1, false);
      else if (name === 'Admonition' || name === 'Footnote') visit(child, start, listDepth, quoteDepth, first);
      else if (!containerMarks.has(name)) {
        for (const { leaf, offset } of leavesOf(child, markdown.text, start, definitions)) {
          const place = start + offset;
          blocks.push({ leaf, from: place, to: place + leaf.source.length, listDepth, quoteDepth, itemStart: first });
          first = false;
        }
      }
      before = name;
    }
    return before;
  };
  visit(markdown.tree, 0, 0, 0, false);
  return blocks;
}

function startsAtOne(text: string, from: number): boolean {
  return /^\s*0*1[.)]/.test(text.slice(from, from + 16));
}

const containerMarks = new Set(['ListMark', 'QuoteMark', 'HeaderMark', 'FootnoteLabel']);

interface Placed {
  readonly leaf: Leaf;
  readonly offset: number;
}

const leaves = createAttachedCache<Tree, { placed: readonly Placed[]; resolved: string }>();

function leavesOf(tree: Tree, text: string, from: number, definitions: ReadonlySet<string>): readonly Placed[] {
  const known = leaves.get(tree);
  if (known && known.resolved === resolvedLabels(known.placed, definitions)) return known.placed;
  const placed = readLeaf(tree, text.slice(from, from + tree.length), definitions);
  leaves.set(tree, { placed, resolved: resolvedLabels(placed, definitions) });
  return placed;
}

function resolvedLabels(placed: readonly Placed[], definitions: ReadonlySet<string>): string {
  let result = '';
  for (const { leaf } of placed) for (const label of leaf.labels) result += definitions.has(label) ? '1' : '0';
  return result;
}

/** The labels that a page defines (`[label]: url`), normalised for matching as in CommonMark. */
export function definitionsOf(markdown: Markdown): ReadonlySet<string> {
  const known = definitions.get(markdown.tree);
  if (known) return known;
  const found = new Set<string>();
  markdown.tree.iterate({
    enter: (node) => {
      if (node.name === 'LinkReference') found.add(normalizeLabel(markdown.text.slice(node.from, node.to)));
      return containers.has(node.name);
    },
  });
  definitions.set(markdown.tree, found);
  return found;
}

const definitions = new WeakMap<Tree, ReadonlySet<string>>();
const containers = new Set([
  'Document',
  'BulletList',
  'OrderedList',
  'ListItem',
  'Blockquote',
  'Admonition',
  'Footnote',
]);
