import { changesBetween } from '../../text/changes.ts';
import { applyEdits, type Edit } from '../../text/span.ts';
import type { EntryChange } from '../format/format.ts';
import { formatFor } from '../format/index.ts';
import { lostIn } from '../format/lost.ts';
import { readGlossary } from '../format/read.ts';
import type { Term } from '../term.ts';
import { type EntryFields, fieldsOf, termWith } from './entry-fields.ts';

/**
 * The edits that make an entry of a glossary file say what `fields` says. Undefined if no edit of its row keeps all
 * other entries, and everything else the row says.
 */
export function editEntry(text: string, term: Term, fields: EntryFields): Edit[] | undefined {
  if (text.length > LARGE) return undefined;
  let current = text;
  let row = term;
  for (const field of ['approved', 'rejected', 'note'] as const) {
    const after = termWith(row, { ...fieldsOf(row), [field]: fields[field] });
    if (lostIn([after], [row]).length === 0) continue;
    const edit = firstThatHolds(current, { field, before: row, after });
    if (!edit) return undefined;
    current = applyEdits(current, [edit]);
    const grown = edit.insert.length - (edit.to - edit.from);
    row = { ...after, origin: { ...row.origin, to: row.origin.to + grown } };
  }
  return changesBetween(text, current);
}

/** In UTF-16 units. Each attempt reads the whole file again. */
const LARGE = 4_000_000;

function firstThatHolds(text: string, change: EntryChange): Edit | undefined {
  const { before, after } = change;
  const { file } = before.origin;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const most = Math.min(MOST_TRIES, Math.ceil(MOST_READ / text.length));
  const read = readGlossary(text, file);
  const wanted = read.terms.map((one) => (isSame(one, before, read.terms) ? after : one));
  const seen = new Set<string>();
  for (const candidate of formatFor(text, file)?.change(text, change) ?? []) {
    const edit = { ...candidate, insert: candidate.insert.replace(/\r?\n/g, eol) };
    const changed = applyEdits(text, [edit]);
    if (seen.has(changed)) continue;
    if (seen.size >= most) break;
    seen.add(changed);
    const reread = readGlossary(changed, file);
    if (reread.faults.length > read.faults.length || reread.terms.length !== wanted.length) continue;
    if (lostIn(wanted, reread.terms).length === 0) return edit;
  }
  return undefined;
}

const MOST_TRIES = 60;
/**
 * How many UTF-16 units to read in all attempts together, so that the
 * answer comes soon. The most likely attempts come first.
 */
const MOST_READ = 8_000_000;

function isSame(one: Term, other: Term, all: readonly Term[]): boolean {
  if (one.origin.from !== other.origin.from) return false;
  const own = all.filter(({ origin }) => origin.from === other.origin.from);
  return own.length === 1 || lostIn([one], [other]).length === 0;
}
