import type { Edit } from '../../../text/span.ts';
import type { Term } from '../../term.ts';
import { rowOf, sideOf } from '../cells/append.ts';
import { headerColumns } from '../cells/columns.ts';
import type { Draft } from '../format.ts';
import { atEnd } from '../places.ts';

/** Adds a row after the last one. */
export function appendRow(text: string, terms: readonly Term[], draft: Draft, delimiter: string): Edit[] {
  const first = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0]!;
  const columns = headerColumns(first.split(delimiter).map((cell) => cell.replace(/^"|"$/g, '')));
  const cell = (value: string) =>
    /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
  const rows = columns
    ? [rowOf(columns, first.split(delimiter).length, draft)]
    : bareRows(text, terms, delimiter).map((order) => order.map((side) => sideOf(side, draft)));
  const written = rows.map((row) => row.map(cell).join(delimiter));
  // The file may end with a table of another kind.
  const last = terms.findLast(({ source }) => source.length > 0)?.origin.to;
  return [
    ...written.map((row) => atEnd(text, `${row}\n`)),
    ...(last === undefined ? [] : written.map((row) => ({ from: last, to: last, insert: `\n${row}` }))),
  ];
}

/** The order of the two sides in a file without a header, taken from its last row. */
function bareRows(text: string, terms: readonly Term[], delimiter: string): ('en' | 'zh')[][] {
  const last = terms.at(-1);
  const row = last ? text.slice(last.origin.from, last.origin.to) : '';
  const isChineseFirst = /\p{Script=Han}/u.test(row.split(delimiter)[0] ?? '');
  return [isChineseFirst ? ['zh', 'en'] : ['en', 'zh']];
}
