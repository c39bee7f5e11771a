import type { Glossary } from '../core/glossary/glossary.ts';
import { findChinese, findEnglish, type Match, type Sense } from '../core/glossary/match/match.ts';
import type { Term } from '../core/glossary/term.ts';
import type { WordBoundaries } from '../core/glossary/word-boundaries.ts';
import { type Block, blocksOf } from '../core/markdown/blocks.ts';
import { type Markdown, parsePage } from '../core/markdown/parse.ts';
import type { Prose } from '../core/markdown/prose.ts';
import type { Span } from '../core/text/span.ts';
import type { Files } from './files/files.ts';
import { readPage } from './files/text-file.ts';
import type { Project } from './project/project.ts';

/** A place in a page that names a term; UTF-16 offsets of the page. */
export interface TermUse extends Span {
  /** A name of the term, or one of its Chinese wordings. */
  readonly side: 'english' | 'chinese';
  readonly senses: readonly Sense[];
  /** No markup is hidden inside, so the source equals the visible text. */
  readonly isPlain: boolean;
}

/** What is needed to find uses; see `ProjectSettings`. */
export interface Terms {
  readonly glossary: Glossary;
  readonly wordBoundaries: WordBoundaries;
}

/** Every use of a term on a page, in order. A wording that is, or may be, part of another word does not count. */
export function usesIn(markdown: Markdown, terms: Terms): TermUse[] {
  return blocksOf(markdown).flatMap((block) => usesInBlock(block, terms));
}

/**
 * The uses in a block. `unsure` includes wordings that only a segmenter could tell from parts of
 * other words, while none is loaded.
 */
export function usesInBlock(block: Block, terms: Terms, unsure = false): TermUse[] {
  return block.leaf.prose.flatMap((prose) => usesInProse(prose, terms, unsure).map((use) => placed(use, block)));
}

function usesInProse(prose: Prose, { glossary, wordBoundaries }: Terms, unsure: boolean): TermUse[] {
  const { text } = prose;
  const chinese = findChinese(glossary, text).filter(({ from, to }) => wordBoundaries(text, from, to) ?? unsure);
  // `transformer` may be a wording of its own name.
  const overlaps = overlapping(chinese);
  const english = findEnglish(glossary, text).filter((match) => !overlaps(match));
  return [
    ...chinese.map((match) => useOf(prose, match, 'chinese')),
    ...english.map((match) => useOf(prose, match, 'english')),
  ].sort((a, b) => a.from - b.from);
}

function useOf(prose: Prose, { from, to, senses }: Match, side: TermUse['side']): TermUse {
  const [start, end] = [prose.start(from), prose.end(to)];
  return { from: start, to: end, side, senses, isPlain: prose.source.slice(start, end) === prose.text.slice(from, to) };
}

function placed(use: TermUse, { from }: Block): TermUse {
  return { ...use, from: use.from + from, to: use.to + from };
}

/** Returns a test for overlaps, to be called in order. */
function overlapping(matches: readonly Match[]): (match: Match) => boolean {
  let at = 0;
  return ({ from, to }) => {
    while (at < matches.length && matches[at]!.to <= from) at++;
    return at < matches.length && matches[at]!.from < to;
  };
}

/** Identifies a term, also after its glossary was read again. */
export function termKey({ origin, source }: Term): string {
  return `${origin.file}:${origin.from}:${source[0] ?? ''}`;
}

export interface PageUses {
  readonly uri: string;
  readonly markdown: Markdown;
  readonly uses: readonly TermUse[];
}

export interface Walk {
  /** Also read these pages, which may be elsewhere, such as open ones. */
  readonly also?: readonly string[];
  readonly onProgress?: (done: number, all: number) => void;
}

/** The uses of terms in all pages of a project, page by page. Pages without any are left out. */
export async function* usesBelow(
  files: Files,
  project: Project,
  keys: ReadonlySet<string>,
  { also = [], onProgress }: Walk = {},
): AsyncGenerator<PageUses> {
  const glossaries = new Set(project.config.glossary);
  const all = [...new Set([...(await files.markdown(project.root)), ...also])].filter((uri) => !glossaries.has(uri));
  for (const [done, uri] of all.entries()) {
    onProgress?.(done, all.length);
    const settings = project.settingsOf(uri);
    const wanted = settings.glossary.terms.filter((term) => keys.has(termKey(term)));
    const text = wanted.length > 0 ? await readPage(files, uri) : undefined;
    if (text === undefined || !mayName(text, wanted)) continue;
    const markdown = parsePage(text, uri);
    const uses = usesIn(markdown, settings).filter(({ senses }) => senses.some(({ term }) => keys.has(termKey(term))));
    if (uses.length > 0) yield { uri, markdown, uses };
  }
}

// Most pages name no term and need not be parsed. Spaces may differ, so the first piece of a name is enough.
function mayName(text: string, terms: readonly Term[]): boolean {
  const folded = text.toLowerCase();
  return terms.some(({ source, renderings }) =>
    [...source, ...renderings.map((one) => one.text)].some((name) => {
      const piece = /[\p{Script=Han}]|[\p{L}\p{N}]{1,3}/u.exec(name)?.[0] ?? '';
      return folded.includes(piece.toLowerCase());
    }),
  );
}
