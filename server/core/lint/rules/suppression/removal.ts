import type { Span } from '../../../text/span.ts';
import type { RuleName, Suppression } from '../../comments.ts';
import type { Fix } from '../../rule.ts';

const removeComment = { en: 'Remove the comment', zh: '删除这条注释' };

/** Ways to take a comment out of a page: with its line, else alone. Which of them leaves the page as it is, is tried later. */
export function removalOf(text: string, comment: Suppression): Fix[] {
  const start = text.lastIndexOf('\n', comment.from - 1) + 1;
  const end = text.indexOf('\n', comment.to);
  const after = end < 0 ? text.length : end;
  const aloneBefore = text.slice(start, comment.from).trim() === '';
  const aloneAfter = text.slice(comment.to, after).trim() === '';
  const fixes: Fix[] = [];
  if (aloneBefore && aloneAfter) {
    // The blank line that kept it apart from what follows goes too.
    const blank = /^[ \t]*\r?\n/.exec(text.slice(after + 1, after + 100))?.[0].length ?? 0;
    const isFirst = start === 0 || text.slice(0, start).endsWith('\n\n') || text.slice(0, start).endsWith('\r\n\r\n');
    if (blank > 0 && isFirst && end >= 0) fixes.push(removing({ from: start, to: after + 1 + blank }));
    fixes.push(removing({ from: start, to: Math.min(text.length, after + 1) }));
  }
  const blanks = /[ \t]*$/.exec(text.slice(Math.max(0, comment.from - 8), comment.from))![0].length;
  fixes.push(removing({ from: aloneBefore ? comment.from : comment.from - blanks, to: comment.to }));
  return fixes;
}

/** Takes one rule name out of a comment that keeps others. */
export function nameRemovalOf(comment: Suppression, name: RuleName): Fix {
  const at = comment.names.findIndex(({ from }) => from === name.from);
  const next = comment.names[at + 1];
  const before = comment.names[at - 1];
  const span = next ? { from: name.from, to: next.from } : { from: before?.to ?? name.from, to: name.to };
  const title = { en: `Remove “${name.id}” from the comment`, zh: `从注释中删除“${name.id}”` };
  return { edits: [{ ...span, insert: '' }], changesComments: true, title };
}

function removing(span: Span): Fix {
  return { edits: [{ ...span, insert: '' }], changesComments: true, title: removeComment };
}
