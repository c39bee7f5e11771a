import { type EntryChange, wordsOf } from '../../edit/entry-fields.ts';
import type { Format } from '../write.ts';

/**
 * Ways in which a row that people write in cells, in a list or with marks around it may say a change. None is known to be right:
 * the row that is read back as it should be is.
 */
export function inCells(row: string, change: EntryChange, format: Format): string[] {
  const { field, before, after } = change;
  const write = writers[format] ?? asItIs;
  if (field === 'note') {
    const [old, note] = [write(before.note ?? ''), write(after.note ?? '')];
    return [...(old && note ? replaced(row, old, note) : []), ...withNote(row, note, old, format)];
  }
  const status = field === 'approved' ? 'approved' : 'forbidden';
  const old = wordsOf(before, status).map(write);
  const words = wordsOf(after, status).map(write);
  const joined = words.join('，');
  const added = words.filter((word) => !old.includes(word));
  const asides = added.map((word) => (field === 'rejected' ? `（请勿译为“${word}”）` : '')).join('');
  return [
    ...wordByWord(row, old, words),
    ...(format === 'tbx' || format === 'po'
      ? []
      : inOneCell(row, joined || (field === 'approved' ? '不翻译' : ''), asides, format)),
    ...(format === 'po' ? inMessage(row, joined || write(before.source[0] ?? ''), asides) : []),
  ];
}

const asItIs = (text: string) => text;
const writers: Partial<Record<Format, (text: string) => string>> = {
  md: (text) => text.replace(/[\\`*_[\]<>&~|]/g, '\\$&'),
  tbx: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  po: (text) => JSON.stringify(text).slice(1, -1),
};

/** Wordings that change, come or go while the others stay where they are. */
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

/** Words that each stand in several places would make a row for every choice among all of them. */
const MOST_ROWS = 20;

/** The row with another text in one of the places of the old one, or in all of them. */
function replaced(row: string, old: string, text: string): string[] {
  const parts = row.split(old);
  if (parts.length < 2 || parts.length > MOST_PLACES) return [];
  const single = parts.slice(1).map((_, index) => {
    return parts.slice(0, index + 1).join(old) + text + parts.slice(index + 1).join(old);
  });
  return parts.length > 2 ? [...single, parts.join(text)] : single;
}

const MOST_PLACES = 8;

/** The row with another text in one of its cells, or with remarks behind one. */
function inOneCell(row: string, text: string, asides: string, format: Format): string[] {
  const { cells, join, write } = cellsOf(row, format);
  const inCell = (index: number, cell: string) => join(cells.map((one, i) => (i === index ? cell : one)));
  return [
    ...(cells.length > 1 ? cells.flatMap((cell, index) => (MARKUP.test(cell) ? [] : inCell(index, write(text)))) : []),
    ...(asides ? cells.map((cell, index) => inCell(index, behind(cell, asides))).reverse() : []),
  ];
}

/** Links, code and tags: what they say besides their text would be lost with their cell. */
const MARKUP = /\]\(|[<`]/;

function withNote(row: string, note: string, old: string, format: Format): string[] {
  if (format === 'tbx') {
    return note
      ? [row.replace(/^<[^>]+>/, (tag) => `${tag}<note>${note}</note>`)]
      : [row.replace(`<note>${old}</note>`, '')];
  }
  if (format === 'po') {
    const comment = note ? `#. ${note}\n` : '';
    return [comment + row.replace(/^#\.[^\n]*\n/, ''), row.replace(/^(?=msg(?:ctxt|id))/m, () => comment)];
  }
  const removed = row.replace(new RegExp(`[（(]${escaped(old)}[）)]`), '');
  return [...(old ? [removed] : []), ...inOneCell(row, note, note && `（${note}）`, format)];
}

/** The last string of a message. */
function inMessage(row: string, text: string, asides: string): string[] {
  const start = row.lastIndexOf('msgstr "') + 8;
  const end = row.lastIndexOf('"');
  if (start < 8 || end < start) return [];
  const said = row.slice(start, end);
  return [text, said + asides].map((one) => row.slice(0, start) + one + row.slice(end));
}

interface Cells {
  readonly cells: readonly string[];
  join(cells: readonly string[]): string;
  write(text: string): string;
}

function cellsOf(row: string, format: Format): Cells {
  if (format === 'md') {
    const parts = row.split(/(?<!\\)\|/);
    // A row may have a bar at its ends.
    const isOpen = parts[0]!.trim() !== '';
    const pad = parts.length > 1 ? ' ' : '';
    const write = (text: string) => `${pad}${text}${pad}`;
    if (parts.length === 1 || isOpen) return { cells: parts, join: (cells) => cells.join('|'), write };
    const tail = parts.at(-1)!.trim() === '' ? [parts.at(-1)!] : [];
    const inner = parts.slice(1, parts.length - tail.length);
    return { cells: inner, join: (cells) => [parts[0]!, ...cells, ...tail].join('|'), write };
  }
  const delimiter = format === 'tsv' ? '\t' : /^[^,]*;/.test(row) && !row.includes(',') ? ';' : ',';
  const quoted = `(?:"(?:[^"]|"")*"|[^${delimiter}"]*)`;
  const cells = row.match(new RegExp(`(?<=^|${delimiter})${quoted}(?=${delimiter}|$)`, 'g')) ?? [row];
  const write = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const join = (parts: readonly string[]) => parts.join(delimiter);
  // Quotation marks that are no quotation: what is not understood would be lost.
  return { cells: join(cells) === row ? cells : [], join, write };
}

/** Remarks at the end of a cell, inside of its blanks and quotation marks. */
function behind(cell: string, asides: string): string {
  const end = cell.startsWith('"') && cell.endsWith('"') ? cell.length - 1 : cell.trimEnd().length;
  return cell.slice(0, end) + asides + cell.slice(end);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
