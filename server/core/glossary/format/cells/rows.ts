import type { Fault, Reading, Term } from '../../term.ts';
import { faults as messages } from '../faults.ts';
import { hasHan, hasLatin, isBlank } from './cell-text.ts';
import { type Columns, chineseColumns, headerColumns } from './columns.ts';
import { type Entry, keepsEnglish, termsOf } from './entry.ts';
import { literalPatterns } from './literal-pattern.ts';
import { regionOf } from './region.ts';

/** A row of a table; `line` is 0-based, `from` and `to` are UTF-16 offsets in the file. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** The terms of a table's rows. A row that is a header changes the columns for the rows after it. */
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
    const { from, to, line } = row;
    const entries = entriesOf(row.cells, current);
    const [entry] = entries;
    if (!entry || isDivider(row.cells, entry)) continue;
    const message = whatIsWrong(row.cells, entry, current.en !== undefined && !isGlobal(entry));
    if (message) faults.push({ from, to, message });
    else {
      for (const one of entries) terms.push(...termsOf(one, { file, line, from, to }));
      const unused = [entry.anchor, entry.forbidden].some((cell) => cell && literalPatterns(cell).others.length > 0);
      if (unused) faults.push({ from, to, message: messages.pattern });
    }
  }
  return { terms, faults };
}

const longestCell = 500;

/** One entry for each Chinese column with content. The other cells belong to the first entry. */
function entriesOf(cells: readonly string[], columns: Columns): Entry[] {
  const cell = (column: number | undefined) => (column === undefined ? undefined : cells[column]);
  const chinese = chineseColumns(columns);
  const filled = chinese.filter(([column]) => !isBlank(cells[column] ?? ''));
  const shared = {
    en: cell(columns.en) ?? '',
    note: cell(columns.note),
    pos: cell(columns.pos),
    case: cell(columns.case),
    keep: cell(columns.keep),
    translatable: cell(columns.translatable),
    domain: cell(columns.domain),
    ref: cell(columns.ref),
    id: cell(columns.id),
    anchor: cell(columns.anchor),
    basis: cell(columns.basis),
  };
  return (filled.length > 0 ? filled : chinese.slice(0, 1)).map(([column, region], index) => ({
    ...shared,
    zh: cells[column] ?? '',
    // Next to the Chinese of another region, a column called just Chinese is that of the mainland.
    region: region ?? regionOf(cell(columns.region) ?? '') ?? (chinese.length > 1 ? 'zh-CN' : undefined),
    ...(index === 0 && {
      status: cell(columns.status),
      forbidden: cell(columns.forbidden),
      deprecated: cell(columns.deprecated),
      admitted: cell(columns.admitted),
    }),
  }));
}

/** Whether the row applies whatever the English is: its anchor is `—`. */
function isGlobal({ anchor }: Entry): boolean {
  return anchor !== undefined && anchor.trim() !== '' && isBlank(anchor);
}

/** Whether a row is empty, a heading (a letter, a chapter: `**A**`) or a comment. */
function isDivider(cells: readonly string[], { en, zh }: Entry): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return true;
  if (filled.length === 1 && /^(?:\**\s*[A-Z]\s*\**|#.*|\*\*.+\*\*)$/s.test(filled[0]!.trim())) return true;
  const comment = /^\s*#/.test(filled[0]!);
  return comment && (/^\s*#\s/.test(filled[0]!) || isBlank(en) || isBlank(zh));
}

function whatIsWrong(cells: readonly string[], entry: Entry, needsEnglish: boolean) {
  const { en, zh, forbidden = '', deprecated = '', admitted = '' } = entry;
  if (cells.some((cell) => cell.includes('\ufffd'))) return messages.undecodable;
  if (/[\r\n]/.test(en.trim()) || /[\r\n]/.test(zh.trim())) return messages.severalLines;
  const all = [en, zh, forbidden, deprecated, admitted];
  if (all.some((cell) => cell.length > longestCell)) return messages.tooLong;
  if (needsEnglish && !isEnglish(en)) return messages.noEnglish;
  const rejects = [forbidden, deprecated, admitted].some((cell) => !isBlank(cell));
  if (isBlank(zh) && !keepsEnglish(entry) && !(rejects && (needsEnglish || isGlobal(entry)))) return messages.noChinese;
  return undefined;
}

function isEnglish(cell: string): boolean {
  return /[\p{L}\p{N}]/u.test(cell) && (hasLatin(cell) || !hasHan(cell));
}
