import type { Cells, RowForm } from '../cells/edit.ts';

/** Rows whose cells are separated by a delimiter. */
export function delimitedRows(delimiterOf: (row: string) => string): RowForm {
  return { cellsOf: (row) => cellsOf(row, delimiterOf(row)) };
}

function cellsOf(row: string, delimiter: string): Cells {
  const quoted = `(?:"(?:[^"]|"")*"|[^${delimiter}"]*)`;
  const cells = row.match(new RegExp(`(?<=^|${delimiter})${quoted}(?=${delimiter}|$)`, 'g')) ?? [row];
  const write = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const join = (parts: readonly string[]) => parts.join(delimiter);
  // The quotation marks are not CSV quoting here, and rewriting the row could lose something.
  return { cells: join(cells) === row ? cells : [], join, write };
}
