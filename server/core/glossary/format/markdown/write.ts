import type { Term } from '../../term.ts';
import { tableOf } from '../cells/table.ts';

export function writeMarkdown(terms: readonly Term[]): string {
  const { header, rows } = tableOf(terms);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [
    line(header),
    line(header.map(() => '---')),
    ...rows.map((row) => line(row.map((cell) => escaped(cell).replace(/\s+/g, ' ')))),
  ].join('');
}

/** Escapes Markdown marks. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&~|]/g, '\\$&');
}
