import type { Markdown } from '../markdown/parse.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './rule.ts';

/** `<!-- yijiao-disable-next-line rule, rule -- reason -->`, or the same in `{/* … *\/}` where MDX wants it. */
export interface Suppression extends Span {
  readonly kind: 'disable-next-line' | 'disable' | 'enable' | 'disable-file';
  /** Empty means every rule. */
  readonly rules: readonly string[];
}

/** The findings that no comment of the page silences. */
export function suppressed(markdown: Markdown, findings: readonly Finding[]): Finding[] {
  const comments = suppressionsIn(markdown);
  if (comments.length === 0) return [...findings];
  const ranges = silencedRanges(markdown.text, comments);
  return findings.filter(
    (finding) =>
      !ranges.some(
        (range) =>
          finding.from >= range.from &&
          finding.from < range.to &&
          (range.rules.length === 0 || range.rules.includes(finding.rule.id)),
      ),
  );
}

export function suppressionsIn(markdown: Markdown): Suppression[] {
  if (!markdown.text.includes('yijiao-')) return [];
  const found: Suppression[] = [];
  for (const match of markdown.text.matchAll(form)) {
    if (!commentNodes.has(markdown.tree.resolveInner(match.index, 1).name)) continue;
    const rules = match[2]!
      .split(/\s+--/)[0]!
      .split(/[\s,]+/)
      .filter(Boolean);
    found.push({ kind: match[1] as Suppression['kind'], rules, from: match.index, to: match.index + match[0].length });
  }
  return found;
}

const form = /(?:<!--|\{\/\*)\s*yijiao-(disable-next-line|disable-file|disable|enable)\b([^\n]*?)(?:-->|\*\/\})/g;
// A comment in a code block is an example, not an instruction.
const commentNodes = new Set([
  'Comment',
  'CommentBlock',
  'Placeholder',
  'HTMLBlock',
  'JsxBlock',
  'Document',
  'Paragraph',
]);

interface SilencedRange extends Span {
  readonly rules: readonly string[];
}

function silencedRanges(text: string, comments: readonly Suppression[]): SilencedRange[] {
  return comments.flatMap((comment, i): SilencedRange[] => {
    const { kind, rules } = comment;
    if (kind === 'disable-file') return [{ from: 0, to: text.length + 1, rules }];
    if (kind === 'disable') {
      const end = comments.slice(i + 1).find((next) => next.kind === 'enable' && lifts(next, rules));
      return [{ from: comment.from, to: end?.from ?? text.length + 1, rules }];
    }
    if (kind === 'disable-next-line') {
      const from = lineEnd(text, comment.to) + 1;
      return [{ from, to: lineEnd(text, from) + 1, rules }];
    }
    return [];
  });
}

function lifts(enable: Suppression, rules: readonly string[]): boolean {
  return enable.rules.length === 0 || (rules.length > 0 && rules.every((rule) => enable.rules.includes(rule)));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
