import type {
  BlockContext,
  DelimiterType,
  Element,
  InlineContext,
  LeafBlock,
  Line,
  MarkdownConfig,
  MarkdownParser,
} from '@lezer/markdown';
import { directive, hasOpenCode, isDirective, isIndentedBody, isTemplate, templateBlock } from './directives.ts';
import { inBlock, tooDeep } from './in-block.ts';

/**
 * What people write in Markdown beyond CommonMark and GFM. Everything here only needs to be recognised, so that its
 * inside stays out of the prose; where a construct is in doubt, the larger part is taken as opaque.
 * No parser looks ahead beyond the current line: re-parsing after a keystroke relies on it.
 */
export function extensionsOf(commonMark: MarkdownParser, linkStart: DelimiterType, mdx = true): MarkdownConfig[] {
  return [
    {
      defineNodes: [
        { name: 'FrontMatter', block: true },
        { name: 'TooDeep', block: true },
        { name: 'MathBlock', block: true },
        { name: 'JsxBlock', block: true },
        { name: 'JsxCode', block: true },
        { name: 'Esm', block: true },
        { name: 'TemplateBlock', block: true },
        { name: 'Directive', block: true },
        { name: 'Admonition', block: true, composite: isIndentedBody },
        'DirectiveMark',
        { name: 'FootnoteDefinition', block: true },
        { name: 'Footnote', block: true, composite: isIndentedBody },
        'FootnoteLabel',
        'InlineMath',
        'Disputed',
        'Placeholder',
        'Shortcode',
        'Role',
        'WikiLink',
        'Jsx',
        'BareUrl',
      ],
      parseBlock: [
        { name: 'FrontMatter', parse: frontMatter, before: 'LinkReference' },
        { name: 'TooDeep', parse: tooDeep, before: 'FrontMatter' },
        {
          name: 'MathBlock',
          parse: mathBlock,
          before: 'FencedCode',
          endLeaf: (_, line, leaf) => isMathFence(line) && !hasOpenMath(leaf),
        },
        { name: 'Esm', parse: esm, before: 'FencedCode' },
        { name: 'TemplateBlock', parse: templateBlock, before: 'FencedCode', endLeaf: (_, line) => isTemplate(line) },
        {
          name: 'Directive',
          parse: directive,
          before: 'FencedCode',
          endLeaf: (_, line, leaf) => isDirective(line) && !hasOpenCode(leaf),
        },
        ...(mdx ? [{ name: 'JsxCode', parse: fencedJsx, before: 'HTMLBlock' }] : []),
        { name: 'JsxBlock', parse: jsxBlock, before: 'HTMLBlock' },
        { name: 'QuotedHtml', parse: quotedHtml(commonMark), before: 'HTMLBlock' },
        {
          name: 'FootnoteDefinition',
          parse: footnoteDefinition,
          before: 'LinkReference',
          endLeaf: (_, line) => isFootnote(line),
        },
      ],
      parseInline: [
        { name: 'InlineCode', parse: inlineCode },
        { name: 'InlineMath', parse: inlineMath, before: 'InlineCode' },
        { name: 'Placeholder', parse: placeholder, before: 'InlineCode' },
        { name: 'Role', parse: role, before: 'InlineCode' },
        { name: 'TexMath', parse: texMath, before: 'Escape' },
        { name: 'WikiLink', parse: wikiLink, before: 'Link' },
        { name: 'LinkEnd', parse: linkEndOver(commonMark, linkStart) },
        { name: 'Jsx', parse: jsxTag, before: 'HTMLTag' },
        { name: 'BareUrl', parse: bareUrl, before: 'InlineCode' },
      ],
    },
  ];
}

/** The end of the front matter of a text, after its closing fence and before the line end; 0 without front matter. */
export function frontMatterEnd(text: string): number {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (!fence) return 0;
  const close = new RegExp(`^${fence[1] === '---' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[ \\t]*$`, 'gm');
  close.lastIndex = fence[0].length;
  const end = close.exec(text);
  return end ? end.index + end[0].length : 0;
}

// Whether the fence is ever closed was settled before the parse, which may not look ahead: see `frontMatterEnd`.
function frontMatter(cx: BlockContext, line: Line): boolean {
  if (cx.lineStart !== 0 || !/^[ \uFEFF]?(---|\+\+\+)\s*$/.test(line.text)) return false;
  const end = (cx as unknown as { input: { frontMatterEnd?: number } }).input.frontMatterEnd ?? 0;
  if (end === 0) return false;
  while (cx.lineStart + line.text.length < end && cx.nextLine());
  cx.nextLine();
  cx.addElement(cx.elt('FrontMatter', 0, end));
  return true;
}

function isMathFence(line: Line): boolean {
  return line.next === DOLLAR && line.indent < line.baseIndent + 4 && mathFence.test(line.text.slice(line.pos));
}

// A formula that begins within a paragraph ends with it, so that its closing `$$` opens nothing.
function hasOpenMath({ content }: LeafBlock): boolean {
  return content.length < MAX_FORMULA && content.split('$$').length % 2 === 0;
}

const mathFence = /^(\$\$+)([^$]*)$/;

// `$$` on a line of its own, or at the beginning and the end of a formula of several lines; labels may follow. A formula
// that is never closed must not silence the rest of the page: where text begins on the first line, it has no blank
// lines (TeX), and elsewhere it ends before a line that can be none of it.
function mathBlock(cx: BlockContext, line: Line): boolean {
  if (!isMathFence(line)) return false;
  const from = cx.lineStart + line.pos;
  const [, fence, first] = mathFence.exec(line.text.slice(line.pos))! as unknown as [string, string, string];
  let blank = false;
  while (cx.nextLine() && inBlock(cx, line)) {
    if (line.next < 0) {
      if (first.trim() !== '') break;
      blank = true;
      continue;
    }
    const text = line.text.slice(line.pos);
    if (blank && isNoFormula(text)) break;
    blank = false;
    if (text.includes(fence)) {
      cx.nextLine();
      break;
    }
  }
  cx.addElement(cx.elt('MathBlock', from, cx.prevLineEnd()));
  return true;
}

/** A heading, a code block, a directive, Chinese, or words in a row without a sign of TeX. */
function isNoFormula(line: string): boolean {
  if (/^(#{1,6}\s|```|~~~|:::)/.test(line)) return true;
  return !/[\\^_{}]/.test(line) && /\p{Script=Han}|(?<![A-Za-z])[A-Za-z]{2,}(?: [A-Za-z]{2,}){3}/u.test(line);
}

function esm(cx: BlockContext, line: Line): boolean {
  if (cx.depth > 1 || line.indent > 0 || (line.next !== 105 && line.next !== 101)) return false;
  if (
    !/^(import\s.*['"]\s*;?\s*$|import\s+[{*\w].*$|export\s+(const|let|var|default|function|async|class|\{|\*))/.test(
      line.text,
    )
  )
    return false;
  if (/^import\s/.test(line.text) && !/\bfrom\b|['"]|\{\s*$/.test(line.text)) return false;
  const from = cx.lineStart;
  while (cx.nextLine() && line.next >= 0);
  cx.addElement(cx.elt('Esm', from, cx.prevLineEnd()));
  return true;
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
// and the blank lines of that code end nothing: `JsxCode`, on which readers disagree (`disputedIn`).
function fencedJsx(cx: BlockContext, line: Line): boolean {
  if (line.next !== LESS || !/^<\/?[A-Z][\w.]*(?:\s[^<>]*)?>\s*$/.test(line.text.slice(line.pos))) return false;
  const from = cx.lineStart + line.pos;
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
  cx.addElement(cx.elt(isCut ? 'JsxCode' : 'HTMLBlock', from, cx.prevLineEnd(), marks));
  return true;
}

// As the parser's own, to which no line of a quotation is blank, so that all behind a tag in one would be HTML.
function quotedHtml(commonMark: MarkdownParser) {
  return (cx: BlockContext, line: Line): boolean => {
    if (line.next !== LESS || !line.text.slice(0, line.pos).includes('>')) return false;
    const text = line.text.slice(line.pos);
    if (!/^<\/?[A-Za-z]/.test(text) || /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i.test(text)) return false;
    if (commonMark.parse(text).topNode.firstChild?.name !== 'HTMLBlock') return false;
    const from = cx.lineStart + line.pos;
    const marks: Element[] = [];
    while (cx.nextLine() && inBlock(cx, line) && line.next >= 0) marks.push(...line.markers);
    cx.addElement(cx.elt('HTMLBlock', from, cx.prevLineEnd(), marks));
    return true;
  };
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

const footnoteMark = /^\[\^[^\]\s]+\]:[ \t]*/;

function isFootnote(line: Line): boolean {
  return line.next === BRACKET && line.indent < line.baseIndent + 4 && footnoteMark.test(line.text.slice(line.pos));
}

function footnoteDefinition(cx: BlockContext, line: Line): boolean {
  if (!isFootnote(line)) return false;
  const mark = footnoteMark.exec(line.text.slice(line.pos))!;
  const from = cx.lineStart + line.pos;
  let content = line.text.slice(line.pos + mark[0].length);
  let to = cx.lineStart + line.text.length;
  // What is indented below it belongs to the footnote; lines of its first paragraph need no indentation.
  const { depth } = cx;
  cx.startComposite('Footnote', line.pos);
  while (
    cx.nextLine() &&
    line.next >= 0 &&
    inBlock(cx, line, depth) &&
    !line.markers.length &&
    !startsBlock(line.text.slice(line.pos))
  ) {
    content += `\n${' '.repeat(line.basePos)}${line.text.slice(line.basePos)}`;
    to = cx.lineStart + line.text.length;
  }
  // A list, a definition or a table inside of a footnote is left to the parsers that read it; here it is opaque.
  const start = startsBlock(content) ? to : from + mark[0].length;
  cx.addElement(
    cx.elt('FootnoteDefinition', from, to, [
      cx.elt('FootnoteLabel', from, start),
      ...(start === to ? [] : cx.parser.parseInline(content, start)),
    ]),
  );
  return true;
}

function startsBlock(text: string): boolean {
  return /^(#{1,6}\s|>|[-+*]\s|\d{1,9}[.)]\s|```|~~~|\$\$|:::|<|\[[^\]]*\]:|\||\s{4}|([-*_])(\s*\2){2,}\s*$)/.test(
    text,
  );
}

// A run of `$` closes at the next run of the same length, as micromark reads it; a single pair that pandoc would not
// take for a formula (a price: $5和$10) stays opaque all the same, because readers of the page disagree on it.
function inlineMath(cx: InlineContext, next: number, from: number): number {
  if (next !== DOLLAR || cx.char(from - 1) === DOLLAR) return -1;
  let open = from;
  while (cx.char(open) === DOLLAR) open++;
  const size = open - from;
  const text = cx.text;
  for (let at = text.indexOf('$', open - cx.offset); at >= 0; ) {
    let end = at;
    while (text.charCodeAt(end) === DOLLAR) end++;
    if (end - at === size) {
      const to = end + cx.offset;
      const formula =
        size > 1 || (!/\s/.test(text[open - cx.offset]!) && !/\s/.test(text[at - 1]!) && !/\d/.test(text[end] ?? ''));
      return cx.addElement(cx.elt(formula ? 'InlineMath' : 'Disputed', from, to));
    }
    at = text.indexOf('$', end);
  }
  // No closing run: what follows is no delimiter either, and must not be scanned again from every one of its signs.
  return open;
}

// `\(…\)`, `\[…\]`, `\begin{…}…\end{…}` and, as pages write it for whom `\(` is an escaped bracket, `\\(…\\)`.
function texMath(cx: InlineContext, next: number, from: number): number {
  if (next !== BACKSLASH) return -1;
  const open = matchAt(texOpen, cx, from);
  if (!open) return -1;
  const closing = open.startsWith('\\begin') ? `\\end${open.slice(6)}` : open.replace('(', ')').replace('[', ']');
  const start = from - cx.offset + open.length;
  const end = cx.text.slice(start, start + MAX_FORMULA).indexOf(closing);
  if (end < 0) return -1;
  const content = cx.text.slice(start, start + end);
  // A letter or a sign of TeX makes it a formula: `\[1\]` and `\(见下\)` are brackets that someone has escaped.
  if (!/^\s*[A-Za-z]\s*$|[\\^_={}]/.test(content) || !texContent.test(content)) return -1;
  const kind = /[\u3400-\u9fff]/.test(content) ? 'Disputed' : 'InlineMath';
  return cx.addElement(cx.elt(kind, from, from + open.length + end + closing.length));
}

const MAX_FORMULA = 1000;
const texOpen = /\\begin\{[a-z]+\*?\}|\\{1,2}[([]/y;
// What another parser could take for emphasis, code, a tag or a link is not hidden from it.
const texContent = /^(?:[^\\*_`<!]|\\[^`]|(?<=[\w})])_(?![_\s])|(?<=\s)[*<](?=\s))*$/;

// As the parser's own, but behind an escaped backtick too, and without scanning a run that nothing closes again.
function inlineCode(cx: InlineContext, next: number, from: number): number {
  if (next !== BACKTICK) return -1;
  const text = cx.text;
  let open = from - cx.offset;
  while (text.charCodeAt(open) === BACKTICK) open++;
  const size = open - (from - cx.offset);
  for (let at = text.indexOf('`', open); at >= 0; ) {
    let end = at;
    while (text.charCodeAt(end) === BACKTICK) end++;
    if (end - at === size) return cx.addElement(cx.elt('InlineCode', from, end + cx.offset));
    at = text.indexOf('`', end);
  }
  return open + cx.offset;
}

const placeholderForms = new RegExp(
  [
    /\{\{[<%]?[^\n]*?[>%]?\}\}|\{%[^\n]*?%\}/,
    // The same over several lines. A shortcode that is still open where the paragraph ends goes on behind it: `>` quotes.
    /\{\{[<%](?:(?!\{\{|[>%]\}\})[\s\S]){0,2000}(?:[>%]\}\}|$)|\{%(?:(?!\{%|%\})[\s\S]){0,2000}%\}/,
    /\{\/\*[\s\S]*?\*\/\}|\{[#.:][^{}\n]*\}|\{[\w-]+="[^{}\n]*\}|\{![^{}\n]+!\}/,
    // Names and operators up to a string are code, whatever the string says.
    /\{[^{}\n\u3400-\u9fff]*\}|\{(?=[\w$.?:!&|,()[\] +-]{0,99}["'])[^{}\n]*\}/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'y',
);
const bracedRoleForm = /\{[A-Za-z][\w:+-]*\}`[^`\n]+`(?!`)/y;

function placeholder(cx: InlineContext, next: number, from: number): number {
  if (next !== BRACE) return -1;
  const named = matchAt(bracedRoleForm, cx, from);
  if (named) return cx.addElement(cx.elt('Role', from, from + named.length));
  const found = matchAt(placeholderForms, cx, from);
  return found ? cx.addElement(cx.elt('Placeholder', from, from + found.length)) : -1;
}

const roleForm = /:[A-Za-z][\w+-]*:(?!\/\/)(?:`[^`\n]+`(?!`))?/y;

function role(cx: InlineContext, next: number, from: number): number {
  if (next !== COLON || /\w/.test(cx.slice(Math.max(cx.offset, from - 1), from))) return -1;
  const directive = matchAt(textDirectiveForm, cx, from);
  if (directive) return cx.addElement(cx.elt('Placeholder', from, from + directive.length));
  const found = matchAt(roleForm, cx, from);
  if (!found) return -1;
  return cx.addElement(cx.elt(found.endsWith('`') ? 'Role' : 'Shortcode', from, from + found.length));
}

// `:abbr[text]{title="…"}`: the text stays prose, its name does not.
const textDirectiveForm = /:[A-Za-z][\w-]*(?=\[)/y;

const wikiForm = /!?\[\[[^[\]\n]+\]\](?!\()/y;

function wikiLink(cx: InlineContext, next: number, from: number): number {
  if (next !== BRACKET && next !== BANG) return -1;
  const found = matchAt(wikiForm, cx, from);
  return found ? cx.addElement(cx.elt('WikiLink', from, from + found.length)) : -1;
}

type Part = { type: unknown; side: number; from: number } | null;
type InlineParse = (cx: InlineContext, next: number, from: number) => number;

// The second open bracket back from here; a link's text is made of few parts.
function outerLink(parts: readonly Part[], linkStart: DelimiterType): Part {
  let found = 0;
  for (let at = parts.length - 1; at >= Math.max(0, parts.length - MAX_PARTS); at--) {
    const part = parts[at]!;
    if (part?.type === linkStart && part.side > 0 && ++found === 2) return part;
  }
  return null;
}

const MAX_PARTS = 100;

// As the parser's own, but `[label]` does not forbid a link around it, as it would if it were defined: which is not
// known here. The target of [[1] a](b.md) must not become prose for it.
function linkEndOver(commonMark: MarkdownParser, linkStart: DelimiterType): InlineParse {
  const { inlineNames, inlineParsers } = commonMark as unknown as {
    inlineNames: string[];
    inlineParsers: InlineParse[];
  };
  const standard = inlineParsers[inlineNames.indexOf('LinkEnd')]!;
  return (cx, next, from) => {
    if (next !== BRACKET_END) return -1;
    const { parts } = cx as unknown as { parts: Part[] };
    const outer = outerLink(parts, linkStart);
    const side = outer?.side;
    const end = standard(cx, next, from);
    if (outer && side && end > 0 && cx.char(end - 1) === BRACKET_END) {
      const link = parts.findLast((part) => part !== null)!;
      // One level only: more of them no one writes, and a page of brackets would nest without end.
      if (!cx.slice(link.from + 1, from).includes('[')) outer.side = side;
    }
    return end;
  };
}

const jsxStart = /<\/?[A-Za-z][\w.:-]*(?=[\s/>])/y;

// Tags whose attributes hold `{…}`, which HTML does not know. The others are left to the HTML rule.
function jsxTag(cx: InlineContext, next: number, from: number): number {
  if (next !== LESS) return -1;
  const start = matchAt(jsxStart, cx, from);
  if (!start) return -1;
  const state = { depth: 0, quote: 0, done: false };
  const rest = cx.text.slice(from - cx.offset + start.length, from - cx.offset + MAX_TAG);
  const length = scanJsx(rest, state);
  if (!state.done || !rest.slice(0, length).includes('{')) return -1;
  return cx.addElement(cx.elt('Jsx', from, from + start.length + length));
}

const MAX_TAG = 2000;
const urlStart = /(?:https?:\/\/|www\.)[^\s<!-,./:;=?@[-^`{-~\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]/iy;

// GFM's extended autolink: it runs to the next blank or `<`, Chinese included, less trailing ASCII punctuation. Behind
// other marks than GFM names and in open brackets parsers differ on whether it is one, and where it ends.
function bareUrl(cx: InlineContext, next: number, from: number): number {
  const isWww = next === 119 || next === 87;
  if (!isWww && next !== 104 && next !== 72) return -1;
  const before = cx.slice(Math.max(cx.offset, from - 1), from);
  if (isWww ? /[^\s\p{P}\p{S}]/u.test(before) : /[A-Za-z]/.test(before)) return -1;
  if (!matchAt(urlStart, cx, from)) return -1;
  const text = cx.text;
  const start = from - cx.offset;
  const limit = text.slice(start).search(cx.hasOpenLink ? /[ \t\n]|\]\(/ : /[ \t\n]/);
  const widest = limit < 0 ? text.length : start + limit;
  if (isWww && /[^\s(*_[\]~]|[^\S \t\n]/.test(before))
    return cx.addElement(cx.elt('Disputed', from, widest + cx.offset));
  let end = start;
  while (end < text.length && !/[\s<]/.test(text[end]!)) end++;
  if (cx.hasOpenLink) {
    if (end < widest) return cx.addElement(cx.elt('Disputed', from, widest + cx.offset));
    end = widest;
  }
  let closers = 0;
  for (let at = start; at < end; at++) closers += text[at] === ')' ? 1 : text[at] === '(' ? -1 : 0;
  for (; end > start; end--) {
    const last = text[end - 1]!;
    if (last === ')' && closers <= 0) break;
    if (last === ')') closers--;
    else if (!/[!"'*,.:;?_~\]]/.test(last)) break;
  }
  return end > start ? cx.addElement(cx.elt('BareUrl', from, end + cx.offset)) : -1;
}

function matchAt(pattern: RegExp, cx: InlineContext, from: number): string | undefined {
  pattern.lastIndex = from - cx.offset;
  return pattern.exec(cx.text)?.[0];
}

const BANG = 33;
const DOLLAR = 36;
const COLON = 58;
const LESS = 60;
const BRACKET = 91;
const BACKSLASH = 92;
const BRACKET_END = 93;
const BACKTICK = 96;
const BRACE = 123;
