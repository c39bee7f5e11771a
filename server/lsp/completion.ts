import { type CompletionItem, CompletionItemKind, type CompletionList, type Position } from 'vscode-languageserver';
import { completionsOf } from '../core/glossary/complete.ts';
import type { FirstUse, Term } from '../core/glossary/term.ts';
import { isApproved } from '../core/glossary/term.ts';
import { blocksOf } from '../core/markdown/blocks.ts';
import type { Prose } from '../core/markdown/prose.ts';
import type { Language } from '../core/text/bilingual.ts';
import { classAt, classBefore, FULL_WIDTH, HAN } from '../core/text/han.ts';
import { isChinesePage, isChineseText } from '../core/text/sentence.ts';
import type { Span } from '../core/text/span.ts';
import { usesIn } from '../workspace/term-uses.ts';
import { rangeOf } from './convert.ts';
import type { AnalysedPage } from './pages.ts';
import { texts } from './term-texts.ts';

/** Every letter triggers completion, because editors mostly turn off their automatic suggestions in Markdown. */
export const LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The approved Chinese for an English term that is being typed into a Chinese page. */
export function completion(page: AnalysedPage, position: Position, language: Language): CompletionList | undefined {
  const { glossary, style } = page.settings;
  if (glossary.terms.length === 0) return undefined;
  if (!page.source && !isChinesePage(page.markdown.text)) return undefined;
  const offset = page.lines.offset(position.line, position.character);
  const before = proseBefore(page, offset);
  if (before === undefined) return undefined;
  const found = completionsOf(glossary, before.text, MAX_ITEMS);
  if (found.length === 0) return undefined;
  const named = namedBefore(page, offset);
  const items = found.flatMap(({ term, name, from }, index) => {
    const start = offset - (before.text.length - from);
    const typed = before.text.slice(from);
    const range = rangeOf(page.lines, { from: start, to: offset });
    const base = {
      kind: CompletionItemKind.Text,
      // Starts with what was typed, since the name may have a hyphen for the space, or other capitals.
      filterText: typed + name.slice(typed.length),
      detail: detailOf(term, name, language),
      ...(term.note ? { documentation: term.note } : {}),
    };
    const blanks = blanksOfWestern(page.markdown.text, { from: start, to: offset });
    const wordings = wordingsOf(term);
    const full = named.has(term) ? undefined : firstUseOf(term, wordings[0], name, style.brackets === 'half');
    // If the glossary wants the English at the first use, offer that first.
    const both = full ? (term.firstUse ? [full, ...wordings] : [...wordings, full]) : wordings;
    return both.map(
      (text, place): CompletionItem => ({
        ...base,
        label: text,
        ...(text === full ? { detail: `${texts.firstUse[language]} · ${base.detail}` } : {}),
        sortText: `${String(index).padStart(3, '0')}${place}`,
        textEdit: { range, newText: text },
        additionalTextEdits: blanks
          .filter((blank) => isWide(blank.to === start ? classAt(text, 0) : classBefore(text, text.length)))
          .map((blank) => ({ range: rangeOf(page.lines, blank), newText: '' })),
      }),
    );
  });
  return { isIncomplete: true, items };
}

const MAX_ITEMS = 30;

/** The blanks between a Western word and Han on either side, which Chinese in its place does not want. */
function blanksOfWestern(text: string, word: Span): Span[] {
  let { from } = word;
  while (text[from - 1] === ' ') from--;
  let { to } = word;
  while (text[to] === ' ') to++;
  return [
    ...(from < word.from && isWide(classBefore(text, from)) ? [{ from, to: word.from }] : []),
    ...(to > word.to && isWide(classAt(text, to)) ? [{ from: word.to, to }] : []),
  ];
}

function isWide(classes: number): boolean {
  return (classes & (HAN | FULL_WIDTH)) !== 0;
}

function wordingsOf(term: Term): string[] {
  const approved = term.renderings.filter(isApproved).map(({ text }) => text);
  const chosen = term.doNotTranslate ? term.source.slice(0, 1) : approved;
  // A person has to complete a wording with a gap.
  return chosen.filter((text) => !text.includes('……'));
}

function firstUseOf(term: Term, text: string | undefined, name: string, half: boolean): string | undefined {
  const how: FirstUse = term.firstUse ?? 'zh（en）';
  if (text === undefined || how === 'none' || term.doNotTranslate) return undefined;
  const [head, aside] = how === 'zh（en）' ? [text, name] : [name, text];
  return half ? `${head} (${aside})` : `${head}（${aside}）`;
}

function detailOf(term: Term, name: string, language: Language): string {
  const status = term.doNotTranslate
    ? texts.keep[language]
    : texts[term.renderings.find(isApproved)?.status ?? 'preferred'][language];
  return [name, status, term.domain].filter(Boolean).join(' · ');
}

/** The terms that the page names in Chinese before an offset. */
function namedBefore(page: AnalysedPage, offset: number): ReadonlySet<Term> {
  const uses = usesIn(page.markdown, page.settings).filter(({ side, to }) => side === 'chinese' && to <= offset);
  return new Set(uses.flatMap(({ senses }) => senses.map(({ term }) => term)));
}

/** The visible text of the line before an offset; undefined unless the user is writing Chinese prose there. */
function proseBefore(page: AnalysedPage, offset: number): { readonly text: string } | undefined {
  const { text } = page.markdown;
  const block = blocksOf(page.markdown).find((one) => one.from <= offset && offset <= one.to);
  for (const prose of block?.leaf.prose ?? []) {
    const place = endingAt(prose, offset - block!.from);
    if (place === undefined) continue;
    const from = prose.text.lastIndexOf('\n', place - 1) + 1;
    // Until it is closed, code or a formula looks like prose.
    if (/[`$]/.test(prose.text.slice(from, place))) return undefined;
    const line = prose.text.slice(Math.max(from, place - MAX_LINE), place);
    const typed = /[\p{Script=Latin}\p{N} '’./+#_-]*$/u.exec(line)?.[0] ?? '';
    // Replacing by length only works if the source equals the visible text.
    if (!text.slice(0, offset).endsWith(typed) || isUnfinishedMarkup(line) || isEnglish(prose.text)) return undefined;
    return { text: line };
  }
  return undefined;
}

/** Text further away does not matter. */
const MAX_LINE = 300;

// A tag, a URL or a link looks like prose, too, until it is closed.
function isUnfinishedMarkup(line: string): boolean {
  const word = /\S*$/.exec(line)![0];
  return (
    /\]\([^)]*$|<[A-Za-z/!][^>]*$|\{[^}]*$/.test(line) ||
    /[:/\\@#&=_~%][\p{Script=Latin}\p{N}-]*$|[\p{Script=Latin}\p{N}]\.[\p{Script=Latin}]+$/u.test(word)
  );
}

// A paragraph that nobody has translated yet.
function isEnglish(text: string): boolean {
  return (text.match(/\p{Script=Latin}+/gu)?.length ?? 0) > 8 && !isChineseText(text);
}

/** The place whose text before it ends at a source offset of its block. */
function endingAt(prose: Prose, offset: number): number | undefined {
  let low = 0;
  let high = prose.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (prose.end(middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low > 0 && prose.end(low) === offset ? low : undefined;
}
