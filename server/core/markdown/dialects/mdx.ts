import type { BlockContext, Element, InlineContext, LeafBlock, LeafBlockParser, Line } from '@lezer/markdown';
import { inBlock } from '../in-block.ts';
import type { Dialect } from './dialect.ts';
import { loneTag } from './html.ts';

/** What MDX adds to Markdown: modules, and tags of components. */
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

/** Whether a line begins a module of MDX: its own readers take it for code, the readers of `.md` for text. */
export function isEsm(line: string): boolean {
  const form =
    /^(import\s.*['"]\s*;?\s*$|import\s+[{*\w].*$|export\s+(const|let|var|default|function|async|class|\{|\*))/;
  return form.test(line) && !(/^import\s/.test(line) && !/\bfrom\b|['"]|\{\s*$/.test(line));
}

/**
 * Tells of the lines below the first one of a module, one after the other, whether they belong to it: it ends at a blank
 * line outside of brackets. A bracket that is never closed must not take along what looks like Markdown again.
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

/** A module on a page of MDX. */
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
 * In `.md` such a line is text, which ends where a paragraph does. Many a site reads it as MDX all the same, so that what can
 * be nothing but code is none of the prose; the rest is disputed.
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

// `<Component …` over several lines, blank ones too. It ends where the tag closes, or, when a line after a blank one
// looks like Markdown again, there: an unclosed tag must not silence the rest of the page.
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

// `<Tab>` and the lines below it are HTML up to a blank line. MDX reads them as Markdown, so a fence among them holds code,
// and the blank lines of that code end nothing: `JsxCode`, on which readers disagree (`disputedIn`). So they do on a tag that
// HTML does not know, `<Tabs.Tab>`.
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

// Follows one line of a JSX tag: braces nest, quotes hide, `>` outside of both ends the tag.
function scanJsx(text: string, state: { depth: number; quote: number; done: boolean }): number {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (state.quote) {
      if (unit === BACKSLASH && state.depth > 0) at++;
      else if (unit === state.quote) state.quote = 0;
    } else if (unit === 34 || unit === 39 || unit === 96) {
      // An apostrophe inside running JSX text is no delimiter.
      if (unit !== 39 || !/\w/.test(text[at - 1] ?? '')) state.quote = unit;
    } else if (unit === 123) state.depth++;
    else if (unit === 125) state.depth--;
    else if (unit === 62 && state.depth <= 0) {
      state.done = true;
      return at + 1;
    }
  }
  // Strings in JSX attributes may run over lines, those of JavaScript may not.
  if (state.depth > 0 && state.quote !== 96) state.quote = 0;
  return -1;
}

const jsxStart = /<\/?[A-Za-z][\w.:-]*(?=[\s/>])/y;

// Tags whose attributes hold `{…}`, which HTML does not know. The others are left to the HTML rule.
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
