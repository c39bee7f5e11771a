import {
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { addGlossary } from '../core/config/edit.ts';
import { contradictionsIn } from '../core/glossary/contradictions.ts';
import { appendTerm } from '../core/glossary/edit/append.ts';
import { formatOf } from '../core/glossary/format/index.ts';
import { readGlossary } from '../core/glossary/format/read.ts';
import type { Term } from '../core/glossary/term.ts';
import type { Language } from '../core/text/bilingual.ts';
import { classesIn, HAN } from '../core/text/han.ts';
import { type LineIndex, lineIndex } from '../core/text/lines.ts';
import { applyEdits, type Span } from '../core/text/span.ts';
import { comparePage } from '../workspace/comparing.ts';
import type { Files } from '../workspace/files/files.ts';
import { staysWithin } from '../workspace/files/links.ts';
import { joined } from '../workspace/files/paths.ts';
import { decodeText, readText } from '../workspace/files/text-file.ts';
import type { Project } from '../workspace/project/project.ts';
import type { SourceOptions } from '../workspace/source/tree.ts';
import { rangeOf, SOURCE, textEditOf } from './convert.ts';
import type { AnalysedPage } from './pages.ts';
import type { AddTermParams, CheckGlossaryResult, EntryResult, ProposedTerm } from './protocol.ts';
import { type EditSupport, settingsEdit } from './settings-edits.ts';

/** What is known about a selection that is to become a term. */
export async function proposeTerm(
  files: Files,
  page: AnalysedPage,
  range: Range,
  options: SourceOptions,
): Promise<ProposedTerm | null> {
  const { text } = page.markdown;
  const from = page.lines.offset(range.start.line, range.start.character);
  const to = page.lines.offset(range.end.line, range.end.character);
  const selected = plainText(text.slice(from, to));
  if (!selected || selected.length > MAX_SELECTED) return null;
  const isChinese = (classesIn(selected) & HAN) !== 0;
  const guess = isChinese ? annotated(text, to) : undefined;
  const known = page.settings.glossary.terms.filter(({ source, renderings }) => {
    const names = isChinese ? renderings.map((one) => one.text) : source;
    return names.some((name) => name.toLowerCase() === selected.toLowerCase());
  });
  const context = await otherSide(files, page, { from, to }, options);
  return {
    ...(isChinese ? { target: selected } : { source: selected }),
    ...(guess ? { source: guess } : {}),
    ...(context ? { context } : {}),
    known: known.slice(0, MAX_KNOWN).map(({ origin }) => ({ uri: origin.file, line: origin.line })),
  };
}

const MAX_SELECTED = 100;
const MAX_KNOWN = 20;

function plainText(source: string): string {
  return source
    .replace(/[*_~`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The English in parentheses after a selection, perhaps with closing marks in between. */
function annotated(text: string, to: number): string | undefined {
  const behind = text.slice(to, to + 120);
  return /^[*_~”"」』》\]]{0,4}\s?[（(]\s?([A-Za-z][^（）()\r\n,，]{0,80})(?:[,，][^（）()\r\n]{0,40})?[）)]/
    .exec(behind)?.[1]
    ?.trim();
}

async function otherSide(
  files: Files,
  page: AnalysedPage,
  place: Span,
  options: SourceOptions,
): Promise<string | undefined> {
  const result = await comparePage(files, page.uri, options, page.source?.uri);
  if (!('comparison' in result)) return undefined;
  const isChinese = result.chinese.uri === page.uri;
  const [here, there] = isChinese ? (['chinese', 'english'] as const) : (['english', 'chinese'] as const);
  const pair = result.comparison.pairs.find(
    ({ [here]: span }) => span && span.from <= place.from && place.to <= span.to,
  );
  const span = pair?.[there] ?? pair?.counterpart;
  return span && plainText(result[there].text.slice(span.from, Math.min(span.to, span.from + MAX_CONTEXT)));
}

const MAX_CONTEXT = 600;

/** The edit that adds a term to the first glossary of a project, or to a new one, which it adds to the settings. */
export async function addTerm(
  files: Files,
  project: Project,
  { source, target, note }: AddTermParams,
  language: Language,
  support: EditSupport,
): Promise<EntryResult> {
  const draft = { source: oneLine(source), target: oneLine(target), note: oneLine(note) };
  if (!draft.source) return { refused: texts.noSource[language] };
  const file = project.config.glossary[0] ?? joined(project.root, 'glossary.csv');
  const isNamed = project.config.glossary.length > 0;
  const bytes = await files.read(file);
  const decoded = bytes && decodeText(bytes);
  if (decoded && 'fault' in decoded) return { file, refused: decoded.fault[language] };
  const text = decoded?.text;
  if (text !== undefined && !(await staysWithin(files, project.root, file)))
    return { file, refused: texts.outside[language] };
  if (text === undefined && !support.create) return { file, refused: texts.cannotCreate[language] };
  const base = text?.trim() ? text : (formatOf(file)?.blank ?? '');
  const known = {
    source: draft.source,
    ...(draft.target && draft.target !== draft.source ? { target: draft.target } : {}),
    ...(draft.note ? { note: draft.note } : {}),
  };
  const edit = appendTerm(base, file, known);
  if (!edit) return { file, refused: texts.notWritten[language] };
  const changes = text?.trim()
    ? [textEditOf(lineIndex(base), edit)]
    : [
        {
          range: rangeOf(lineIndex(text ?? ''), { from: 0, to: text?.length ?? 0 }),
          newText: applyEdits(base, [edit]),
        },
      ];
  if (text !== undefined && isNamed && !support.documentChanges)
    return { file, edit: { changes: { [file]: changes } } };
  const entry: TextDocumentEdit = { textDocument: { uri: file, version: null }, edits: changes };
  const made: NonNullable<WorkspaceEdit['documentChanges']> =
    text === undefined ? [{ kind: 'create', uri: file, options: { ignoreIfExists: true } }, entry] : [entry];
  if (isNamed) return { file, edit: { documentChanges: made } };
  const settings = settingsEdit(project, (before) => addGlossary(before, 'glossary.csv'), {
    ...support,
    documentChanges: true,
  });
  if (!settings?.documentChanges) return { file, refused: texts.notNamed[language] };
  return { file, edit: { documentChanges: [...made, ...settings.documentChanges] } };
}

function oneLine(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

const texts = {
  noSource: { en: 'A term needs its English name.', zh: '术语须有英文名称。' },
  cannotCreate: {
    en: 'This project has no glossary, and this editor cannot create one. Create glossary.csv.',
    zh: '此项目没有术语表，且编辑器无法新建。请创建 glossary.csv。',
  },
  outside: {
    en: 'The glossary is a symbolic link that leads outside of the project. Put the file itself into the project.',
    zh: '术语表是指向项目之外的符号链接。请将文件本身放入项目。',
  },
  notWritten: {
    en: 'The entry cannot be added to this glossary as its other entries are written. Open the file and add it by hand.',
    zh: '无法按此术语表的写法添加词条。请打开文件手动添加。',
  },
  notNamed: {
    en: 'The glossary cannot be named in .yijiao.jsonc. Mend that file first.',
    zh: '无法在 .yijiao.jsonc 中写入术语表。请先修正该文件。',
  },
  otherRow: { en: 'The other row', zh: '另一行' },
} as const;

export interface CheckedGlossary extends CheckGlossaryResult {
  /** Rows that contradict or repeat each other, by file. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
}

/** Checks the glossary files of a project for rows that cannot all hold. */
export async function checkGlossary(files: Files, project: Project, language: Language): Promise<CheckedGlossary> {
  const terms: Term[] = [];
  const lines = new Map<string, LineIndex>();
  for (const file of project.config.glossary) {
    const text = await readText(files, file);
    if (text === undefined) continue;
    lines.set(file, lineIndex(text));
    for (const term of readGlossary(text, file).terms) terms.push(term);
  }
  const diagnostics = new Map<string, Diagnostic[]>();
  for (const { origin, other, level, message } of contradictionsIn(terms)) {
    const list = diagnostics.get(origin.file) ?? [];
    diagnostics.set(origin.file, list);
    list.push({
      range: rangeOf(lines.get(origin.file)!, origin),
      severity: level === 'warning' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information,
      source: SOURCE,
      message: message[language],
      relatedInformation: [
        {
          location: { uri: other.file, range: rangeOf(lines.get(other.file)!, other) },
          message: texts.otherRow[language],
        },
      ],
    });
  }
  const ofGlossary = (file: string) => project.faults.get(file)?.faults.length ?? 0;
  const faults = project.config.glossary.reduce((sum, file) => sum + ofGlossary(file), 0);
  const contradictions = [...diagnostics.values()].reduce((sum, list) => sum + list.length, 0);
  return { files: lines.size, terms: terms.length, problems: faults + contradictions, diagnostics };
}
