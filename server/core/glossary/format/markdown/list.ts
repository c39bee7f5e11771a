import type { Fault, Reading, Term } from '../../term.ts';
import { partOfSpeech } from '../cells/cell.ts';
import { hasHan, hasLatin } from '../cells/cell-text.ts';
import { termsOf } from '../cells/entry.ts';
import { faults as messages } from '../faults.ts';
import { type Line, plainText, proseLines } from './lines.ts';

/**
 * Reads lists of terms, `token：词元` or `词元，token`, written as bullets, as one-line paragraphs, or in an HTML comment.
 * Bullets under a bare term are its senses. Undefined if fewer than half of the bullets, of the paragraphs, or of the
 * lines of each comment are such pairs.
 */
export function readMarkdownLists(text: string, file: string): Reading | undefined {
  const parts = new Map<number, Item[]>();
  for (const item of proseLines(text).flatMap(itemOf)) {
    const part = parts.get(item.comment);
    if (part) part.push(item);
    else parts.set(item.comment, [item]);
  }
  const found = [...parts].flatMap(([comment, items]) => {
    const kinds = [items.filter((item) => item.bullet), items.filter((item) => !item.bullet)];
    const readings = kinds.flatMap((kind) => readItems(kind, file) ?? []);
    // One comment is the dictionary. Pairs in other comments are hints for translators.
    const [first, second] = readings.sort((a, b) => b.terms.length - a.terms.length);
    return comment > 0 ? (first ?? []) : [first, second].filter((reading) => reading !== undefined);
  });
  return together(found) ?? readUndivided([...parts.values()].flat(), file);
}

/** `- 张量 Tensor`: if only a space separates the sides, every bullet of the file must be such a pair. */
function readUndivided(items: readonly Item[], file: string): Reading | undefined {
  const bullets = items.filter((item) => item.bullet);
  const pairs = bullets.map(({ text }) => /^(\p{Script=Han}{1,12})\s+([A-Za-z][A-Za-z0-9 -]{1,60})$/u.exec(text));
  if (bullets.length < FEWEST || !pairs.every((pair) => pair !== null)) return undefined;
  const terms = bullets.flatMap(({ line, from, to }, at) =>
    termsOf({ zh: pairs[at]![1]!, en: pairs[at]![2]! }, { file, line, from, to }),
  );
  return { terms, faults: [] };
}

/**
 * Reads the lists of a file whose glossary is in tables: dictionaries in comments, and sections in which every bullet
 * is a short pair. Other bullets are advice to translators. Undefined if there are no such lists.
 */
export function readListsBesideTables(text: string, file: string): Reading | undefined {
  const sections: Item[][] = [[]];
  for (const line of proseLines(text)) {
    if (line.comment === 0 && /^ {0,3}#{1,6}\s/.test(line.text)) sections.push([]);
    else sections.at(-1)!.push(...itemOf(line).filter((item) => item.bullet && item.comment === 0));
  }
  const lists = sections.filter((items) => items.length >= FEWEST && isGlossary(items));
  const comments = new Map<number, Item[]>();
  for (const item of proseLines(text)
    .filter((line) => line.comment > 0)
    .flatMap(itemOf)) {
    comments.set(item.comment, [...(comments.get(item.comment) ?? []), item]);
  }
  const dictionaries = [...comments.values()].filter((items) => items.filter(isPair).length >= FEWEST);
  return together([...lists, ...dictionaries].flatMap((items) => readItems(items, file) ?? []));
}

/** Fewer pairs are just an example. */
const FEWEST = 3;

/** Whether every bullet is a short pair, or a bare term with its senses below. */
function isGlossary(items: readonly Item[]): boolean {
  let head: Item | undefined;
  return items.every((item, at) => {
    if (head && isBelow(item, head)) return true;
    head = item;
    return isShortPair(item) || (isEnglish(item.text) && isBelow(items[at + 1], item));
  });
}

function isPair(item: Item): boolean {
  return pairOf(item.text) !== undefined;
}

/** Whether an item is like `token：词元`. An item of a list that contrasts right and wrong is not a term. */
function isShortPair({ text }: Item): boolean {
  const pair = pairOf(text);
  return (
    pair !== undefined && text.length <= 60 && !/^(?:good|bad|yes|no|do|don['’]t|right|wrong|note)$/i.test(pair.en)
  );
}

function together(found: readonly Reading[]): Reading | undefined {
  if (found.length === 0) return undefined;
  return {
    terms: found.flatMap((reading) => reading.terms).sort((a, b) => a.origin.from - b.origin.from),
    faults: found.flatMap((reading) => reading.faults).sort((a, b) => a.from - b.from),
  };
}

interface Item extends Line {
  readonly bullet: boolean;
  readonly indent: number;
}

type LanguagePair = Readonly<{ en: string; zh: string }>;

const separators = /[，,：:=\t]|\s[-–—]+\s/g;
const longestEnglish = 80;
const longestItem = 300;

function itemOf({ text, line, from, comment }: Line): Item[] {
  const content = text.trim();
  if (!content || /^(?:#|\||>|<|={3,}$|[-*_]{3,}$|-->)/.test(content)) return [];
  const indent = text.indexOf(content);
  const start = from + indent;
  const marker = /^(?:[-*+]|\d{1,9}[.)])\s+/.exec(content)?.[0] ?? '';
  const item = plainText(content.slice(marker.length));
  return [{ text: item, bullet: marker !== '', indent, line, from: start, to: start + content.length, comment }];
}

function readItems(items: readonly Item[], file: string): Reading | undefined {
  const terms: Term[] = [];
  const faults: Fault[] = [];
  let pairs = 0;
  let counted = 0;
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    const { line, from, to } = item;
    const pair = pairOf(item.text);
    const head = pair?.en ?? (isEnglish(item.text) ? item.text : undefined);
    const senses: Item[] = [];
    while (item.bullet && head && isBelow(items[at + 1], item)) senses.push(items[++at]!);
    counted++;
    if (pair) {
      pairs++;
      terms.push(...termsOf(pair, { file, line, from, to }));
    } else if (senses.length > 0) {
      pairs++;
    } else {
      const message = isTooLong(item) ? messages.tooLong : whatIsMissing(item.text);
      if (message) faults.push({ from, to, message });
    }
    for (const sense of senses) terms.push(...senseOf(head!, sense, file, pair === undefined));
  }
  return pairs > 0 && pairs * 2 >= counted ? { terms, faults } : undefined;
}

function isBelow(item: Item | undefined, head: Item): item is Item {
  return item?.bullet === true && item.indent > head.indent && hasHan(item.text) && item.text.length <= longestItem;
}

/** A sense such as `在加密上下文中，译为密钥` under `key`. If the head has no wording, the sense's first one is preferred. */
function senseOf(en: string, { text, line, from, to }: Item, file: string, isOnly: boolean): Term[] {
  return termsOf({ en, zh: text }, { file, line, from, to }).flatMap((term) => {
    if (term.renderings.length === 0 && !term.doNotTranslate) return [];
    const pos = /(名词|动词|形容词|副词)用?(?:时|，)/.exec(text)?.[1];
    const kind = pos === undefined ? undefined : partOfSpeech(pos);
    const [first, ...others] = term.renderings;
    const promoted = isOnly && first?.status === 'admitted' && first.text !== en;
    return {
      ...term,
      ...(kind && { pos: kind }),
      ...(promoted && { renderings: [{ ...first, status: 'preferred' as const }, ...others] }),
    };
  });
}

/** The first split that leaves English on one side and Chinese on the other. */
function pairOf(text: string): LanguagePair | undefined {
  if (text.length > longestItem) return undefined;
  for (const separator of text.matchAll(separators)) {
    if (isInParentheses(text, separator.index)) continue;
    const left = text.slice(0, separator.index).trim();
    const right = text.slice(separator.index + separator[0].length).trim();
    if (isEnglish(left) && hasHan(right)) return isSentence(right) ? undefined : { en: left, zh: right };
    if (isEnglish(right) && hasHan(left)) return isSentence(left) ? undefined : { en: right, zh: left };
  }
  return undefined;
}

function isInParentheses(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const opened = before.match(/[(（]/g)?.length ?? 0;
  return opened > (before.match(/[)）]/g)?.length ?? 0) && /[)）]/.test(text.slice(at));
}

function isEnglish(text: string): boolean {
  return text.length <= longestEnglish && hasLatin(text) && !hasHan(text) && !/[。！？]|:\/\//.test(text);
}

/** Whether an item is prose: it starts with a long sentence. A remark may follow a wording. */
function isSentence(text: string): boolean {
  return (text.split('。')[0] ?? '').length > 60;
}

/** `huge，字字字…`: starts like an entry and is longer than any sentence. */
function isTooLong({ text, bullet }: Item): boolean {
  if (!bullet || text.length <= longestItem) return false;
  const start = text.slice(0, longestItem);
  const [, left = '', right = ''] = /^([^，,：:=\t]+)[，,：:=\t](.*)$/s.exec(start) ?? [];
  return isEnglish(left) && hasHan(right) && !/[。！？.!?；;]/.test(right);
}

/** Only a short line that is divided like an entry can be one with a missing side. */
function whatIsMissing(text: string) {
  if (text.length > 40 || /[。！？.!?]$/.test(text)) return undefined;
  const sides = text.split(/[，：:]/).map((side) => side.trim());
  if (sides.length < 2) return undefined;
  if (!hasHan(text)) return hasLatin(text) ? messages.noChinese : undefined;
  return hasLatin(text) ? undefined : messages.noEnglish;
}
