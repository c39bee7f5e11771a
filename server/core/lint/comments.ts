import type { Markdown } from '../markdown/parse.ts';
import type { Span } from '../text/span.ts';

/** `<!-- yijiao-disable-next-line rule, rule -- reason -->`, or the same in `{/* … *\/}` for MDX. */
export interface Suppression extends Span {
  /** One of `kinds`, or an unknown word. */
  readonly kind: string;
  readonly kindSpan: Span;
  /** Empty means every rule. */
  readonly names: readonly RuleName[];
}

export interface RuleName extends Span {
  readonly id: string;
}

export const kinds = ['disable-next-line', 'disable', 'enable', 'disable-file'] as const;

/** What a comment did to the findings of a page. */
export interface SuppressionUse {
  readonly comment: Suppression;
  /** Whether a comment without rule names did anything. */
  readonly used: boolean;
  readonly names: readonly (RuleName & { readonly use: NameUse; readonly meant?: string | undefined })[];
  readonly isKnown: boolean;
  /** For an unknown instruction, the one that was probably meant. */
  readonly meant?: string | undefined;
}

/** `off`: the rule is off on this page, so there is nothing to silence. */
export type NameUse = 'used' | 'unused' | 'off' | 'unknown';

/** The comments of a page that are instructions to Yijiao, in order. */
export function suppressionsIn(markdown: Markdown): Suppression[] {
  if (!markdown.text.includes('yijiao-')) return [];
  const found: Suppression[] = [];
  for (const match of markdown.text.matchAll(form)) {
    const from = match.index;
    if (!commentNodes.has(markdown.tree.resolveInner(from, 1).name)) continue;
    const [whole, opening, kind, rest] = match as unknown as [string, string, string, string];
    const start = from + opening.length + KEY.length;
    const kindSpan = { from: start, to: start + kind.length };
    found.push({ kind, kindSpan, names: namesIn(rest, kindSpan.to), from, to: from + whole.length });
  }
  return found;
}

const KEY = 'yijiao-';
const form = /((?:<!--|\{\/\*)\s{0,99})yijiao-([\w-]+)([^\n]{0,2000}?)\s{0,99}(?:-->|\*\/\})/g;
// A comment in a code block is an example.
const commentNodes = new Set([
  'Comment',
  'CommentBlock',
  'Placeholder',
  'HTMLBlock',
  'JsxBlock',
  'Document',
  'Paragraph',
]);

// The reason follows ` -- `.
function namesIn(text: string, offset: number): RuleName[] {
  const reason = /(?:^|\s)--/.exec(text);
  const list = reason ? text.slice(0, reason.index) : text;
  return [...list.matchAll(/[^\s,，、]+/g)].map(({ 0: id, index }) => ({
    id,
    from: offset + index,
    to: offset + index + id.length,
  }));
}
