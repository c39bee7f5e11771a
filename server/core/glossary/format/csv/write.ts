import type { Term } from '../../term.ts';
import { tableOf } from '../cells/table.ts';

export function writeCsv(terms: readonly Term[], delimiter: ',' | '\t'): string {
  const { header, rows } = tableOf(terms);
  const needsQuotes = delimiter === ',' ? /[",\r\n]|^\s|\s$/ : /["\t\r\n]|^\s|\s$/;
  const cell = (text: string) => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [header, ...rows].map((row) => `${row.map(cell).join(delimiter)}\n`).join('');
}
