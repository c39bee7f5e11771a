import type { Position, WorkspaceEdit } from 'vscode-languageserver';
import { editEntry } from '../core/glossary/edit/edit-entry.ts';
import { fieldsOf } from '../core/glossary/edit/entry-fields.ts';
import { readGlossary } from '../core/glossary/format/read.ts';
import type { Term } from '../core/glossary/term.ts';
import type { Language } from '../core/text/bilingual.ts';
import { lineIndex } from '../core/text/lines.ts';
import type { Files } from '../workspace/files/files.ts';
import { readText } from '../workspace/files/text-file.ts';
import { textEditOf } from './convert.ts';
import type { AnalysedPage } from './pages.ts';
import type { EditEntryParams, EntryResult, GlossaryEntry } from './protocol.ts';
import { termsOf, useAt } from './terms.ts';

/** The entries for the term at a position of a page. */
export async function entriesAt(files: Files, page: AnalysedPage, position: Position): Promise<GlossaryEntry[]> {
  const use = useAt(page, position, true);
  const rows = new Map(use && termsOf(use).map(({ origin }) => [`${origin.file} ${origin.line}`, origin]));
  const entries = await Promise.all([...rows.values()].map(({ file, line }) => entriesIn(files, file, line)));
  return entries.flat();
}

/** The entries that start on a line of a glossary file, or else those that span it. */
export async function entriesIn(files: Files, uri: string, line: number): Promise<GlossaryEntry[]> {
  const { text, terms } = await readTerms(files, uri);
  const beginning = termsAt(terms, line);
  const { start, end } = lineIndex(text);
  const around = ({ origin: { from, to } }: Term) => from <= end(line) && start(line) < to;
  const found = beginning.length > 0 ? beginning : terms.filter(around);
  return found.map((term) => {
    const index = termsAt(terms, term.origin.line).indexOf(term);
    return { uri, line: term.origin.line, index, title: titleOf(term), fields: fieldsOf(term) };
  });
}

function termsAt(terms: readonly Term[], line: number): Term[] {
  return terms.filter(({ origin }) => origin.line === line);
}

/** The edit that changes an entry as requested, or why there is none. */
export async function changeEntry(
  files: Files,
  { entry, fields }: EditEntryParams,
  language: Language,
  documentChanges: boolean,
): Promise<EntryResult> {
  const { uri, line, index } = entry;
  const { text, terms } = await readTerms(files, uri);
  const term = termsAt(terms, line)[index];
  const isThere =
    term && titleOf(term) === entry.title && JSON.stringify(fieldsOf(term)) === JSON.stringify(entry.fields);
  if (!isThere) return { file: uri, refused: texts.changed[language] };
  const edits = editEntry(text, term, fields);
  if (!edits) return { file: uri, refused: texts.notWritten[language] };
  const lines = lineIndex(text);
  const changes = edits.map((edit) => textEditOf(lines, edit));
  const edit: WorkspaceEdit = documentChanges
    ? { documentChanges: [{ textDocument: { uri, version: null }, edits: changes }] }
    : { changes: { [uri]: changes } };
  return { file: uri, edit };
}

async function readTerms(files: Files, uri: string): Promise<{ text: string; terms: readonly Term[] }> {
  const text = (await readText(files, uri)) ?? '';
  return { text, terms: readGlossary(text, uri).terms };
}

function titleOf({ source, pos, domain, region, renderings }: Term): string {
  const name = source.join(' / ') || (renderings[0]?.text ?? '');
  const more = [pos, domain, region].filter((one) => one !== undefined);
  return more.length > 0 ? `${name} (${more.join(', ')})` : name;
}

const texts = {
  changed: {
    en: 'The glossary has changed meanwhile. Edit the entry again.',
    zh: '术语表已有改动，请重新编辑该词条。',
  },
  notWritten: {
    en: 'The entry cannot be changed to this as it is written. Change it by hand in its place.',
    zh: '无法按该词条的写法作此改动。请在原处手动修改。',
  },
} as const;
