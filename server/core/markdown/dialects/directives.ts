import type { BlockContext, BlockParser, LeafBlock, Line } from '@lezer/markdown';
import { inBlock } from '../in-block.ts';
import type { Dialect } from './dialect.ts';

/** Directives, admonitions and templates. Tools read these lines; the titles and the text between them are prose. */
export const directives: Dialect = {
  nodes: [
    { name: 'TemplateBlock', block: true },
    { name: 'Directive', block: true },
    { name: 'Admonition', block: true, composite: isIndentedBody },
    'DirectiveMark',
  ],
  blocks: (reading) => (reading === 'plain' ? [admonitions] : [templates, anyDirective]),
  kinds: { TemplateBlock: 'code', Directive: 'directive' },
};

const templates: BlockParser = {
  name: 'TemplateBlock',
  parse: templateBlock,
  before: 'FencedCode',
  endLeaf: (_, line) => isTemplate(line),
};

const anyDirective: BlockParser = {
  name: 'Directive',
  parse: directive,
  before: 'FencedCode',
  endLeaf: (_, line, leaf) => isDirective(line) && !hasOpenCode(leaf),
};

// The plain reading knows only admonitions: without them their indented bodies would be code.
const admonitions: BlockParser = {
  name: 'Directive',
  parse: (cx, line) => isAdmonition(line) && directive(cx, line),
  before: 'FencedCode',
  endLeaf: (_, line, leaf) => isAdmonition(line) && !hasOpenCode(leaf),
};

function isTemplate(line: Line): boolean {
  if (line.next !== BRACE || line.indent >= line.baseIndent + 4) return false;
  const text = line.text.slice(line.pos);
  return templateMark.test(text) || openTag(text) !== undefined;
}

const templateMark =
  /^\{%-?\s*(highlight|codeblock|comment|math|mermaid)\b[^\n]*%\}\s*$|^\{\{[<%]\s*(highlight|katex|math|mermaid|plantuml)\b(?![^\n]*\/[>%]\}\})[^\n]*[>%]\}\}\s*$/;

// Parts that a template engine treats as code or leaves out. Not `{% raw %}`, which often encloses whole pages.
function templateBlock(cx: BlockContext, line: Line): boolean {
  if (!isTemplate(line)) return false;
  const from = cx.lineStart + line.pos;
  const text = line.text.slice(line.pos);
  const closing = openTag(text);
  const [, tag, shortcode] = templateMark.exec(text) ?? [];
  const end = new RegExp(shortcode ? `\\{\\{[<%]\\s*/\\s*${shortcode}\\b` : `\\{%-?\\s*end${tag}\\b`);
  if (closing !== undefined) passTag(cx, line, closing);
  else if (end.test(text)) cx.nextLine();
  else passBody(cx, line, end);
  cx.addElement(cx.elt(closing === '*/}' ? 'CommentBlock' : 'TemplateBlock', from, cx.prevLineEnd()));
  return true;
}

// The closing mark of a shortcode, tag or MDX comment that starts on this line and does not end on it.
function openTag(text: string): string | undefined {
  const open = /^\{(?:\{[<%]|%|\/\*)/.exec(text)?.[0];
  if (!open) return undefined;
  const closing = closings[open]!;
  return text.includes(closing, open.length) ? undefined : closing;
}

const closings: Record<string, string> = { '{{<': '>}}', '{{%': '%}}', '{%': '%}', '{/*': '*/}' };

// A comment may contain anything. An unclosed tag must not hide the text after it.
function passTag(cx: BlockContext, line: Line, closing: string): void {
  const isComment = closing === '*/}';
  while (cx.nextLine() && inBlock(cx, line)) {
    const text = line.text.slice(line.pos);
    if (!isComment && (line.next < 0 || /^(?:`{3}|~{3}|#{1,6}\s)/.test(text))) return;
    if (text.includes(closing)) {
      cx.nextLine();
      return;
    }
  }
}

function passBody(cx: BlockContext, line: Line, end: RegExp): void {
  while (cx.nextLine() && inBlock(cx, line)) {
    if (end.test(line.text)) {
      cx.nextLine();
      return;
    }
  }
}

// The marks before the title of a directive. A last character `"` or `[` means that the title is enclosed.
const directiveForms = [
  // MyST: the argument is a path or a language name, not a title.
  /^:{3,}[ \t]*\{(?:figure|image|include|literalinclude|code|code-block|code-cell|toctree|raw)\}.*$/,
  /^:{3,}[ \t]*(?:\{[^{}\n]*\}|[A-Za-z][\w-]*)?(?:\[|[ \t]*)/,
  /^::[A-Za-z][\w-]*\[/,
  /^\/{3,}[ \t]*(?:[\w-]+[ \t]*\|?[ \t]*)?$/,
  /^\/{3,}[ \t]+[\w-]+[ \t]*\|[ \t]*/,
  // MyST: a link target.
  /^\([^()\s]+\)=\s*$/,
  // The definition of an abbreviation; the inclusion of a file.
  /^\*\[[^[\]\n]+\]:[ \t]*/,
  /^<<<[ \t]*[@.\w].*$/,
  /^-+8<-+(?=\s).*$/,
];
const directiveStarts = new Set([40, 42, 45, 47, 58, 60]);
const admonitionForm = /^(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*(?:[ \t]+")?|^===[!+]?[ \t]+"/;

function directiveMark(text: string): string | undefined {
  for (const form of directiveForms) {
    const found = form.exec(text);
    if (found) return found[0];
  }
  return undefined;
}

function isDirective(line: Line): boolean {
  if (!directiveStarts.has(line.next)) return isAdmonition(line);
  return line.indent < line.baseIndent + 4 && directiveMark(line.text.slice(line.pos)) !== undefined;
}

function isAdmonition(line: Line): boolean {
  if (line.next !== BANG && line.next !== QUESTION && line.next !== EQUALS) return false;
  return line.indent < line.baseIndent + 4 && admonitionForm.test(line.text.slice(line.pos));
}

// A parser without directives may see a code span that continues
// after this line. Then the line is left to that reading.
function hasOpenCode({ content }: LeafBlock): boolean {
  return content.length < MAX_LEAF && content.includes('`') && opensCode(content);
}

const MAX_LEAF = 2000;

function opensCode(text: string): boolean {
  const runs = text.match(/`+/g)?.map((run) => run.length) ?? [];
  for (let at = 0; at < runs.length; at++) {
    const close = runs.indexOf(runs[at]!, at + 1);
    if (close < 0) return true;
    at = close;
  }
  return false;
}

function directive(cx: BlockContext, line: Line): boolean {
  if (!isDirective(line)) return false;
  const text = line.text.slice(line.pos).trimEnd();
  if (opensCode(text)) return false;
  const from = cx.lineStart + line.pos;
  const to = from + text.length;
  const opens = isAdmonition(line);
  const mark = (opens ? admonitionForm.exec(text)![0] : directiveMark(text)!).length;
  const enclosed = { '"': '"', '[': ']' }[text[mark - 1]!];
  const end = enclosed ? text.lastIndexOf(enclosed) : text.length;
  if (opens) cx.startComposite('Admonition', line.pos);
  const hasNext = cx.nextLine();
  // Other parsers read this as the underline of a heading. As a paragraph it would absorb the following lines.
  const underlined = hasNext && !opens && inBlock(cx, line) && /^=+\s*$/.test(line.text.slice(line.pos));
  const last = underlined ? cx.lineStart + line.text.length : to;
  if (underlined) cx.nextLine();
  // Without a title, or in an unexpected form, the whole line is markup.
  const isWhole = !opens || text.slice(end + 1) === '';
  const titled = end > mark && isWhole && (enclosed !== undefined || !opens);
  const marks = titled
    ? [
        cx.elt('DirectiveMark', from, from + mark),
        ...cx.parser.parseInline(text.slice(mark, end), from + mark),
        ...(from + end < last ? [cx.elt('DirectiveMark', from + end, last)] : []),
      ]
    : [cx.elt('DirectiveMark', from, last)];
  cx.addElement(cx.elt('Directive', from, last, marks));
  return true;
}

// A line belongs to the body of an admonition if it is indented by four columns. The body holds blocks of its own.
export function isIndentedBody(_: BlockContext, line: Line): boolean {
  if (line.next >= 0 && line.indent < line.baseIndent + 4) return false;
  line.moveBaseColumn(line.baseIndent + 4);
  return true;
}

const BANG = 33;
const EQUALS = 61;
const QUESTION = 63;
const BRACE = 123;
