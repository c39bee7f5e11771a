import type { Tree, TreeCursor } from '@lezer/common';
import { createAttachedCache } from '../text/attached-cache.ts';
import { definitionsOf } from './blocks.ts';
import { MAX_DEPTH } from './in-block.ts';
import { normalizeLabel } from './labels.ts';
import type { Markdown } from './parse.ts';

/**
 * A part of a page that a fix must not change: the start or end of a
 * container, or all of a leaf block except its prose. UTF-16 offsets.
 */
export interface Bone {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Everything in a page except its prose, in order: containers, block kinds, emphasis,
 * links with their targets, code, formulas, HTML, labels. Two texts with equal keys
 * differ only in prose. `ignoreComments` leaves out HTML and JSX comments.
 */
export function skeletonOf(markdown: Markdown, ignoreComments = false): Bone[] {
  const bones: Bone[] = [];
  const definitions = definitionsOf(markdown);
  const visit = (tree: Tree, from: number, depth: number) => {
    for (let at = 0; at < tree.children.length; at++) {
      const child = tree.children[at] as Tree;
      const start = from + tree.positions[at]!;
      const name = child.type.name;
      if (child.type.isAnonymous) visit(child, start, depth);
      else if (containers.has(name) && depth < 2 * MAX_DEPTH) {
        bones.push({
          key: name === 'OrderedList' ? `${name} ${firstNumber(markdown.text, start)}` : name,
          from: start,
          to: start,
        });
        visit(child, start, depth + 1);
        bones.push({ key: `/${name}`, from: start + child.length, to: start + child.length });
      } else if (!marks.has(name)) {
        if (ignoreComments && name === 'CommentBlock') continue;
        const key = keptKey(child, markdown.text, start, definitions, ignoreComments);
        bones.push({ key, from: start, to: start + child.length });
      }
    }
  };
  visit(markdown.tree, 0, 0);
  return bones;
}

const containers = new Set(['BulletList', 'OrderedList', 'ListItem', 'Blockquote', 'Admonition', 'Footnote']);
const marks = new Set([
  'ListMark',
  'QuoteMark',
  'HeaderMark',
  'EmphasisMark',
  'LinkMark',
  'StrikethroughMark',
  'Escape',
]);
const opaqueBlocks = new Set([
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'CommentBlock',
  'ProcessingInstructionBlock',
  'FrontMatter',
  'MathBlock',
  'JsxBlock',
  'JsxCode',
  'Esm',
  'TemplateBlock',
  'LinkReference',
]);
const transparent = new Set(['Emphasis', 'StrongEmphasis', 'Strikethrough', 'TableHeader', 'TableRow', 'TableCell']);

function firstNumber(text: string, from: number): string {
  return /^\s*\d+[.)]/.exec(text.slice(from, from + 20))?.[0] ?? '';
}

interface KeptKey {
  readonly key: string;
  readonly ignoreComments: boolean;
}

const kept = createAttachedCache<Tree, KeptKey>();

// Caches the key of a block with its tree, unless the key depends on the definitions of the page.
function keptKey(
  tree: Tree,
  text: string,
  from: number,
  definitions: ReadonlySet<string>,
  ignoreComments: boolean,
): string {
  const known = kept.get(tree);
  if (known?.ignoreComments === ignoreComments) return known.key;
  const source = text.slice(from, from + tree.length);
  let depends = false;
  const asked = {
    has: (label: string) => {
      depends = true;
      return definitions.has(label);
    },
  };
  const key = leafKey(tree, source, asked, ignoreComments);
  if (!depends) kept.set(tree, { key, ignoreComments });
  return key;
}

type Definitions = Pick<ReadonlySet<string>, 'has'>;

function leafKey(tree: Tree, source: string, definitions: Definitions, ignoreComments: boolean): string {
  const name = tree.type.name;
  if (opaqueBlocks.has(name) || containers.has(name)) return `${name} ${source}`;
  // A box that some parsers accept as a task, although no space follows it.
  const box = name === 'Paragraph' && /^\[(?:\r\n|[\s xX])\](?:\s|$)/.test(source) ? '[ ]' : '';
  return `${name}${box}${inlineKey(tree.cursor(), source, definitions, ignoreComments)}`;
}

function inlineKey(cursor: TreeCursor, source: string, definitions: Definitions, ignore: boolean): string {
  let key = '';
  if (!cursor.firstChild()) return key;
  do {
    const name = cursor.name;
    if (marks.has(name)) continue;
    const text = () => source.slice(cursor.from, cursor.to);
    if (transparent.has(name)) key += `(${name}${inlineKey(cursor, source, definitions, ignore)})`;
    else if (name === 'Link' || name === 'Image') key += linkKey(cursor, name, text(), source, definitions, ignore);
    else if (!(ignore && isComment(name, text()))) key += `<${name} ${text()}>`;
  } while (cursor.nextSibling());
  cursor.parent();
  return key;
}

// The text of `[label]` counts only if it is defined. Otherwise, as in `[note]`, it is prose in brackets.
function linkKey(
  cursor: TreeCursor,
  name: string,
  text: string,
  source: string,
  definitions: Definitions,
  ignore: boolean,
): string {
  const inner = inlineKey(cursor, source, definitions, ignore);
  if (name === 'Image') return `(Image ${text})`;
  if (/<(URL|LinkLabel) /.test(inner) && !text.endsWith('[]')) return `(Link${inner})`;
  if (/^\[[\^!]/.test(text)) return `(Link ${text})`;
  const label = normalizeLabel(text);
  return definitions.has(label) ? `(Link ${label})` : inner;
}

function isComment(name: string, text: string): boolean {
  return name === 'Comment' || (name === 'Placeholder' && text.startsWith('{/*'));
}
