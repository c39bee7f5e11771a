import type { Markdown } from './parse.ts';

/**
 * The offset (UTF-16) from which parsers of Markdown disagree about what is a formula; infinite where they agree. Some
 * close `$$` at the end of a line of text, as TeX and this parser do; to others, remark-math among them, only a line of
 * its own closes it, and all that follows is a formula until then.
 */
export function disputedFrom({ text, tree }: Markdown): number {
  if (!text.includes('$$')) return Number.POSITIVE_INFINITY;
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
  return Number.POSITIVE_INFINITY;
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
