import type { Fault, Reading, Term } from '../term.ts';
import { hasHan, hasLatin } from './cell-text.ts';
import { termsOf } from './entry.ts';
import { faults as messages } from './faults.ts';
import { type Line, plainText, proseLines } from './markdown.ts';

/**
 * Reads lists of terms, `token：词元` or `词元，token`, written as bullets or as paragraphs of one line each.
 * `undefined` when less than half of the bullets, or of the paragraphs, are such pairs.
 */
export function readMarkdownLists(text: string, file: string): Reading | undefined {
  const items = proseLines(text).flatMap(itemOf);
  const bullets = readItems(
    items.filter((item) => item.bullet),
    file,
  );
  const paragraphs = readItems(
    items.filter((item) => !item.bullet),
    file,
  );
  const found = [bullets, paragraphs].filter((reading) => reading !== undefined);
  if (found.length === 0) return undefined;
  return {
    terms: found.flatMap((reading) => reading.terms).sort((a, b) => a.origin.from - b.origin.from),
    faults: found.flatMap((reading) => reading.faults).sort((a, b) => a.from - b.from),
  };
}

interface Item extends Omit<Line, 'text'> {
  readonly text: string;
  readonly bullet: boolean;
}

type Pair = Readonly<{ en: string; zh: string }>;

const separators = /[，,：:=\t]|\s[-–—]+\s/g;
const longestEnglish = 80;
const longestItem = 300;

function itemOf({ text, line, from }: Line): Item[] {
  const content = text.trim();
  if (!content || /^(?:#|\||>|<|={3,}$|[-*_]{3,}$)/.test(content)) return [];
  const start = from + text.indexOf(content);
  const marker = /^(?:[-*+]|\d{1,9}[.)])\s+/.exec(content)?.[0] ?? '';
  const item = plainText(content.slice(marker.length));
  return [{ text: item, bullet: marker !== '', line, from: start, to: start + content.length }];
}

function readItems(items: readonly Item[], file: string): Reading | undefined {
  const terms: Term[] = [];
  const faults: Fault[] = [];
  let pairs = 0;
  for (const item of items) {
    const { line, from, to } = item;
    const pair = pairOf(item.text);
    if (pair) {
      pairs++;
      terms.push(...termsOf(pair, { file, line, from, to }));
    } else {
      const message = whatIsMissing(item.text);
      if (message) faults.push({ from, to, message });
    }
  }
  return pairs > 0 && pairs * 2 >= items.length ? { terms, faults } : undefined;
}

/** The first division that leaves English on one side and Chinese on the other. */
function pairOf(text: string): Pair | undefined {
  if (text.length > longestItem) return undefined;
  for (const separator of text.matchAll(separators)) {
    const left = text.slice(0, separator.index).trim();
    const right = text.slice(separator.index + separator[0].length).trim();
    if (isEnglish(left) && hasHan(right)) return isSentence(right) ? undefined : { en: left, zh: right };
    if (isEnglish(right) && hasHan(left)) return isSentence(left) ? undefined : { en: right, zh: left };
  }
  return undefined;
}

function isEnglish(text: string): boolean {
  return text.length <= longestEnglish && hasLatin(text) && !hasHan(text) && !/[。！？]|:\/\//.test(text);
}

/** A remark may follow the wording, but what starts as a long sentence is prose about the project. */
function isSentence(text: string): boolean {
  return (text.split('。')[0] ?? '').length > 60;
}

/** Only a short line that is divided like an entry is taken for one that lacks a side. */
function whatIsMissing(text: string) {
  if (text.length > 40 || /[。！？.!?]$/.test(text)) return undefined;
  const sides = text.split(/[，：:]/).map((side) => side.trim());
  if (sides.length < 2) return undefined;
  if (!hasHan(text)) return hasLatin(text) ? messages.noChinese : undefined;
  return hasLatin(text) ? undefined : messages.noEnglish;
}
