import type { Fault, Reading, Term } from '../term.ts';
import { hasHan, hasLatin, isBlank } from './cell-text.ts';
import { type Columns, headerColumns } from './columns.ts';
import { type Entry, termsOf } from './entry.ts';
import { faults as messages } from './faults.ts';

/** One row of a table; `line` is 0-based, `from` and `to` are UTF-16 offsets in the file. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** The terms of the rows of a table. A row that is itself a header changes the columns from there on. */
export function readRows(rows: readonly Row[], columns: Columns, file: string): Reading {
  const terms: Term[] = [];
  const faults: Fault[] = [];
  let current = columns;
  for (const row of rows) {
    const header = headerColumns(row.cells);
    if (header) {
      current = header;
      continue;
    }
    const entry = entryOf(row.cells, current);
    if (isDivider(row.cells, entry)) continue;
    const message = whatIsWrong(row.cells, entry, current.en !== undefined);
    if (message) faults.push({ from: row.from, to: row.to, message });
    else terms.push(...termsOf(entry, { file, line: row.line, from: row.from, to: row.to }));
  }
  return { terms, faults };
}

const longestCell = 500;

function entryOf(cells: readonly string[], columns: Columns): Entry {
  const cell = (column: number | undefined) => (column === undefined ? undefined : cells[column]);
  return {
    en: cell(columns.en) ?? '',
    zh: cell(columns.zh) ?? '',
    note: cell(columns.note),
    status: cell(columns.status),
    forbidden: cell(columns.forbidden),
    pos: cell(columns.pos),
  };
}

/** An empty row, a row that is only a letter or a chapter (`**A**`), or a comment. */
function isDivider(cells: readonly string[], { en, zh }: Entry): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return true;
  if (filled.length === 1 && /^(?:\**\s*[A-Z]\s*\**|#.*|\*\*.+\*\*)$/s.test(filled[0]!.trim())) return true;
  const comment = /^\s*#/.test(filled[0]!);
  return comment && (/^\s*#\s/.test(filled[0]!) || isBlank(en) || isBlank(zh));
}

function whatIsWrong(cells: readonly string[], { en, zh, forbidden = '' }: Entry, needsEnglish: boolean) {
  if (cells.some((cell) => cell.includes('\ufffd'))) return messages.undecodable;
  if (/[\r\n]/.test(en.trim()) || /[\r\n]/.test(zh.trim())) return messages.severalLines;
  if (Math.max(en.length, zh.length, forbidden.length) > longestCell) return messages.tooLong;
  if (needsEnglish && !isEnglish(en)) return messages.noEnglish;
  if (isBlank(zh) && (!needsEnglish || isBlank(forbidden))) return messages.noChinese;
  return undefined;
}

function isEnglish(cell: string): boolean {
  return /[\p{L}\p{N}]/u.test(cell) && (hasLatin(cell) || !hasHan(cell));
}
