import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mathFromMarkdown } from 'mdast-util-math';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { math } from 'micromark-extension-math';

/**
 * Everything of a page but its prose, read by a Markdown parser that the product does not use. Equal before and after a
 * fix means that the fix damaged nothing.
 */
export function structureOf(text: string): string {
  const tree = fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), frontmatter(['yaml', 'toml']), math()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml', 'toml']), mathFromMarkdown()],
  });
  const lines: string[] = [];
  const visit = (node: Node, depth: number) => {
    if (node.type === 'text') return;
    const kept = attributes.flatMap((name) => (node[name] == null ? [] : [`${name}=${String(node[name])}`]));
    if (opaque.has(node.type)) kept.push(String(node.value));
    lines.push(`${' '.repeat(depth)}${node.type} ${kept.join(' ')}`);
    for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(tree as unknown as Node, 0);
  return lines.join('\n');
}

type Node = { type: string; children?: Node[] } & Record<string, unknown>;

const attributes = ['url', 'identifier', 'lang', 'meta', 'checked', 'ordered', 'start', 'depth', 'align'];
const opaque = new Set(['code', 'inlineCode', 'html', 'yaml', 'toml', 'math', 'inlineMath']);
