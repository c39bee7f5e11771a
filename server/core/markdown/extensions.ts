import type {
  BlockContext,
  BlockParser,
  DelimiterType,
  InlineContext,
  InlineParser,
  LeafBlock,
  Line,
  MarkdownConfig,
  MarkdownParser,
} from '@lezer/markdown';
import {
  directive,
  hasOpenCode,
  isAdmonition,
  isDirective,
  isIndentedBody,
  isTemplate,
  templateBlock,
} from './directives.ts';
import { isNewerHtml, loneHtml, newerHtmlBlock, quotedHtml } from './html.ts';
import { inBlock, tooDeep } from './in-block.ts';
import { esm, esmText, fencedJsx, jsxBlock, jsxTag } from './mdx.ts';
import { tablesOver } from './tables.ts';

/** How a page is read: as Markdown, as MDX, or as by those who know neither MDX nor what tools have added to Markdown. */
export type Reading = 'md' | 'mdx' | 'plain';

/**
 * What people write in Markdown beyond CommonMark and GFM. Everything here only needs to be recognised, so that its
 * inside stays out of the prose; where a construct is in doubt, the larger part is taken as opaque.
 * No parser looks ahead beyond the current line: re-parsing after a keystroke relies on it.
 */
export function extensionsOf(
  commonMark: MarkdownParser,
  linkStart: DelimiterType,
  table: MarkdownConfig,
  reading: Reading,
): MarkdownConfig[] {
  const isPlain = reading === 'plain';
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
        ...(isPlain ? [admonitions] : blocksBeyond(reading)),
        { name: 'QuotedHtml', parse: quotedHtml(commonMark), before: 'HTMLBlock' },
        { name: 'NewerHtml', parse: newerHtmlBlock, before: 'HTMLBlock', endLeaf: (_, line) => isNewerHtml(line) },
        { name: 'LoneHtml', parse: loneHtml, before: 'HTMLBlock' },
        ...tablesOver(table),
        {
          name: 'FootnoteDefinition',
          parse: footnoteDefinition,
          before: 'LinkReference',
          endLeaf: (_, line) => isFootnote(line),
        },
      ],
      parseInline: [
        { name: 'InlineCode', parse: inlineCode },
        { name: 'LinkEnd', parse: linkEndOver(commonMark, linkStart) },
        ...(isPlain ? [] : inlineBeyond),
      ],
    },
  ];
}

function blocksBeyond(reading: Reading): BlockParser[] {
  return [
    {
      name: 'MathBlock',
      parse: mathBlock,
      before: 'FencedCode',
      endLeaf: (_, line, leaf) => isMathFence(line) && !hasOpenMath(leaf),
    },
    { name: 'Esm', ...(reading === 'mdx' ? { parse: esm } : { leaf: esmText }), before: 'FencedCode' },
    { name: 'TemplateBlock', parse: templateBlock, before: 'FencedCode', endLeaf: (_, line) => isTemplate(line) },
    {
      name: 'Directive',
      parse: directive,
      before: 'FencedCode',
      endLeaf: (_, line, leaf) => isDirective(line) && !hasOpenCode(leaf),
    },
    { name: 'JsxCode', parse: fencedJsx, before: 'HTMLBlock' },
    { name: 'JsxBlock', parse: jsxBlock, before: 'HTMLBlock' },
  ];
}

// The bodies of admonitions would be code to everybody else, and so are left to those who know them.
const admonitions: BlockParser = {
  name: 'Directive',
  parse: (cx, line) => isAdmonition(line) && directive(cx, line),
  before: 'FencedCode',
  endLeaf: (_, line, leaf) => isAdmonition(line) && !hasOpenCode(leaf),
};

const inlineBeyond: InlineParser[] = [
  { name: 'InlineMath', parse: inlineMath, before: 'InlineCode' },
  { name: 'Placeholder', parse: placeholder, before: 'InlineCode' },
  { name: 'Role', parse: role, before: 'InlineCode' },
  { name: 'TexMath', parse: texMath, before: 'Escape' },
  { name: 'WikiLink', parse: wikiLink, before: 'Link' },
  { name: 'Jsx', parse: jsxTag, before: 'HTMLTag' },
  { name: 'BareUrl', parse: bareUrl, before: 'InlineCode' },
];

/** The end of the front matter of a text, after its closing fence and before the line end; 0 without front matter. */
export function frontMatterEnd(text: string): number {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n?|\n)/.exec(text);
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

const footnoteMark = /^\[\^[^\]\s]+\]:[ \t]*/;

function isFootnote(line: Line): boolean {
  return line.next === BRACKET && line.indent < line.baseIndent + 4 && footnoteMark.test(line.text.slice(line.pos));
}

// Its first paragraph is part of it, and needs no indentation; what begins otherwise is read as blocks, like all that is
// indented below.
function footnoteDefinition(cx: BlockContext, line: Line): boolean | null {
  if (!isFootnote(line)) return false;
  const mark = footnoteMark.exec(line.text.slice(line.pos))!;
  const from = cx.lineStart + line.pos;
  const label = cx.elt('FootnoteLabel', from, from + mark[0].length);
  let content = line.text.slice(line.pos + mark[0].length);
  let to = cx.lineStart + line.text.length;
  const { depth } = cx;
  cx.startComposite('Footnote', line.pos);
  if (content === '' || startsBlock(content)) {
    cx.addElement(label);
    line.moveBase(line.pos + mark[0].length);
    return null;
  }
  while (
    cx.nextLine() &&
    line.next >= 0 &&
    inBlock(cx, line, depth) &&
    !line.markers.length &&
    !endsParagraph(cx, line, label.to, content)
  ) {
    content += `\n${' '.repeat(line.basePos)}${line.text.slice(line.basePos)}`;
    to = cx.lineStart + line.text.length;
  }
  const inline = cx.parser.parseInline(content, label.to);
  cx.addElement(cx.elt('FootnoteDefinition', from, to, [label, ...inline]));
  return true;
}

// Whether the line is no part of the paragraph above it, by the parser's own rules.
function endsParagraph(cx: BlockContext, line: Line, start: number, content: string): boolean {
  if (line.indent >= line.baseIndent + 4) return false;
  const { endLeafBlock } = cx.parser as unknown as { endLeafBlock: ReadonlyArray<NonNullable<BlockParser['endLeaf']>> };
  const paragraph = { start, content, parsers: [], marks: [] } as unknown as LeafBlock;
  return endLeafBlock.some((ends) => ends(cx, line, paragraph));
}

function startsBlock(text: string): boolean {
  return /^(#{1,6}(?:[ \t]|$)|>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|```|~~~|\$\$|:::|<|\[[^\]]*\]:|\||([-*_])([ \t]*\2){2,}[ \t]*$)/.test(
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

// The open brackets that may begin a link, the last one first; a link's text is made of few parts.
function openLinks(parts: readonly Part[], linkStart: DelimiterType): NonNullable<Part>[] {
  const found: NonNullable<Part>[] = [];
  for (let at = parts.length - 1; at >= Math.max(0, parts.length - MAX_PARTS); at--) {
    const part = parts[at]!;
    if (part?.type === linkStart && part.side > 0) found.push(part);
  }
  return found;
}

const MAX_PARTS = 100;

// As the parser's own, but `[label]` does not forbid a link around it, as it would if it were defined: which is not
// known here. The target of [[1] a](b.md) must not become prose for it. A label holds no brackets: [[1]] is none.
function linkEndOver(commonMark: MarkdownParser, linkStart: DelimiterType): InlineParse {
  const { inlineNames, inlineParsers } = commonMark as unknown as {
    inlineNames: string[];
    inlineParsers: InlineParse[];
  };
  const standard = inlineParsers[inlineNames.indexOf('LinkEnd')]!;
  return (cx, next, from) => {
    if (next !== BRACKET_END) return -1;
    const { parts } = cx as unknown as { parts: Part[] };
    const [open, ...outer] = openLinks(parts, linkStart);
    const text = open ? cx.slice(open.from + 1, Math.min(from, open.from + MAX_LABEL)) : '';
    const nested = text.match(openBracket)?.length ?? 0;
    const follows = cx.char(from + 1);
    if (open && nested > 0 && follows !== PARENTHESIS && follows !== BRACKET && isInnermost(parts, open)) {
      parts[parts.lastIndexOf(open)] = null;
      return from + 1;
    }
    // [a][b](c) is a link behind a, or behind a link with c in brackets: which one, the definitions decide.
    const either =
      open && follows === BRACKET && isInnermost(parts, open) ? matchAt(labelledLink, cx, from + 1) : undefined;
    if (open && either) {
      cx.takeContent(parts.lastIndexOf(open));
      return cx.addElement(cx.elt('Disputed', open.from, from + 1 + either.length));
    }
    const sides = outer.map(({ side }) => side);
    const end = standard(cx, next, from);
    // A few levels only: more of them no one writes, and a page of brackets would nest without end.
    if (end > 0 && cx.char(end - 1) === BRACKET_END && nested < MAX_NESTED) {
      for (const [at, part] of outer.entries()) part.side = sides[at]!;
    }
    return end;
  };
}

const labelledLink = /\[[^[\]\n]+\]\([^()\n]*\)/y;
const openBracket = /(?<!\\)\[/g;
const MAX_NESTED = 8;
const MAX_LABEL = 1000;

// No image, nor a link that cannot be one, is open within. Only their brackets are delimiters that nothing resolves.
function isInnermost(parts: readonly Part[], open: Part): boolean {
  const isBracket = (part: Part) => part !== null && typeof part.type === 'object' && !('resolve' in part.type!);
  return parts.findLast(isBracket) === open;
}

const oddUrl = /(?:https?:\/\/|www\.)[^ \t\r\n<$]*/iy;
const urlStart = /(?:https?:\/\/|www\.)[^\s<!-,./:;=?@[-^`{-~\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]/iy;

// GFM's extended autolink: it runs to the next blank or `<`, Chinese included, less trailing ASCII punctuation. Behind
// other marks than GFM names and in open brackets parsers differ on whether it is one, and where it ends.
function bareUrl(cx: InlineContext, next: number, from: number): number {
  const isWww = next === 119 || next === 87;
  if (!isWww && next !== 104 && next !== 72) return -1;
  const before = cx.slice(Math.max(cx.offset, from - 1), from);
  if (isWww ? /[^\s\p{P}\p{S}]/u.test(before) : /[A-Za-z]/.test(before)) return -1;
  const text = cx.text;
  const start = from - cx.offset;
  if (!matchAt(urlStart, cx, from)) {
    // Some take this for an address, too.
    const odd = matchAt(oddUrl, cx, from);
    return odd ? cx.addElement(cx.elt('Disputed', from, from + odd.length)) : -1;
  }
  const limit = text.slice(start).search(cx.hasOpenLink ? /[ \t\n]|\]\([^)\n]*\)/ : /[ \t\n]/);
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
const PARENTHESIS = 40;
const BRACKET = 91;
const BACKSLASH = 92;
const BRACKET_END = 93;
const BACKTICK = 96;
const BRACE = 123;
