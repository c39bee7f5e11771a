import { createSlot } from '../text/slot.ts';
import type { Span } from '../text/span.ts';
import { type Markdown, parseWithoutMdx } from './parse.ts';

/**
 * What a reader who knows no MDX takes for code or HTML, on a page where that is not the same: of a component with code
 * that has a blank line, the HTML ends there for them, and the fence that closes the code opens another. UTF-16 offsets,
 * in order.
 */
export function disputedCode(markdown: Markdown): readonly Span[] {
  const known = slot.get(markdown);
  if (known) return known;
  const spans = hasJsxCode(markdown) ? opaqueIn(parseWithoutMdx(markdown.text)) : [];
  slot.set(markdown, spans);
  return spans;
}

const slot = createSlot<Markdown, readonly Span[]>();

function hasJsxCode({ text, tree }: Markdown): boolean {
  if (!/^[ \t>]*<\/?[A-Z]/m.test(text)) return false;
  let found = false;
  tree.iterate({
    enter({ name }) {
      found ||= name === 'JsxCode';
      return !found;
    },
  });
  return found;
}

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

const opaque = new Set(['FencedCode', 'CodeBlock', 'HTMLBlock', 'JsxBlock', 'CommentBlock']);
