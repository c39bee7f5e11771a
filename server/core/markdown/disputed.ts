import { createAttachedCache } from '../text/attached-cache.ts';
import type { Span } from '../text/span.ts';
import { followEsm, isEsm } from './dialects/mdx.ts';
import type { Markdown } from './parse.ts';
import { plainReading } from './plain.ts';

/**
 * The parts of a page that are text to this parser, and code, HTML or a formula to some other reader of Markdown. A fix
 * there needs a person's decision. UTF-16 offsets, sorted; no span contains another.
 */
export function disputedIn(markdown: Markdown): readonly Span[] {
  const known = cache.get(markdown);
  if (known) return known;
  const plain = plainReading(markdown);
  const code = merged(plain === markdown ? [] : opaqueIn(plain), disputedModules(markdown));
  const from = disputedFormula(markdown);
  const spans =
    from === undefined ? code : [...code.filter((span) => span.from < from), { from, to: markdown.text.length }];
  cache.set(markdown, spans);
  return spans;
}

const cache = createAttachedCache<Markdown, readonly Span[]>();

// A parser without MDX ends the HTML of a component at a blank line inside
// its code, and then reads the closing fence as an opening one.
function opaqueIn({ tree }: Markdown): Span[] {
  const spans: Span[] = [];
  tree.iterate({
    enter({ name, from, to }) {
      if (!opaque.has(name)) return true;
      spans.push({ from, to });
      return false;
    },
  });
  return spans;
}

const opaque = new Set(['FencedCode', 'CodeBlock', 'HTMLBlock', 'CommentBlock', 'LinkReference']);

// Modules, with all that belongs to them, on sites that read `.md` as MDX.
function disputedModules({ text, tree, reading }: Markdown): Span[] {
  if (reading !== 'md' || !/^(?:import|export)\s/m.test(text)) return [];
  const spans: Span[] = [];
  for (const { index } of text.matchAll(/^(?:import|export)\s/gm)) {
    if (index < (spans.at(-1)?.to ?? 0) || !isEsm(lineAt(text, index))) continue;
    let node = tree.resolveInner(index, 1);
    while (node.parent?.parent) node = node.parent;
    if (!decided.has(node.name)) spans.push({ from: index, to: moduleEnd(text, index) });
  }
  return spans;
}

function lineAt(text: string, from: number): string {
  return /^[^\r\n]*/.exec(text.slice(from, from + MAX_LINE))![0];
}

const MAX_LINE = 1000;

function moduleEnd(text: string, from: number): number {
  let to = from;
  let belongs: ((line: string) => boolean) | undefined;
  for (const { 0: line, index } of text.slice(from).matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (belongs ? !belongs(line.trimEnd()) : line === '') break;
    belongs ??= followEsm(line.trimEnd());
    to = from + index + line.length;
    if (to === text.length) break;
  }
  return to;
}

// Both lists in order, without spans that lie inside another.
function merged(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  if (others.length === 0) return some;
  const spans: Span[] = [];
  for (const span of [...some, ...others].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.to > (spans.at(-1)?.to ?? -1)) spans.push(span);
  }
  return spans;
}

/**
 * The offset (UTF-16) from which some readers see a formula to the end of the page;
 * undefined if there is none. TeX and this parser close `$$` at the end of a line of
 * text. Others, such as remark-math, only accept a closing line of its own.
 */
export function disputedFormula({ text, tree }: Markdown): number | undefined {
  if (!text.includes('$$')) return undefined;
  for (const { index, 0: line, 1: before } of text.matchAll(fenceLike)) {
    const at = index + before!.length;
    let node = tree.resolveInner(at, 1);
    while (node.parent && !decided.has(node.name)) node = node.parent;
    if (node.name === 'MathBlock') {
      // This `$$` closes a formula that started before.
      if (node.from !== at) continue;
      if (!endsAlone(text.slice(node.from, node.to), before!)) return index;
    } else if (!decided.has(node.name)) return index + line.length - line.trimStart().length;
  }
  return undefined;
}

/** A line that may open a formula, inside any list or quotation. */
const fenceLike = /^([ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t>]+)*)\$\$+[^$\n]*$/gm;

// The closing line holds nothing else, is in the same quotations, and has at least as many `$` as the opening one.
function endsAlone(formula: string, before: string): boolean {
  const [, opening = ''] = /^(\$+)/.exec(formula) ?? [];
  const [, margin, closing] = /\n([ \t>]*)(\$\$+)[ \t\r]*$/.exec(formula) ?? [];
  if (margin === undefined || closing!.length < opening.length) return false;
  return columns(margin) <= columns(before) + 3 && quotes(margin) === quotes(before);
}

const columns = (margin: string) => margin.replaceAll('\t', '    ').length;
const quotes = (margin: string) => margin.split('>').length;

/** Blocks whose content is text to no reader. */
const decided = new Set(['MathBlock', 'FencedCode', 'CodeBlock', 'HTMLBlock', 'CommentBlock', 'FrontMatter']);
