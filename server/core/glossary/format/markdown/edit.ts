import type { Cells, RowForm } from '../cells/edit.ts';
import { escaped } from './write.ts';

/** Table rows and list items. */
export const markdownRows: RowForm = { escaped, cellsOf };

function cellsOf(row: string): Cells {
  const parts = row.split(/(?<!\\)\|/);
  // A row may have a pipe at its ends.
  const isOpen = parts[0]!.trim() !== '';
  const pad = parts.length > 1 ? ' ' : '';
  const write = (text: string) => `${pad}${text}${pad}`;
  if (parts.length === 1 || isOpen) return { cells: parts, join: (cells) => cells.join('|'), write };
  const tail = parts.at(-1)!.trim() === '' ? [parts.at(-1)!] : [];
  const inner = parts.slice(1, parts.length - tail.length);
  return { cells: inner, join: (cells) => [parts[0]!, ...cells, ...tail].join('|'), write };
}
