import type { BlockContext, Element, InlineContext, LeafBlock, LeafBlockParser, Line } from '@lezer/markdown';
import { inBlock } from '../in-block.ts';
import type { Dialect } from './dialect.ts';
import { loneTag } from './html.ts';

/** What MDX adds to Markdown: ES modules and component tags. */
export const mdx: Dialect = {
  nodes: [{ name: 'JsxBlock', block: true }, { name: 'JsxCode', block: true }, { name: 'Esm', block: true }, 'Jsx'],
  blocks: (reading) =>
    reading === 'plain'
      ? []
      : [
          { name: 'Esm', ...(reading === 'mdx' ? { parse: esm } : { leaf: esmText }), before: 'FencedCode' },
          { name: 'JsxCode', parse: fencedJsx, before: 'HTMLBlock' },
          { name: 'JsxBlock', parse: jsxBlock, before: 'HTMLBlock' },
        ],
  inlines: (reading) => (reading === 'plain' ? [] : [{ name: 'Jsx', parse: jsxTag, before: 'HTMLTag', begins: '<' }]),
  kinds: { JsxBlock: 'html', JsxCode: 'html', Esm: 'esm' },
  atoms: { Jsx: 'html' },
};

/** Whether a line starts an MDX module. MDX reads it as code, Markdown as text. */
export function isEsm(line: string): boolean {
  const form =
    /^(import\s.*['"]\s*;?\s*$|import\s+[{*\w].*$|export\s+(const|let|var|default|function|async|class|\{|\*))/;
  return form.test(line) && !(/^import\s/.test(line) && !/\bfrom\b|['"]|\{\s*$/.test(line));
}

/**
 * Returns a function that takes the lines after the first line of a module, in order, and
 * tells whether each belongs to it. A module ends at a blank line outside of brackets.
 * After an unclosed bracket it ends where the text looks like Markdown again.
 */
export function followEsm(first: string): (line: string) => boolean {
  let depth = depthOf(first);
  let blank = false;
  return (line) => {
    if (line.trim() === '') {
      blank = true;
      return depth > 0;
    }
    if (blank && !/^[\s<>{}[\]()/"'`,;]/.test(line)) return false;
    depth += depthOf(line);
    return true;
  };
}

function depthOf(line: string): number {
  let depth = 0;
  for (const bracket of line.replace(stringOrComment, '')) {
    if ('([{'.includes(bracket)) depth++;
    else if (')]}'.includes(bracket)) depth--;
  }
  return depth;
}

const stringOrComment = /(["'`])(?:\\.|(?!\1)[^\\])*\1|\/\/.*|\/\*[\s\S]*?\*\//g;

function isEsmStart(cx: BlockContext, line: Line): boolean {
  return cx.depth <= 1 && line.indent === 0 && (line.next === 105 || line.next === 101) && isEsm(line.text);
}

/** A module in an MDX page. */
function esm(cx: BlockContext, line: Line): boolean {
  if (!isEsmStart(cx, line)) return false;
  const from = cx.lineStart;
  let to = from + line.text.length;
  const belongs = followEsm(line.text);
  while (cx.nextLine() && belongs(line.text)) if (line.next >= 0) to = cx.lineStart + line.text.length;
  cx.addElement(cx.elt('Esm', from, to));
  return true;
}

/**
 * In `.md` such a line is text and ends with its paragraph. Many sites read `.md` as MDX all the same. So the paragraph
 * is not prose if it can only be code; otherwise it is disputed (`disputedIn`).
 */
function esmText(cx: BlockContext, { content, start }: LeafBlock): LeafBlockParser | null {
  if (cx.depth > 1 || start !== cx.lineStart || !isEsm(content)) return null;
  return {
    nextLine: () => false,
    finish(cx, leaf) {
      if (/\p{Script=Han}/u.test(leaf.content.replace(stringOrComment, ''))) return false;
      cx.addLeafElement(leaf, cx.elt('Esm', leaf.start, leaf.start + leaf.content.length));
      return true;
    },
  };
}

// `<Component …` over several lines, blank ones included. It ends where the tag closes. An unclosed tag must not hide
// the rest of the page, so it also ends where a line after a blank one looks like Markdown again.
function jsxBlock(cx: BlockContext, line: Line): boolean {
  if (line.next !== LESS || !/^<[A-Z][\w.]*(\s|$)/.test(line.text.slice(line.pos))) return false;
  const state = { depth: 0, quote: 0, done: false };
  scanJsx(line.text.slice(line.pos), state);
  if (state.done) return false;
  const from = cx.lineStart + line.pos;
  let blank = false;
  while (cx.nextLine() && inBlock(cx, line)) {
    if (line.next < 0) {
      blank = true;
      continue;
    }
    if (blank && line.indent === line.baseIndent && !/^[<>{}[\]()/"'`,;]/.test(line.text.slice(line.pos))) break;
    blank = false;
    scanJsx(line.text.slice(line.pos), state);
    if (state.done) {
      cx.nextLine();
      break;
    }
  }
  cx.addElement(cx.elt('JsxBlock', from, cx.prevLineEnd()));
  return true;
}

// `<Tab>` with the lines below it is HTML up to a blank line. MDX reads those lines as Markdown, so a fence holds code,
// and blank lines inside the fence do not end it. Readers disagree on such a block (`JsxCode`, see `disputedIn`), and
// on a tag that is not HTML: `<Tabs.Tab>`.
function fencedJsx(cx: BlockContext, line: Line): boolean {
  if (line.next !== LESS || !/^<\/?[A-Z][\w.]*(?:\s[^<>]*)?>\s*$/.test(line.text.slice(line.pos))) return false;
  const from = cx.lineStart + line.pos;
  const isHtml = loneTag.test(line.text.slice(line.pos));
  const marks: Element[] = [];
  let fence = '';
  let isCut = false;
  while (cx.nextLine() && inBlock(cx, line) && (fence !== '' || line.next >= 0)) {
    marks.push(...line.markers);
    isCut ||= line.next < 0;
    const run = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line.text.slice(line.pos))?.[0] ?? '';
    if (fence === '') fence = run;
    else if (run.startsWith(fence) && line.text.slice(line.pos + run.length).trim() === '') fence = '';
  }
  cx.addElement(cx.elt(isCut || !isHtml ? 'JsxCode' : 'HTMLBlock', from, cx.prevLineEnd(), marks));
  return true;
}

// Scans one line of a JSX tag. Braces nest, quotes hide their content, and `>` outside of both ends the tag.
function scanJsx(text: string, state: { depth: number; quote: number; done: boolean }): number {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (state.quote) {
      if (unit === BACKSLASH && state.depth > 0) at++;
      else if (unit === state.quote) state.quote = 0;
    } else if (unit === 34 || unit === 39 || unit === 96) {
      // An apostrophe inside a word does not start a string.
      if (unit !== 39 || !/\w/.test(text[at - 1] ?? '')) state.quote = unit;
    } else if (unit === 123) state.depth++;
    else if (unit === 125) state.depth--;
    else if (unit === 62 && state.depth <= 0) {
      state.done = true;
      return at + 1;
    }
  }
  // Strings in JSX attributes may span lines; strings in JavaScript may not.
  if (state.depth > 0 && state.quote !== 96) state.quote = 0;
  return -1;
}

const jsxStart = /<\/?[A-Za-z][\w.:-]*(?=[\s/>])/y;

// Tags with `{…}` in their attributes, which HTML does not allow. All others are left to the HTML parser.
function jsxTag(cx: InlineContext, next: number, from: number): number {
  if (next !== LESS) return -1;
  jsxStart.lastIndex = from - cx.offset;
  const start = jsxStart.exec(cx.text)?.[0];
  if (!start) return -1;
  const state = { depth: 0, quote: 0, done: false };
  const rest = cx.text.slice(from - cx.offset + start.length, from - cx.offset + MAX_TAG);
  const length = scanJsx(rest, state);
  if (!state.done || !rest.slice(0, length).includes('{')) return -1;
  return cx.addElement(cx.elt('Jsx', from, from + start.length + length));
}

const MAX_TAG = 2000;

const LESS = 60;
const BACKSLASH = 92;
