import type { Edit } from '../../../text/span.ts';
import { wordingsOf } from '../../term.ts';
import type { EntryChange } from '../format.ts';

/** How a format writes rows, as far as editing a row needs it. */
export interface RowForm {
  /** A text as written in a row. */
  escaped?(text: string): string;
  /** The cells of a row. Without this function rows have no cells. */
  cellsOf?(row: string): Cells;
  /** Ways to write or remove a note; both texts are escaped. The default writes it as in a cell. */
  withNote?(row: string, note: string, old: string): string[];
  /** More ways to write all wordings of a row (`text`), or to add remarks that reject some (`asides`). */
  withWordings?(row: string, text: string, asides: string): string[];
}

/** The cells of a row, and how to join them again and write text into one. */
export interface Cells {
  readonly cells: readonly string[];
  join(cells: readonly string[]): string;
  write(text: string): string;
}

/**
 * Candidate edits that make a row express a change, for rows with cells, list items and other marks. None is known to
 * be right: the caller takes the first that reads back correctly.
 */
export function changedRows(text: string, change: EntryChange, form: RowForm): Edit[] {
  const { from, to } = change.before.origin;
  return rowsWith(text.slice(from, to), change, form).map((insert) => ({ from, to, insert }));
}

function rowsWith(row: string, { field, before, after }: EntryChange, form: RowForm): string[] {
  const write = form.escaped ?? ((text: string) => text);
  if (field === 'note') {
    const [old, note] = [write(before.note ?? ''), write(after.note ?? '')];
    const others = form.withNote?.(row, note, old) ?? noteInCells(row, note, old, form);
    return [...(old && note ? replaced(row, old, note) : []), ...others];
  }
  const status = field === 'approved' ? 'approved' : 'forbidden';
  const old = wordingsOf(before, status).map(write);
  const words = wordingsOf(after, status).map(write);
  const joined = words.join('，');
  const added = words.filter((word) => !old.includes(word));
  const asides = added.map((word) => (field === 'rejected' ? `（请勿译为“${word}”）` : '')).join('');
  return [
    ...wordByWord(row, old, words),
    ...inOneCell(row, joined || (field === 'approved' ? '不翻译' : ''), asides, form),
    ...(form.withWordings?.(row, joined || write(before.source[0] ?? ''), asides) ?? []),
  ];
}

/** Changes, adds or removes single wordings, and leaves the others where they are. */
function wordByWord(row: string, old: readonly string[], words: readonly string[]): string[] {
  const last = old.at(-1);
  if (old.length === 1 && words.length > 0) return replaced(row, old[0]!, words.join('，'));
  if (old.length === words.length) {
    const changed = old.flatMap((word, index) => (word === words[index] ? [] : [[word, words[index]!] as const]));
    return changed.reduce<string[]>(
      (rows, [from, to]) => rows.flatMap((one) => replaced(one, from, to)).slice(0, MOST_ROWS),
      [row],
    );
  }
  if (last !== undefined && old.every((word, index) => word === words[index])) {
    const more = words.slice(old.length);
    return replaced(row, last, [last, ...more].join('，'));
  }
  const gone = old.filter((word) => !words.includes(word));
  if (old.length - gone.length !== words.length) return [];
  const separator = '\\s*(?:[，,、/；;]|或者?)\\s*';
  return [
    gone.reduce((text, word) => text.replace(new RegExp(`${separator}${escaped(word)}`), ''), row),
    gone.reduce((text, word) => text.replace(new RegExp(`${escaped(word)}${separator}`), ''), row),
    gone.reduce((text, word) => text.replace(new RegExp(`[（(][^（）()]*${escaped(word)}[^（）()]*[）)]`), ''), row),
  ];
}

/** Limits the combinations when several words each occur more than once. */
const MOST_ROWS = 20;

/** The row with one occurrence of the old text replaced, for each occurrence, and with all of them replaced. */
function replaced(row: string, old: string, text: string): string[] {
  const parts = row.split(old);
  if (parts.length < 2 || parts.length > MOST_PLACES) return [];
  const single = parts.slice(1).map((_, index) => {
    return parts.slice(0, index + 1).join(old) + text + parts.slice(index + 1).join(old);
  });
  return parts.length > 2 ? [...single, parts.join(text)] : single;
}

const MOST_PLACES = 8;

/** The row with another text in one of its cells, or with remarks after one. */
function inOneCell(row: string, text: string, asides: string, { cellsOf }: RowForm): string[] {
  if (!cellsOf) return [];
  const { cells, join, write } = cellsOf(row);
  const inCell = (index: number, cell: string) => join(cells.map((one, i) => (i === index ? cell : one)));
  return [
    ...(cells.length > 1 ? cells.flatMap((cell, index) => (MARKUP.test(cell) ? [] : inCell(index, write(text)))) : []),
    ...(asides ? cells.map((cell, index) => inCell(index, behind(cell, asides))).reverse() : []),
  ];
}

/** Links, code and tags. Replacing the cell would lose what they hold besides text. */
const MARKUP = /\]\(|[<`]/;

function noteInCells(row: string, note: string, old: string, form: RowForm): string[] {
  const removed = row.replace(new RegExp(`[（(]${escaped(old)}[）)]`), '');
  return [...(old ? [removed] : []), ...inOneCell(row, note, note && `（${note}）`, form)];
}

/** Adds remarks at the end of a cell, before trailing whitespace and the closing quotation mark. */
function behind(cell: string, asides: string): string {
  const end = cell.startsWith('"') && cell.endsWith('"') ? cell.length - 1 : cell.trimEnd().length;
  return cell.slice(0, end) + asides + cell.slice(end);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
