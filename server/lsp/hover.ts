import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { findChinese, findEnglish, type Match } from '../core/glossary/match.ts';
import type { Rendering, Term } from '../core/glossary/term.ts';
import { type Block, blocksOf } from '../core/markdown/blocks.ts';
import type { Prose } from '../core/markdown/prose.ts';
import { relativePath } from '../workspace/paths.ts';
import { type Language, rangeOf } from './convert.ts';
import type { Page } from './pages.ts';
import { commands } from './protocol.ts';

/** What the glossary says of the term at a place, in a Chinese page or in an English one. */
export function hover(page: Page, position: Position, language: Language, known: readonly string[]): Hover | undefined {
  const { glossary } = page.settings;
  if (glossary.terms.length === 0) return undefined;
  const offset = page.lines.offset(position.line, position.character);
  const block = blocksOf(page.markdown).find((one) => one.from <= offset && offset <= one.to);
  for (const prose of block?.leaf.prose ?? []) {
    const place = placeAt(prose, offset - block!.from);
    if (place === undefined) continue;
    const match =
      findChinese(glossary, prose.text).find((one) => holds(one, place)) ??
      findEnglish(glossary, prose.text).find((one) => holds(one, place));
    if (match) {
      const terms = [...new Set(match.senses.map((sense) => sense.term))];
      const value = terms.map((term) => describe(page, term, language, known)).join('\n\n---\n\n');
      return {
        contents: { kind: MarkupKind.Markdown, value },
        range: rangeOf(page.lines, spanOf(block!, prose, match)),
      };
    }
  }
  return undefined;
}

const words = {
  preferred: { en: 'preferred', zh: '首选' },
  admitted: { en: 'admitted', zh: '可用' },
  deprecated: { en: 'discouraged', zh: '不推荐' },
  forbidden: { en: 'do not use', zh: '不用' },
  keep: { en: 'Keep it in English.', zh: '不翻译，保留英文。' },
  open: { en: 'Open in the glossary', zh: '在术语表中打开' },
} as const;

function describe(page: Page, term: Term, language: Language, known: readonly string[]): string {
  const title = `**${plain(term.source.join(' / '))}**${term.pos ? ` _(${plain(term.pos)})_` : ''}`;
  const lines = [title];
  if (term.doNotTranslate) lines.push(words.keep[language]);
  if (term.renderings.length > 0) lines.push(term.renderings.map((one) => rendering(one, language)).join('\n'));
  if (term.note) lines.push(`_${plain(term.note)}_`);
  lines.push(origin(page, term, language, known));
  return lines.join('\n\n');
}

function rendering({ text, status }: Rendering, language: Language): string {
  const shown = status === 'forbidden' ? `~~${plain(text)}~~` : plain(text);
  return `- ${shown} · ${words[status][language]}`;
}

function origin(page: Page, { origin: { file, line } }: Term, language: Language, known: readonly string[]): string {
  const path = relativePath(page.project.root, file);
  const where = language === 'zh' ? `${path}，第 ${line + 1} 行` : `${path}, line ${line + 1}`;
  if (!known.includes(commands.openEntry)) return plain(where);
  const args = encodeURIComponent(JSON.stringify([file, line]));
  return `[$(book) ${words.open[language]}](command:${commands.openEntry}?${args}) · ${plain(where)}`;
}

// A glossary is somebody's file: nothing in it may become markup, a link least of all.
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~$&]/g, '\\$&').replace(/\s+/g, ' ');
}

function holds(match: Match, place: number): boolean {
  return match.from <= place && place <= match.to;
}

/** The place in the prose of a source offset of its block; undefined in hidden markup or outside. */
function placeAt(prose: Prose, offset: number): number | undefined {
  if (offset < prose.start(0) || offset > prose.end(prose.text.length)) return undefined;
  let low = 0;
  let high = prose.text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (prose.start(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return offset <= prose.end(low + 1) ? low : undefined;
}

function spanOf(block: Block, prose: Prose, { from, to }: Match) {
  return { from: block.from + prose.start(from), to: block.from + prose.end(to) };
}
