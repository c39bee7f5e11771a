import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';

/**
 * Everything in a page except its prose, by a Markdown parser that the product does not use. If a fix
 * leaves it equal, it damaged nothing.
 */
export function structureOf(text: string): string {
  return readMdast(text).structure;
}

/** The same, with the prose that it leaves out. */
export function readMdast(text: string): { structure: string; visible: string } {
  const lines: string[] = [];
  let visible = '';
  const visit = (node: MdastNode, depth: number) => {
    if (node.type === 'text') {
      visible += node.value;
      return;
    }
    visible += '\n';
    const kept = attributes.flatMap((name) => (node[name] == null ? [] : [`${name}=${String(node[name])}`]));
    if (opaque.has(node.type)) kept.push(String(node.value));
    lines.push(`${' '.repeat(depth)}${node.type} ${kept.join(' ')}`);
    for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(mdastOf(text), 0);
  return { structure: lines.join('\n'), visible };
}

/** The tree of a page by that parser. Offsets are UTF-16. */
export function mdastOf(text: string): MdastNode {
  const tree = fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), frontmatter(['yaml', 'toml']), math()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml', 'toml']), mathFromMarkdown()],
  });
  return tree as unknown as MdastNode;
}

export type MdastNode = {
  type: string;
  children?: MdastNode[];
  position?: { start: { offset: number } };
} & Record<string, unknown>;

const attributes = [
  ...['url', 'title', 'alt', 'identifier', 'referenceType', 'lang', 'meta'],
  ...['checked', 'ordered', 'start', 'depth', 'align'],
];
const opaque = new Set(['code', 'inlineCode', 'html', 'yaml', 'toml', 'math', 'inlineMath']);
