import { type Comparison, compare } from '../core/bilingual/state/compare.ts';
import { isTranslation } from '../core/bilingual/state/marks.ts';
import { type Markdown, parsePage } from '../core/markdown/parse.ts';
import { countHan } from '../core/text/han.ts';
import { lineIndex } from '../core/text/lines.ts';
import type { Span } from '../core/text/span.ts';
import type { Files } from './files/files.ts';
import { readText } from './files/text-file.ts';
import { findSource, findTranslations } from './source/source.ts';
import type { SourceOptions } from './source/tree.ts';

/** A translation and its source, aligned. */
export interface ComparedPages {
  readonly chinese: { readonly uri: string; readonly text: string };
  readonly english: { readonly uri: string; readonly text: string };
  readonly comparison: Comparison;
}

/** Why two pages could not be compared: there is no other page, there are several, or a file cannot be read. */
export interface NotCompared {
  readonly candidates: readonly string[];
  readonly tried: readonly string[];
  /** The page is in English: what is missing is its translation. */
  readonly isSource?: boolean;
  /** A file that was found or named but cannot be read as text. */
  readonly unreadable?: string;
}

/** 0-based lines. `to` is the last line of the block. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

export interface LinePair {
  readonly chinese?: LineRange;
  readonly english?: LineRange;
  /** The other place of a moved block. */
  readonly counterpart?: LineRange;
  readonly state: Comparison['pairs'][number]['state'];
}

/** The pairs of two pages as ranges of lines. */
export function linePairs({ chinese, english, comparison }: ComparedPages): LinePair[] {
  const rangeIn = (text: string) => {
    const lines = lineIndex(text);
    const last = ({ from, to }: Span) => lines.position(Math.max(from, to - 1)).line;
    return (span: Span): LineRange => ({ from: lines.position(span.from).line, to: last(span) });
  };
  const inChinese = rangeIn(chinese.text);
  const inEnglish = rangeIn(english.text);
  return comparison.pairs.map((pair) => ({
    state: pair.state,
    ...(pair.chinese ? { chinese: inChinese(pair.chinese) } : {}),
    ...(pair.english ? { english: inEnglish(pair.english) } : {}),
    ...(pair.counterpart ? { counterpart: (pair.chinese ? inEnglish : inChinese)(pair.counterpart) } : {}),
  }));
}

/** Finds the other language of a page, whichever it is in, and aligns the two. `other` names the other page instead. */
export async function comparePage(
  files: Files,
  uri: string,
  options: SourceOptions,
  other?: string,
): Promise<ComparedPages | NotCompared> {
  const pages = await pagesOf(files, uri, options, other);
  if (!('chinese' in pages)) return pages;
  const [chinese, english] = [pages.chinese, pages.english].map(({ uri, text }) => parsePage(text, uri)) as [
    Markdown,
    Markdown,
  ];
  return { ...pages, comparison: compare(chinese, english) };
}

/** The two pages, not yet aligned. */
export async function pagesOf(
  files: Files,
  uri: string,
  options: SourceOptions,
  other?: string,
): Promise<Omit<ComparedPages, 'comparison'> | NotCompared> {
  const page = await readText(files, uri);
  if (page === undefined) return { candidates: [], tried: [], unreadable: uri };
  const isChinese = isTranslation(page) || (other !== undefined && countHan(page) > 0);
  const search = other ? undefined : await (isChinese ? findSource : findTranslations)(files, uri, options);
  const found = other ?? search?.source;
  const isSource = isChinese ? {} : { isSource: true };
  if (!found) return { candidates: search?.candidates ?? [], tried: search?.tried ?? [], ...isSource };
  const counterpart = await readText(files, found);
  if (counterpart === undefined) return { candidates: [], tried: [], unreadable: found };
  return isChinese
    ? { chinese: { uri, text: page }, english: { uri: found, text: counterpart } }
    : { chinese: { uri: found, text: counterpart }, english: { uri, text: page } };
}
