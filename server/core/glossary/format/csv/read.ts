import { type CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { lineIndex } from '../../../text/lines.ts';
import type { Fault, Reading } from '../../term.ts';
import { columnsByContent, headerColumns } from '../cells/columns.ts';
import { type Row, readRows } from '../cells/rows.ts';
import { faults as messages } from '../faults.ts';

/** Reads CSV or TSV, with or without a header row. By default the first lines tell the delimiter. */
export function readCsv(text: string, file: string, delimiter = guessDelimiter(text)): Reading {
  const { rows, faults } = parseRows(text, delimiter);
  const [first] = rows;
  if (!first) return { terms: [], faults };
  const header = headerColumns(first.cells);
  const cells = rows.map((row) => row.cells);
  const columns = header ?? columnsByContent(first.cells, cells.slice(1)) ?? columnsByContent([], cells);
  if (!columns)
    return { terms: [], faults: [...faults, { from: first.from, to: first.to, message: messages.noColumns }] };
  const reading = readRows(rows, columns, file);
  return { terms: reading.terms, faults: [...faults, ...reading.faults].sort((a, b) => a.from - b.from) };
}

interface Rows {
  readonly rows: Row[];
  readonly faults: Fault[];
}

/** Every bad row costs another pass. After this many, quotation marks count as ordinary characters. */
const mostRestarts = 32;

/**
 * Reads all records. One with an unclosed quote would swallow the
 * rest, so it is dropped and reading resumes on the next line.
 */
function parseRows(text: string, delimiter: string): Rows {
  const lines = lineIndex(text);
  const rows: Row[] = [];
  const faults: Fault[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (let restarts = 0; at < text.length; restarts++) {
    const bad = parseFrom(text, at, delimiter, restarts < mostRestarts, (cells, from, to) => {
      rows.push({ cells, line: lines.position(from).line, from, to });
    });
    if (bad === undefined) break;
    const line = lines.position(bad).line;
    const to = lines.end(line);
    faults.push({ from: openingQuote(text.slice(bad, to), delimiter) + bad, to, message: messages.unclosedQuote });
    at = Math.max(lines.start(line + 1), bad + 1);
  }
  return { rows, faults };
}

/** Passes each record from `start` on to `push`, and returns the offset of the first invalid one. */
function parseFrom(
  text: string,
  start: number,
  delimiter: string,
  quotes: boolean,
  push: (cells: string[], from: number, to: number) => void,
): number | undefined {
  const advance = byteCursor(text, start);
  let next = start;
  let bad: number | undefined;
  const onRecord = (cells: string[], { bytes }: InfoRecord) => {
    const from = skipLineEnds(text, next);
    next = advance(bytes);
    // A line break outside of quotes cannot be in a cell: this cell only looked quoted, and took in other rows.
    if (quotes && cells.some((cell) => cell.startsWith('"') && /[\r\n]/.test(cell))) {
      bad = from;
      throw new Error('unclosed quote');
    }
    push(cells, from, from + text.slice(from, next).trimEnd().length);
    return null;
  };
  try {
    parse(text.slice(start), {
      delimiter,
      quote: quotes ? '"' : null,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: onRecord,
    });
    return undefined;
  } catch (error) {
    if (bad === undefined && !isCsvError(error)) throw error;
    return bad ?? skipLineEnds(text, next);
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error;
}

/** Converts increasing UTF-8 byte counts, from `start` on, to UTF-16 offsets. */
function byteCursor(text: string, start: number): (bytes: number) => number {
  let at = start;
  let count = 0;
  return (bytes) => {
    while (count < bytes && at < text.length) {
      const unit = text.charCodeAt(at);
      const next = text.charCodeAt(at + 1);
      const pair = unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000;
      count += unit < 0x80 ? 1 : unit < 0x800 ? 2 : pair ? 4 : 3;
      at += pair ? 2 : 1;
    }
    return at;
  };
}

function skipLineEnds(text: string, from: number): number {
  let at = from;
  while (text[at] === '\n' || text[at] === '\r') at++;
  return at;
}

/** The offset in a row where its last quoted cell opens; 0 if there is none. */
function openingQuote(row: string, delimiter: string): number {
  if (row.startsWith('"') && !row.includes(`${delimiter}"`)) return 0;
  const at = row.lastIndexOf(`${delimiter}"`);
  return at < 0 ? 0 : at + 1;
}

function guessDelimiter(text: string): string {
  const sample = text.split(/[\r\n]+/, 20).filter((line) => line.trim());
  const share = (mark: string) => sample.filter((line) => line.includes(mark)).length / (sample.length || 1);
  if (share('\t') > 0.5) return '\t';
  return share(';') > 0.5 && share(';') > share(',') ? ';' : ',';
}
