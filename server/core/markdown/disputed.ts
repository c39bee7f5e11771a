import { createAttachedCache } from '../text/attached-cache.ts';
import type { Span } from '../text/span.ts';
import { followEsm, isEsm } from './dialects/mdx.ts';
import type { Markdown } from './parse.ts';
import { plainReading } from './plain.ts';

/**
 * What this parser takes for text and another reader of Markdown for code, HTML or a formula: a fix there has to be
 * somebody's choice. UTF-16 offsets, in the order of their beginnings and of their ends.
 */
export function disputedIn(markdown: Markdown): readonly Span[] {
  const known = slot.get(markdown);
  if (known) return known;
  const plain = plainReading(markdown);
  const code = merged(plain === markdown ? [] : opaqueIn(plain), disputedModules(markdown));
  const from = disputedFormula(markdown);
  const spans =
    from === undefined ? code : [...code.filter((span) => span.from < from), { from, to: markdown.text.length }];
  slot.set(markdown, spans);
  return spans;
}

const slot = createAttachedCache<Markdown, readonly Span[]>();

// Who knows no MDX ends the HTML of a component at a blank line in its code, so that the fence behind opens other code.
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

// What a site that reads its `.md` as MDX takes for a module, with all that this takes along.
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

// Spans in order, of which none lies within another.
function merged(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  if (others.length === 0) return some;
  const spans: Span[] = [];
  for (const span of [...some, ...others].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.to > (spans.at(-1)?.to ?? -1)) spans.push(span);
  }
  return spans;
}

/**
 * Where begins what some readers take for a formula up to the end of the page (UTF-16 offset). TeX and this parser close `$$` at
 * the end of a line of text; to others, remark-math among them, only a line of its own closes it.
 */
export function disputedFormula({ text, tree }: Markdown): number | undefined {
  if (!text.includes('$$')) return undefined;
  for (const { index, 0: line, 1: before } of text.matchAll(fenceLike)) {
    const at = index + before!.length;
    let node = tree.resolveInner(at, 1);
    while (node.parent && !decided.has(node.name)) node = node.parent;
    if (node.name === 'MathBlock') {
      // A line within the formula that this one ends.
      if (node.from !== at) continue;
      if (!endsAlone(text.slice(node.from, node.to), before!)) return index;
    } else if (!decided.has(node.name)) return index + line.length - line.trimStart().length;
  }
  return undefined;
}

/** A line with which a formula may begin, whatever list or quotation it stands in. */
const fenceLike = /^([ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t>]+)*)\$\$+[^$\n]*$/gm;

// The closing line holds nothing else, lies in the same quotations, and is as long as the opening one.
function endsAlone(formula: string, before: string): boolean {
  const [, opening = ''] = /^(\$+)/.exec(formula) ?? [];
  const [, margin, closing] = /\n([ \t>]*)(\$\$+)[ \t\r]*$/.exec(formula) ?? [];
  if (margin === undefined || closing!.length < opening.length) return false;
  return columns(margin) <= columns(before) + 3 && quotes(margin) === quotes(before);
}

const columns = (margin: string) => margin.replaceAll('\t', '    ').length;
const quotes = (margin: string) => margin.split('>').length;

/** Blocks of which the inside is text to nobody. */
const decided = new Set(['MathBlock', 'FencedCode', 'CodeBlock', 'HTMLBlock', 'CommentBlock', 'FrontMatter']);
