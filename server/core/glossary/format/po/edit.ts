import type { Edit } from '../../../text/span.ts';
import type { Term } from '../../term.ts';
import type { RowForm } from '../cells/edit.ts';
import type { Draft } from '../format.ts';
import { atEnd } from '../places.ts';

/** The messages of a catalogue, as far as editing one needs it. */
export const messageRows: RowForm = {
  escaped: (text) => JSON.stringify(text).slice(1, -1),
  withNote: (row, note) => {
    const comment = note ? `#. ${note}\n` : '';
    return [comment + row.replace(/^#\.[^\n]*\n/, ''), row.replace(/^(?=msg(?:ctxt|id))/m, () => comment)];
  },
  withWordings: inMessage,
};

/** Adds a message after the last one. */
export function appendMessage(text: string, _: readonly Term[], { source, target, note }: Draft): Edit[] {
  const comment = note ? `#. ${note}\n` : '';
  const entry = `${comment}msgid ${JSON.stringify(source)}\nmsgstr ${JSON.stringify(target ?? source)}\n`;
  return [atEnd(text, `\n${entry}`)];
}

/** Changes the last string of a message. */
function inMessage(row: string, text: string, asides: string): string[] {
  const start = row.lastIndexOf('msgstr "') + 8;
  const end = row.lastIndexOf('"');
  if (start < 8 || end < start) return [];
  const said = row.slice(start, end);
  return [text, said + asides].map((one) => row.slice(0, start) + one + row.slice(end));
}
