import type { Status, Term } from '../../../server/core/glossary/term.ts';

const marks: Record<Status, string> = { preferred: '', admitted: '~', deprecated: '?', forbidden: '!' };

/** A term in one line: `class (noun) = 类 | ~class | !别 # note`, with ~ admitted, ? deprecated, ! forbidden, KEEP untranslated. */
export function show(term: Term): string {
  const renderings = term.renderings.map(({ text, status }) => marks[status] + text);
  if (term.doNotTranslate) renderings.unshift('KEEP');
  const pos = term.pos ? ` (${term.pos})` : '';
  const note = term.note ? ` # ${term.note}` : '';
  return `${term.source.join(' | ')}${pos} = ${renderings.join(' | ')}${note}`;
}
