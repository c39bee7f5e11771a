import type { Term, WordingStatus } from '../../../server/core/glossary/term.ts';

const marks: Record<WordingStatus, string> = { preferred: '', admitted: '~', deprecated: '?', forbidden: '!' };

/** A term in one line: `class (noun) = 类 | ~class | !别 # note`, with ~ admitted, ? deprecated, ! forbidden, KEEP untranslated. */
export function show(term: Term): string {
  const renderings = term.renderings.map(({ text, status }) => marks[status] + text);
  if (term.doNotTranslate) renderings.unshift('KEEP');
  const pos = term.pos ? ` (${term.pos})` : '';
  const note = term.note ? ` # ${term.note}` : '';
  return `${term.source.join(' | ')}${pos} = ${renderings.join(' | ')}${note}`;
}

/** The same, and behind it in braces all else that the term says. */
export function showAll(term: Term): string {
  const { source, renderings, doNotTranslate, pos, note, origin, ...others } = term;
  const said = Object.entries(others).map(([name, value]) => `${name}: ${shown(value)}`);
  for (const { text, suggest, except } of renderings) {
    if (suggest) said.push(`${text} → ${suggest}`);
    if (except) said.push(`${text} ≠ ${except.join(' | ')}`);
  }
  return said.length > 0 ? `${show(term)} {${said.join('; ')}}` : show(term);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(' | ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${shown(inner)}`)
    .join(', ');
}
