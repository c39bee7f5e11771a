import type { Span } from '../../../text/span.ts';
import type { RuleName, Suppression } from '../../comments.ts';
import { skipBlanks, skipBlanksBack } from '../../neighbours.ts';
import type { Fix } from '../../rule.ts';

const removeComment = { en: 'Remove the comment', zh: '删除这条注释' };

/** Ways to remove a comment: with its line, or alone. The caller tests which of them leaves the page unchanged. */
export function removalOf(text: string, comment: Suppression): Fix[] {
  // Only as far as there is whitespace, because a line may hold thousands of comments.
  const start = skipBlanksBack(text, comment.from);
  const after = skipBlanks(text, comment.to);
  const aloneBefore = start === 0 || text[start - 1] === '\n';
  const fixes: Fix[] = [];
  if (aloneBefore && /^(\r?\n|$)/.test(text.slice(after, after + 2))) {
    const end = text.indexOf('\n', after) + 1 || text.length;
    // Also remove the blank line that separated it from what follows.
    const blank = /^[ \t]*\r?\n/.exec(text.slice(end, end + 100))?.[0].length ?? 0;
    const isFirst = start === 0 || /\n\r?\n$/.test(text.slice(Math.max(0, start - 3), start));
    if (blank > 0 && isFirst) fixes.push(removing({ from: start, to: end + blank }));
    fixes.push(removing({ from: start, to: end }));
  }
  const blanks = /[ \t]*$/.exec(text.slice(Math.max(0, comment.from - 8), comment.from))![0].length;
  fixes.push(removing({ from: aloneBefore ? comment.from : comment.from - blanks, to: comment.to }));
  return fixes;
}

/** Removes one rule name from a comment that keeps others. */
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
