import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Bilingual } from '../../../text/bilingual.ts';
import { type LineIndex, lineIndex } from '../../../text/lines.ts';
import type { Span } from '../../../text/span.ts';
import type { Fault, Origin, Reading, Term } from '../../term.ts';
import { hasHan, isBlank } from '../cells/cell-text.ts';
import { type Columns, chineseColumns, headerColumns } from '../cells/columns.ts';
import { termsOf as termsOfCells } from '../cells/entry.ts';
import { readRows } from '../cells/rows.ts';
import { faults as messages } from '../faults.ts';
import { entryProblems, termsOf, unknownKey } from '../own/entry.ts';
import { type FileEntry, fields } from '../own/schema.ts';
import { firstLine } from '../places.ts';

/**
 * Reads a list of entries or a map from English to Chinese (see `docs/glossary.md`). An entry with a fault is left out
 * as a whole. Comments and trailing commas are allowed.
 */
export function readJson(text: string, file: string): Reading {
  const { root, errors } = parseJson(text);
  const reader: Reader = {
    text,
    file,
    lines: lineIndex(text),
    terms: [],
    faults: [],
    // A missing comma loses nothing on either side of it.
    slips: errors.filter(({ error }) => printParseErrorCode(error) !== 'CommaExpected'),
    reported: new Set(),
  };
  const body = root && bodyOf(root);
  if (body?.type === 'array') for (const item of childrenOf(body)) readItem(item, reader);
  else if (body?.type === 'object') readMap(body, undefined, reader);
  for (const error of errors.slice(0, 1)) if (reader.reported.size === 0) reportSlip(error, reader);
  const { terms, faults } = reader;
  if (terms.length + faults.length === 0) faults.push({ ...firstLine(text), message: texts.noEntries });
  return { terms, faults: faults.sort((a, b) => a.from - b.from) };
}

/** Parses a text as far as possible. */
export function parseJson(text: string): { readonly root: Node | undefined; readonly errors: readonly ParseError[] } {
  const errors: ParseError[] = [];
  try {
    // JSON allows no byte order mark. A space in its place keeps all offsets.
    return { root: parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true }), errors };
  } catch {
    // The text nests deeper than the stack allows.
    return { root: undefined, errors: [{ error: INVALID_SYMBOL, offset: 0, length: 1 }] };
  }
}

const INVALID_SYMBOL = 1;

/** The value that holds the entries: the root, or its `terms` if other tools wrap them. */
export function bodyOf(root: Node): Node {
  const terms = valueAt(root, 'terms');
  return terms?.type === 'array' || terms?.type === 'object' ? terms : root;
}

export function childrenOf(node: Node): readonly Node[] {
  return node.children ?? [];
}

export function keysOf(node: Node): string[] {
  return node.type === 'object' ? childrenOf(node).map((one) => String(one.children?.[0]?.value)) : [];
}

/** The value of an object's property. */
export function valueAt(node: Node, key: string): Node | undefined {
  return node.type === 'object'
    ? childrenOf(node).find(({ children }) => children?.[0]?.value === key)?.children?.[1]
    : undefined;
}

/** Whether the keys of an entry are fields of our own format rather than column names. */
export function isOwn(keys: readonly string[]): boolean {
  return keys.includes('target') || keys.every((key) => Object.hasOwn(fields, key)) || !headerColumns(keys);
}

/** Whether a map inside a map is an entry without its English. Otherwise it is a subject, and its keys are terms. */
export function isEntryOfMap(keys: readonly string[]): boolean {
  if (keys.some((key) => /^zh(?:[-_ ]|$)/i.test(key))) return true;
  const isSaid = keys.some((key) => /^(?:target|translation|senses|doNotTranslate)$/.test(key));
  return isSaid && !keys.includes('source') && keys.every(isField);
}

function isField(key: string): boolean {
  return (
    key === 'translation' ||
    Object.hasOwn(fields, key) ||
    Object.keys(headerColumns(['en', 'zh', key]) ?? {}).length > 2
  );
}

interface Reader {
  readonly text: string;
  readonly file: string;
  readonly lines: LineIndex;
  readonly terms: Term[];
  readonly faults: Fault[];
  /** Syntax errors that may have changed the meaning of an entry, in file order. */
  readonly slips: readonly ParseError[];
  readonly reported: Set<ParseError>;
}

function readItem(item: Node, reader: Reader): void {
  if (isBroken(item, reader)) return;
  if (item.type !== 'object') report(item, texts.noEntry, reader);
  else if (isSound(item, reader)) {
    if (isOwn(keysOf(item))) readOwn(item, item, plain(item), undefined, reader);
    else readRow(item, item, undefined, headerColumns(keysOf(item))!, reader);
  }
}

/** A map from English to Chinese. Maps inside it are subjects. */
function readMap(map: Node, domain: string | undefined, reader: Reader): void {
  const keys = keysOf(map);
  const values = childrenOf(map).map(({ children }) => children?.[1]);
  // `{ "en": { … }, "zh": { … } }`
  if (headerColumns(keys)?.en !== undefined && values.every((value) => value?.type === 'object')) {
    report(map, texts.twoLanguages, reader);
    return;
  }
  const seen = new Set<string>();
  for (const [index, property] of childrenOf(map).entries()) {
    const [key, value] = [keys[index]!, values[index]];
    const isGroup = value?.type === 'object' && !isEntryOfMap(keysOf(value));
    if (key === '$schema' && domain === undefined) continue;
    if (!isGroup && isBroken(property, reader)) continue;
    if (seen.size === seen.add(key).size) report(property.children![0]!, texts.repeated, reader);
    else if (isGroup) readMap(value, domain ? `${domain} / ${key}` : key, reader);
    else if (value?.type === 'object') readEntryOfMap(property, value, key, domain, reader);
    else if (value) readRow(property, value, [key], { en: 0, zh: 1 }, reader, domain);
  }
}

function readEntryOfMap(property: Node, value: Node, key: string, domain: string | undefined, reader: Reader): void {
  if (!isSound(value, reader)) return;
  const keys = keysOf(value);
  const named = headerColumns(keys);
  if (named?.en !== undefined) readRow(property, value, undefined, named, reader, domain);
  else if (isOwn(['source', ...keys])) readOwn(property, value, { source: key, ...plain(value) }, domain, reader);
  else readRow(property, value, [key], headerColumns(['en', ...keys])!, reader, domain);
}

/** An entry in our own format. */
function readOwn(place: Node, node: Node, entry: object, domain: string | undefined, reader: Reader): void {
  const problems = entryProblems(entry);
  for (const { path, isKey, message } of problems) report(nodeAt(node, path, isKey), message, reader);
  if (problems.length > 0) return;
  for (const term of termsOf(entry as FileEntry, originOf(place, reader))) {
    reader.terms.push(domain && term.domain === undefined ? { ...term, domain } : term);
  }
}

/** An entry whose values are the cells of a row; the cells in `before` precede them. */
function readRow(
  place: Node,
  node: Node,
  before: readonly string[] = [],
  columns: Columns,
  reader: Reader,
  domain?: string,
): void {
  const values = node.type === 'object' ? childrenOf(node).map(({ children }) => children![1]!) : [node];
  const cells = [...before];
  for (const value of values) {
    const cell = cellOf(value, node.type === 'object');
    if (cell === undefined) return report(value, texts.noText, reader);
    cells.push(cell);
  }
  const origin = originOf(place, reader);
  let { terms, faults } = readRows([{ cells, ...origin }], columns, origin.file);
  if (terms.length + faults.length === 0) {
    // As a row this could be a header or heading; here it is a term.
    const [en, zh] = [cells[columns.en ?? -1] ?? '', cells[chineseColumns(columns)[0]?.[0] ?? -1] ?? ''];
    if (!isBlank(en) && !isBlank(zh)) terms = termsOfCells({ en, zh }, origin);
    else if (!isBlank(en)) faults = [{ ...origin, message: messages.noChinese }];
  }
  for (const { from, to, message } of faults) reader.faults.push({ from, to, message });
  for (const term of terms) reader.terms.push(domain && term.domain === undefined ? { ...term, domain } : term);
}

/** The text of a cell: a string, or the wordings of a list. In a field it may be a number or boolean. */
function cellOf(node: Node, isField: boolean): string | undefined {
  if (node.type === 'string') return node.value;
  if (node.type === 'null') return '';
  if (node.type === 'array' && childrenOf(node).every(({ type }) => type === 'string')) {
    return childrenOf(node)
      .map(({ value }) => value)
      .join(childrenOf(node).some(({ value }) => hasHan(value)) ? '，' : '; ');
  }
  return isField && (node.type === 'number' || node.type === 'boolean') ? String(node.value) : undefined;
}

/** Reports the first syntax error inside a node, because its intended meaning is unknown. */
function isBroken(node: Node, reader: Reader): boolean {
  const { slips } = reader;
  const { from, to } = spanOf(node, reader);
  let [low, high] = [0, slips.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slips[middle]!.offset < from) low = middle + 1;
    else high = middle;
  }
  const slip = slips[low];
  const isWithin = slip !== undefined && slip.offset < to;
  if (isWithin) reportSlip(slip, reader);
  return isWithin || node.length < 0;
}

function reportSlip(slip: ParseError, { text, faults, reported }: Reader): void {
  if (reported.has(slip)) return;
  reported.add(slip);
  const from = Math.min(slip.offset, text.length);
  const reason = printParseErrorCode(slip.error);
  const message = { en: `This is not valid JSON: ${reason}`, zh: `不是有效的 JSON：${reason}` };
  faults.push({ from, to: Math.min(from + slip.length, text.length), isSyntax: true, message });
}

/** Reports a duplicate key, or one that a program could not use. */
function isSound(node: Node, reader: Reader): boolean {
  const seen = new Set<string>();
  for (const child of childrenOf(node)) {
    const key = node.type === 'object' ? child.children![0]! : undefined;
    const message =
      key?.value === '__proto__'
        ? unknownKey(key.value)
        : key && seen.size === seen.add(key.value).size
          ? messages.repeatedKey
          : undefined;
    if (key && message) {
      report(key, message, reader);
      return false;
    }
    const value = key ? child.children![1] : child;
    if (value && !isSound(value, reader)) return false;
  }
  return true;
}

/** The value of a sound node. */
function plain(node: Node): object {
  const value = (one: Node): unknown =>
    one.type === 'array' ? childrenOf(one).map(value) : one.type === 'object' ? plain(one) : one.value;
  return Object.fromEntries(childrenOf(node).map(({ children }) => [children![0]!.value, value(children![1]!)]));
}

/** The node at a path, or its key; if the path breaks off, the last node on it. */
function nodeAt(node: Node, path: readonly string[], isKey: boolean): Node {
  let at = node;
  for (const [index, part] of path.entries()) {
    const property = childrenOf(at).find(({ children }) => at.type === 'object' && children?.[0]?.value === part);
    const next = at.type === 'array' ? childrenOf(at)[Number(part)] : property?.children?.[1];
    if (isKey && index === path.length - 1 && property) return property.children![0]!;
    if (!next) return at;
    at = next;
  }
  return at;
}

function report(node: Node, message: Bilingual, reader: Reader): void {
  const isSyntax = message === messages.repeatedKey;
  reader.faults.push({ ...spanOf(node, reader), ...(isSyntax ? { isSyntax } : {}), message });
}

function originOf(node: Node, reader: Reader): Origin {
  return { file: reader.file, line: reader.lines.position(node.offset).line, ...spanOf(node, reader) };
}

/** The span of a node. An unclosed one has no length and extends to the end. */
function spanOf({ offset, length }: Node, { text }: Reader): Span {
  return { from: offset, to: length < 0 ? text.length : offset + length };
}

const texts = {
  noEntries: {
    en: 'This file holds no entries. Write a list such as `[{ "en": "token", "zh": "词元" }]` or a map such as `{ "token": "词元" }`.',
    zh: '此文件中没有词条。请写成列表，如 `[{ "en": "token", "zh": "词元" }]`，或映射，如 `{ "token": "词元" }`。',
  },
  noEntry: {
    en: 'This is not an entry. Write `{ "en": "token", "zh": "词元" }`.',
    zh: '这不是词条。请写成 `{ "en": "token", "zh": "词元" }`。',
  },
  repeated: {
    en: 'This English is in the map twice, and other programs see only one of the two. Join their wordings in a list.',
    zh: '映射中有重复的英文，其他程序只会读到其中一条。请将译法合并为列表。',
  },
  noText: {
    en: 'This is not a wording. Write it in quotation marks.',
    zh: '这不是译法。请写成带引号的文字。',
  },
  twoLanguages: {
    en: 'The two languages are in separate groups here. Write both into one entry: `"token": "词元"`.',
    zh: '此处两种语言各自成组。请写在同一词条中：`"token": "词元"`。',
  },
} satisfies Record<string, Bilingual>;
