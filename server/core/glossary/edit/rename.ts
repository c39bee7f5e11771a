import type { Edit } from '../../text/span.ts';
import { applyEdits } from '../../text/span.ts';
import { readGlossary } from '../format/read.ts';
import type { Term } from '../term.ts';

/**
 * The edits that replace one wording with another in the row of a term. Undefined if the file, read again, would not
 * say just that: the row spells the wording differently, or the new one has a special meaning in this format.
 */
export function renameInRow(text: string, term: Term, wording: string, name: string): readonly Edit[] | undefined {
  const { from, to, file } = term.origin;
  const places: Edit[] = [];
  for (let at = text.indexOf(wording, from); at >= 0 && at < to; at = text.indexOf(wording, at + wording.length)) {
    places.push({ from: at, to: at + wording.length, insert: name });
    if (places.length > MAX_PLACES) return undefined;
  }
  const before = readGlossary(text, file);
  const wanted = contents(before.terms.map((one) => (isRow(one, term) ? renamed(one, wording, name) : one)));
  // The row may name it twice: as a wording and in a note.
  for (const edits of [...places.map((place) => [place]), ...(places.length > 1 ? [places] : [])]) {
    const after = readGlossary(applyEdits(text, edits), file);
    if (after.faults.length <= before.faults.length && contents(after.terms) === wanted) return edits;
  }
  return undefined;
}

const MAX_PLACES = 8;

function isRow({ origin, source }: Term, other: Term): boolean {
  return origin.from === other.origin.from && source[0] === other.source[0];
}

function renamed(term: Term, wording: string, name: string): Term {
  const renderings = term.renderings.map((one) => (one.text === wording ? { ...one, text: name } : one));
  return { ...term, renderings };
}

function contents(terms: readonly Term[]): string {
  return JSON.stringify(terms.map(({ origin, note, ...said }) => said));
}
