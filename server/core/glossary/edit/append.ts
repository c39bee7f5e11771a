import { applyEdits, type Edit } from '../../text/span.ts';
import { type Columns, chineseColumns, headerColumns } from '../format/cells/columns.ts';
import { proseLines } from '../format/markdown/lines.ts';
import { readGlossary } from '../format/read.ts';
import { formatOf, lostIn } from '../format/write.ts';
import type { Term } from '../term.ts';

/** What a person says of a term that is to be added. Without a Chinese wording it stays in English. */
export interface Draft {
  readonly source: string;
  readonly target?: string;
  readonly note?: string;
}

/** The text of a glossary that is made for its first term. */
export const NEW_GLOSSARY = 'en,zh,note\n';

/**
 * The edit of a glossary file that adds an entry behind the others, written as they are. Undefined where the file, read
 * again, would not say just that: nothing is put into a file that is not understood.
 */
export function appendTerm(text: string, file: string, draft: Draft): Edit | undefined {
  const before = readGlossary(text, file);
  const writer = writers[formatOf(file) ?? 'md'];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  // A note that the form of the file cannot hold is no reason to lose the entry.
  for (const one of draft.note ? [draft, { ...draft, note: '' }] : [draft]) {
    for (const edit of writer(text, before.terms, one)) {
      const made = { ...edit, insert: edit.insert.replaceAll('\n', eol) };
      const after = readGlossary(applyEdits(text, [made]), file);
      if (after.faults.length <= before.faults.length && isAdded(before.terms, after.terms, one)) return made;
    }
  }
  return undefined;
}

function isAdded(before: readonly Term[], after: readonly Term[], { source, target, note }: Draft): boolean {
  const [added, ...more] = lostIn(after, before);
  if (!added || more.length > 0 || after.length !== before.length + 1 || lostIn(before, after).length > 0) return false;
  if (added.source[0] !== source || added.source.length > 2) return false;
  if (note && !added.note?.includes(note)) return false;
  return target
    ? added.renderings.length === 1 && added.renderings[0]!.text === target && !added.doNotTranslate
    : added.doNotTranslate && added.renderings.length === 0;
}

type Writer = (text: string, terms: readonly Term[], draft: Draft) => Edit[];

const writers: Readonly<Record<NonNullable<ReturnType<typeof formatOf>>, Writer>> = {
  csv: (text, terms, draft) =>
    appendRow(text, terms, draft, /^[^\n]*;[^\n]*;/.test(text) && !text.includes(',') ? ';' : ','),
  tsv: (text, terms, draft) => appendRow(text, terms, draft, '\t'),
  md: (text, terms, draft) => [...appendTableRow(text, terms, draft), ...appendItem(text, terms, draft)],
  tbx: appendConcept,
  po: (text, _, { source, target, note }) => {
    const comment = note ? `#. ${note}\n` : '';
    const entry = `${comment}msgid ${JSON.stringify(source)}\nmsgstr ${JSON.stringify(target ?? source)}\n`;
    return [atEnd(text, `\n${entry}`)];
  },
  yaml: appendEntry,
};

function appendRow(text: string, terms: readonly Term[], draft: Draft, delimiter: string): Edit[] {
  const first = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0]!;
  const columns = headerColumns(first.split(delimiter).map((cell) => cell.replace(/^"|"$/g, '')));
  const cell = (value: string) =>
    /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
  const rows = columns
    ? [rowOf(columns, first.split(delimiter).length, draft)]
    : bareRows(text, terms, delimiter).map((order) => order.map((side) => sideOf(side, draft)));
  const written = rows.map((row) => row.map(cell).join(delimiter));
  // At the end there may be a table of another kind.
  const last = terms.findLast(({ source }) => source.length > 0)?.origin.to;
  return [
    ...written.map((row) => atEnd(text, `${row}\n`)),
    ...(last === undefined ? [] : written.map((row) => ({ from: last, to: last, insert: `\n${row}` }))),
  ];
}

/** The order of the two sides in a file without a header, as its last row has them. */
function bareRows(text: string, terms: readonly Term[], delimiter: string): ('en' | 'zh')[][] {
  const last = terms.at(-1);
  const row = last ? text.slice(last.origin.from, last.origin.to) : '';
  const isChineseFirst = /\p{Script=Han}/u.test(row.split(delimiter)[0] ?? '');
  return [isChineseFirst ? ['zh', 'en'] : ['en', 'zh']];
}

function sideOf(side: 'en' | 'zh', { source, target, note }: Draft): string {
  return side === 'en' ? source : (target ?? '不翻译') + (note ? `（${note}）` : '');
}

/** The cells of a row. A note for which there is no column stands behind the wording. */
function rowOf(columns: Columns, width: number, draft: Draft): string[] {
  const row: string[] = Array(Math.max(width, ...Object.values(columns).map((at: number) => at + 1))).fill('');
  const chinese = chineseColumns(columns)[0]?.[0];
  if (columns.en !== undefined) row[columns.en] = draft.source;
  if (chinese !== undefined) row[chinese] = draft.target ?? '不翻译';
  if (columns.note !== undefined) row[columns.note] = draft.note ?? '';
  else if (draft.note && chinese !== undefined) row[chinese] += `（${draft.note}）`;
  return row;
}

function appendTableRow(text: string, terms: readonly Term[], draft: Draft): Edit[] {
  const lines = proseLines(text);
  const known = new Set(terms.filter(({ source }) => source.length > 0).map(({ origin }) => origin.line));
  const last = lines.findLast(({ line, text: row }) => row.includes('|') && known.has(line));
  const end = last ?? lines.findLast(({ text: row }) => /^[\s|:-]*-[\s|:-]*$/.test(row) && row.includes('|'));
  if (!end) return [];
  let at = lines.indexOf(end);
  while (at > 0 && !isDelimiter(lines[at]!.text)) at--;
  const head = lines[at - 1];
  const cells = head && cellsOf(head.text);
  const columns = cells && headerColumns(cells);
  if (!cells || !columns) return [];
  const row = rowOf(columns, cells.length, draft).map((cell) => cell.replace(/[\\`*_[\]<>&~|]/g, '\\$&'));
  const isOpen = !end.text.trim().startsWith('|');
  const indent = /^\s*/.exec(end.text)![0];
  const written = isOpen ? row.join(' | ') : `| ${row.join(' | ')} |`;
  return [{ from: end.to, to: end.to, insert: `\n${indent}${written}` }];
}

function isDelimiter(line: string): boolean {
  return line.includes('|') && /^[\s|:-]+$/.test(line) && line.includes('-');
}

function cellsOf(line: string): string[] {
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split('|').map((cell) => cell.replace(/[*_`]/g, '').trim());
}

// The last item shows how an entry is written: its bullet, which side comes first, and what stands between the two.
function appendItem(text: string, terms: readonly Term[], draft: Draft): Edit[] {
  for (const term of [...terms].reverse().slice(0, 20)) {
    const { from, to } = term.origin;
    const row = text.slice(from, to);
    const [en, zh] = [term.source[0] ?? '', term.renderings[0]?.text ?? ''];
    const [english, chinese] = [row.indexOf(en), row.indexOf(zh)];
    if (!en || !zh || english < 0 || chinese < 0 || /[\r\n|]/.test(row)) continue;
    const isEnglishFirst = english < chinese;
    const between = isEnglishFirst ? row.slice(english + en.length, chinese) : row.slice(chinese + zh.length, english);
    const bullet = row.slice(0, Math.min(english, chinese));
    if (!/^\s*[，,：:=\t–—-]\s*$/.test(between) || !/^(?:[-*+]\s+|\d+[.)]\s+)?$/.test(bullet)) continue;
    const lineStart = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1;
    const indent = text.slice(lineStart, from);
    if (indent.trim() !== '') continue;
    const sides = [sideOf('en', draft), sideOf('zh', draft)];
    const next = bullet.replace(/\d+/, (number) => String(Number(number) + 1));
    const entry = `${indent}${next}${(isEnglishFirst ? sides : sides.reverse()).join(between)}`;
    // Paragraphs of one line each have a blank line between them.
    const gap = bullet === '' && /\n\r?\n$/.test(text.slice(0, lineStart)) ? '\n\n' : '\n';
    return [{ from: to, to, insert: `${gap}${entry}` }];
  }
  return [];
}

function appendEntry(text: string, terms: readonly Term[], { source, target, note }: Draft): Edit[] {
  const last = terms.at(-1);
  const start = last ? text.lastIndexOf('\n', last.origin.from - 1) + 1 : 0;
  const [, outer, gap] = (last && /^([ ]*)-([ ]+)/.exec(text.slice(start))) ?? ['', '  ', ' '];
  const indent = `${outer}${' '.repeat((gap?.length ?? 1) + 1)}`;
  const quoted = (value: string) =>
    /^[\p{L}][\p{L}\p{N} ()（），。、；-]*$/u.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value)
      ? value
      : JSON.stringify(value);
  const lines = [
    `${outer}-${gap}source: ${quoted(source)}`,
    target ? `${indent}target: ${quoted(target)}` : `${indent}doNotTranslate: true`,
    ...(note ? [`${indent}note: ${quoted(note)}`] : []),
  ];
  return [atEnd(text, `${last ? '' : 'terms:\n'}${lines.join('\n')}\n`)];
}

function appendConcept(text: string, _: readonly Term[], { source, target, note }: Draft): Edit[] {
  const close = text.lastIndexOf('</body>');
  if (close < 0) return [];
  const has = (tag: string) => new RegExp(`<${tag}[ >]`).test(text);
  const [concept, section, group] =
    has('martif') || has('termEntry')
      ? ['termEntry', 'langSet', has('ntig') ? 'ntig' : 'tig']
      : ['conceptEntry', 'langSec', 'termSec'];
  const named = (value: string) =>
    group === 'ntig' ? `<termGrp><term>${escaped(value)}</term></termGrp>` : `<term>${escaped(value)}</term>`;
  const side = (language: string, value: string, more = '') =>
    `<${section} xml:lang="${language}"><${group}>${named(value)}${more}</${group}></${section}>`;
  const [chinese] = /(?<=xml:lang=["'])zh[\w-]*/.exec(text) ?? ['zh-CN'];
  const said = note ? `<note>${escaped(note)}</note>` : '';
  const ids = new Set([...text.matchAll(/\bid=["']([^"']+)["']/g)].map(([, id]) => id));
  let number = ids.size + 1;
  while (ids.has(`c${number}`)) number++;
  const entry = `<${concept} id="c${number}">${said}${side('en', source)}${side(chinese, target ?? source)}</${concept}>\n`;
  const lineStart = text.lastIndexOf('\n', close) + 1;
  const isOwnLine = text.slice(lineStart, close).trim() === '';
  const at = isOwnLine ? lineStart : close;
  return [{ from: at, to: at, insert: entry }];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Behind the last line with anything in it, which gets its line end if it has none. */
function atEnd(text: string, insert: string): Edit {
  const end = text.trimEnd().length;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0] ?? '';
  const from = end + rest.length;
  return { from, to: from, insert: end === 0 || rest ? insert : `\n${insert}` };
}
