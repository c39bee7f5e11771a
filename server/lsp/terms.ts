import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type Position,
} from 'vscode-languageserver';
import type { Term } from '../core/glossary/term.ts';
import { blocksOf } from '../core/markdown/blocks.ts';
import { lineIndex } from '../core/text/lines.ts';
import type { Files } from '../workspace/files/files.ts';
import { readText } from '../workspace/files/text-file.ts';
import { type TermUse, termKey, usesBelow, usesIn, usesInBlock } from '../workspace/term-uses.ts';
import { rangeOf } from './convert.ts';
import type { AnalysedPage } from './pages.ts';

/** The use of a term at a position of a page. `unsure` includes one that may be part of another word. */
export function useAt(page: AnalysedPage, position: Position, unsure = false): TermUse | undefined {
  if (page.settings.glossary.terms.length === 0) return undefined;
  const offset = page.lines.offset(position.line, position.character);
  const block = blocksOf(page.markdown).find((one) => one.from <= offset && offset <= one.to);
  const uses = block ? usesInBlock(block, page.settings, unsure) : [];
  return (
    uses.find(({ from, to }) => from <= offset && offset < to) ??
    uses.find(({ from, to }) => from <= offset && offset <= to)
  );
}

/** The distinct terms that a use names. */
export function termsOf({ senses }: TermUse): Term[] {
  return [...new Set(senses.map(({ term }) => term))];
}

/**
 * The glossary rows for the term at a position. As links they also give the extent of the term. Otherwise an editor
 * underlines what it considers a word, which in Chinese is a whole clause.
 */
export async function definition(
  files: Files,
  page: AnalysedPage,
  position: Position,
  asLinks: boolean,
): Promise<Location[] | LocationLink[]> {
  const use = useAt(page, position);
  const rows = use ? await rowsOf(files, termsOf(use)) : [];
  if (!use || !asLinks) return rows;
  const originSelectionRange = rangeOf(page.lines, use);
  return rows.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

/** Reports how far a search through the pages of a project has come. */
export interface Search {
  readonly onProgress: (done: number, all: number) => void;
}

/** All uses of the term at a position in the pages of its project, in both languages. */
export async function references(
  files: Files,
  page: AnalysedPage,
  position: Position,
  includeRows: boolean,
  { onProgress }: Search,
): Promise<Location[]> {
  const use = useAt(page, position);
  if (!use) return [];
  const terms = termsOf(use);
  const found = includeRows ? await rowsOf(files, terms) : [];
  const keys = new Set(terms.map(termKey));
  const walk = { also: [page.uri], onProgress };
  for await (const { uri, markdown, uses } of usesBelow(files, page.project, keys, walk)) {
    const lines = lineIndex(markdown.text);
    for (const one of uses) found.push({ uri, range: rangeOf(lines, one) });
    if (found.length >= MAX_LOCATIONS) break;
  }
  return found;
}

/** Nobody reads a longer list to its end. */
const MAX_LOCATIONS = 20_000;

/** Where the page names the term at a position, in any wording. */
export function highlights(page: AnalysedPage, position: Position): DocumentHighlight[] {
  const use = useAt(page, position);
  if (!use) return [];
  const terms = new Set(termsOf(use));
  return usesIn(page.markdown, page.settings)
    .filter(({ senses }) => senses.some(({ term }) => terms.has(term)))
    .map((one) => ({ range: rangeOf(page.lines, one), kind: DocumentHighlightKind.Text }));
}

async function rowsOf(files: Files, terms: readonly Term[]): Promise<Location[]> {
  const rows: Location[] = [];
  for (const { origin } of terms) {
    const text = await readText(files, origin.file);
    if (text === undefined) continue;
    rows.push({ uri: origin.file, range: rangeOf(lineIndex(text), clipped(origin, text)) });
  }
  return rows;
}

// The first line is enough to find an entry of many lines.
function clipped({ from, to }: { from: number; to: number }, text: string) {
  const end = text.slice(from, to).search(/[\r\n]/);
  return { from, to: end < 0 ? to : from + end };
}
