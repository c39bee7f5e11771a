import type { Edit } from '../../../text/span.ts';
import type { Term } from '../../term.ts';
import { rowOf, sideOf } from '../cells/append.ts';
import { headerColumns } from '../cells/columns.ts';
import type { Draft } from '../format.ts';
import { proseLines } from './lines.ts';
import { escaped } from './write.ts';

/** Adds a row to the last table. */
export function appendTableRow(text: string, terms: readonly Term[], draft: Draft): Edit[] {
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
  const row = rowOf(columns, cells.length, draft).map(escaped);
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

/**
 * Adds an item to the last list. The last item shows the form: its bullet, which side comes first, and the separator.
 */
export function appendItem(text: string, terms: readonly Term[], draft: Draft): Edit[] {
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
    // If entries are paragraphs of one line, a blank line separates them.
    const gap = bullet === '' && /\n\r?\n$/.test(text.slice(0, lineStart)) ? '\n\n' : '\n';
    return [{ from: to, to, insert: `${gap}${entry}` }];
  }
  return [];
}
