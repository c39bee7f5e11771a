import {
  ErrorCodes,
  type Position,
  type PrepareRenameResult,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { renameInRow } from '../core/glossary/edit/rename.ts';
import type { Sense } from '../core/glossary/match/match.ts';
import { harmlessOnes } from '../core/lint/fix.ts';
import type { Bilingual, Language } from '../core/text/bilingual.ts';
import type { Edit } from '../core/text/span.ts';
import type { Files } from '../workspace/files/files.ts';
import { readText } from '../workspace/files/text-file.ts';
import { type TermUse, termKey, usesBelow } from '../workspace/term-uses.ts';
import { type AnnotationSupport, annotatedEdits } from './annotated-edits.ts';
import { rangeOf } from './convert.ts';
import type { AnalysedPage } from './pages.ts';
import { type Search, useAt } from './terms.ts';

/** The wording at a position, if it can be renamed; otherwise throws an error that says why not. */
export function prepareRename(page: AnalysedPage, position: Position, language: Language): PrepareRenameResult {
  const { use, wording } = renameable(page, position, language);
  return { range: rangeOf(page.lines, use), placeholder: wording };
}

/** Another Chinese wording for a term, in all pages that use the old one and in the glossary itself. */
export async function rename(
  files: Files,
  page: AnalysedPage,
  position: Position,
  newName: string,
  language: Language,
  support: AnnotationSupport,
  { onProgress }: Search,
): Promise<WorkspaceEdit> {
  const name = newName.trim();
  const { wording, senses } = renameable(page, position, language);
  if (name === '' || name.length > 100 || /[\r\n\\`*_[\]<>|~$#]/.test(name)) throw refused(texts.name, language);
  const edit = annotatedEdits<'glossary' | 'page'>(support, texts, language);
  const rows = new Map(senses.map((sense) => [termKey(sense.term), sense.term]));
  for (const file of new Set([...rows.values()].map(({ origin }) => origin.file))) {
    const text = await readText(files, file);
    const edits: Edit[] = [];
    for (const term of [...rows.values()].filter(({ origin }) => origin.file === file)) {
      const change = text === undefined ? undefined : renameInRow(text, term, wording, name);
      if (!change) throw refused(texts.row, language);
      edits.push(...change);
    }
    edit.add(file, text!, edits, 'glossary');
  }
  const walk = { also: [page.uri], onProgress };
  for await (const { uri, markdown, uses } of usesBelow(files, page.project, new Set(rows.keys()), walk)) {
    const edits = uses
      .filter((use) => use.isPlain && use.senses.some(({ rendering }) => rendering?.text === wording))
      .map(({ from, to }) => ({ from, to, insert: name }));
    if (edits.length === 0) continue;
    // Only prose may change, whatever name the user typed.
    edit.add(uri, markdown.text, harmlessOnes(markdown, edits), 'page');
  }
  return edit.finish();
}

interface Renameable {
  readonly use: TermUse;
  readonly wording: string;
  readonly senses: readonly Sense[];
}

function renameable(page: AnalysedPage, position: Position, language: Language): Renameable {
  const use = useAt(page, position);
  if (!use) throw refused(texts.noTerm, language);
  const wording = use.senses[0]!.rendering?.text;
  if (use.side === 'english' || wording === undefined) throw refused(texts.english, language);
  if (wording.includes('……')) throw refused(texts.pattern, language);
  return { use, wording, senses: use.senses.filter(({ rendering }) => rendering?.text === wording) };
}

function refused(message: Bilingual, language: Language): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, message[language]);
}

const texts = {
  noTerm: {
    en: 'There is no term of the glossary here. Put the cursor into the Chinese wording of a term.',
    zh: '此处没有术语表中的术语。请将光标放在术语的中文译法上。',
  },
  english: {
    en: 'Only the Chinese wording of a term can be renamed. Put the cursor into it, or change the entry in the glossary.',
    zh: '只能重命名术语的中文译法。请将光标放在译法上，或在术语表中修改词条。',
  },
  pattern: {
    en: 'A wording with a gap (……) cannot be renamed. Change the entry in the glossary.',
    zh: '带空缺（……）的译法无法重命名。请在术语表中修改词条。',
  },
  name: {
    en: 'The new wording must be one line of at most 100 characters, without marks of Markdown.',
    zh: '新译法须为一行，不超过 100 个字符，且不含 Markdown 标记。',
  },
  row: {
    en: 'The entry in the glossary cannot be changed to this wording by itself. Change it there by hand.',
    zh: '术语表中的词条无法自动改为这种译法。请手动修改。',
  },
  glossary: { en: 'Glossary', zh: '术语表' },
  page: { en: 'Uses of the term', zh: '术语的出现位置' },
} as const;
