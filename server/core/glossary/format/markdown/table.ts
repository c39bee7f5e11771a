import type { Fault, Reading, Term } from '../../term.ts';
import { type Columns, columnsByContent, headerColumns } from '../cells/columns.ts';
import { type Row, readRows } from '../cells/rows.ts';
import { type Line, plainText, proseLines } from './lines.ts';

/**
 * Reads the tables of a Markdown file whose header names an English and a Chinese column; if there are none, the tables
 * whose content reveals their columns. Undefined if the file has no such table.
 */
export function readMarkdownTables(text: string, file: string): Reading | undefined {
  const tables = findTables(proseLines(text).filter((line) => line.comment === 0));
  const named = withColumns(tables, (table) => headerColumns(table.header));
  const known = named.length > 0 ? named : withColumns(tables, columnsOfContent);
  if (known.length === 0) return undefined;
  const terms: Term[] = [];
  const faults: Fault[] = [];
  for (const [table, columns] of known) {
    const reading = readRows(table.rows, columns, file);
    // In a glossary of several tables, each table is about a subject.
    const domain = known.length > 1 && columns.domain === undefined ? table.subject : undefined;
    terms.push(...(domain ? reading.terms.map((term) => ({ ...term, domain })) : reading.terms));
    faults.push(...reading.faults);
  }
  return { terms, faults };
}

interface Table {
  /** The heading above it, if it is of level 3 or deeper. */
  readonly subject: string | undefined;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

function withColumns(tables: readonly Table[], columnsOf: (table: Table) => Columns | undefined): [Table, Columns][] {
  return tables.flatMap((table) => {
    const columns = columnsOf(table);
    return columns ? [[table, columns] satisfies [Table, Columns]] : [];
  });
}

function columnsOfContent({ header, rows }: Table): Columns | undefined {
  return columnsByContent(
    header,
    rows.map((row) => row.cells),
  );
}

function findTables(lines: readonly Line[]): Table[] {
  const tables: Table[] = [];
  let subject: string | undefined;
  for (let at = 1; at < lines.length; at++) {
    const head = lines[at - 1]!;
    const [, marks, heading] = /^ {0,3}(#{1,6})\s+(\S.{0,80})$/.exec(head.text) ?? [];
    if (marks) subject = marks.length > 2 ? plainText(heading!.replace(/\s+#+\s*$/, '')) : undefined;
    const follows = lines[at]!.line === head.line + 1;
    if (!follows || !isDelimiterRow(lines[at]!.text) || !head.text.includes('|')) continue;
    const rows: Row[] = [];
    while (lines[at + 1]?.line === lines[at]!.line + 1 && lines[at + 1]!.text.includes('|'))
      rows.push(rowOf(lines[++at]!));
    tables.push({ subject, header: rowOf(head).cells, rows });
  }
  return tables;
}

function isDelimiterRow(line: string): boolean {
  return line.includes('|') && /^[\s|:-]+$/.test(line) && /-/.test(line);
}

function rowOf({ text, line, from }: Line): Row {
  const content = text.trim();
  const start = from + text.indexOf(content);
  const inner = content.replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return { cells: inner.split(/(?<!\\)\|/).map(plainText), line, from: start, to: start + content.length };
}
