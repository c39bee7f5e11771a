import { Validator } from '@cfworker/json-schema';
import { type Document, isMap, isNode, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Bilingual } from '../../../text/bilingual.ts';
import { lineIndex } from '../../../text/lines.ts';
import type { Condition, Fault, FirstUse, Origin, Reading, Rendering, Status, Term } from '../../term.ts';
import { statuses } from '../../term.ts';
import { faults as messages } from '../faults.ts';
import { entrySchema, type FileEntry, type FileRenderings, type FileSense, fields, type Words } from '../own/schema.ts';
import { followingAliases } from './aliases.ts';

/** Reads Yijiao's own format, which holds everything that a term can say. An entry with a fault is left out whole. */
export function readYaml(text: string, file: string): Reading {
  const whole = parse(text);
  if (whole.errors.length === 0) return readDocument(text, file, whole);
  // A slip of the pen must not cost the other entries: each is read on its own.
  const lines = lineIndex(text);
  const [error] = whole.errors;
  const faults: Fault[] = [];
  const terms: Term[] = [];
  for (const [from, to] of itemSpans(text)) {
    const part = parse(text.slice(from, to));
    for (const { pos, message } of part.errors.slice(0, 1)) {
      faults.push({ ...placeOf(text, from + pos[0], from + pos[1]), message: syntaxMessage(message) });
    }
    if (part.errors.length > 0 || !isSeq(part.document.contents)) continue;
    const reading = readItems(part.document, part.document.contents.items, {
      file,
      text,
      shift: from,
      lineOf: (offset) => lines.position(offset).line,
    });
    terms.push(...reading.terms);
    faults.push(...reading.faults);
  }
  if (faults.length === 0) {
    faults.push({ ...placeOf(text, error!.pos[0], error!.pos[1]), message: syntaxMessage(error!.message) });
  }
  return { terms, faults };
}

interface Parsed {
  readonly document: Document;
  readonly errors: readonly { readonly pos: readonly [number, number]; readonly message: string }[];
  readonly counter: LineCounter;
}

function parse(text: string): Parsed {
  const counter = new LineCounter();
  try {
    // Unique keys are looked for in each entry: the parser's own way takes the square of their number.
    const document = parseDocument(text, { prettyErrors: false, lineCounter: counter, uniqueKeys: false });
    return { document, errors: document.errors, counter };
  } catch (error) {
    // Where a text nests deeper than the stack.
    return { document: parseDocument(''), errors: [{ pos: [0, text.length], message: String(error) }], counter };
  }
}

interface Place {
  readonly file: string;
  readonly text: string;
  /** What an offset of the document is behind one of the file. */
  readonly shift: number;
  lineOf(offset: number): number;
}

function readDocument(text: string, file: string, { document, counter }: Parsed): Reading {
  const place: Place = { file, text, shift: 0, lineOf: (offset) => counter.linePos(offset).line - 1 };
  const { contents } = document;
  if (isSeq(contents)) return readItems(document, contents.items, place);
  const terms = isMap(contents) ? contents.get('terms', true) : undefined;
  if (!isMap(contents) || !isSeq(terms)) {
    const from = contents?.range?.[0] ?? 0;
    return { terms: [], faults: [{ ...placeOf(text, from, text.length), message: messages.noEntries }] };
  }
  const unknown = contents.items.flatMap(({ key }) => {
    const name = String(isNode(key) ? key.toJSON() : key);
    return name === 'terms' || name === '$schema' ? [] : [faultAt(key, place, unknownKey(name))];
  });
  const reading = readItems(document, terms.items, place);
  return { terms: reading.terms, faults: [...unknown, ...reading.faults].sort((a, b) => a.from - b.from) };
}

function readItems(document: Document, items: readonly unknown[], place: Place): Reading {
  const terms: Term[] = [];
  const faults: Fault[] = [];
  const plainValue = followingAliases(document);
  for (const item of items) {
    if (!isMap(item)) {
      faults.push(faultAt(item, place, messages.noEntry));
      continue;
    }
    const value = plainValue(item);
    const repeated = repeatedKey(item);
    const found = repeated
      ? [faultAt(repeated, place, messages.repeatedKey)]
      : value === undefined
        ? [faultAt(item, place, messages.aliases)]
        : entryFaults(item, value, place);
    faults.push(...found);
    if (found.length === 0) terms.push(...termsOf(value as FileEntry, originOf(item, place)));
  }
  return { terms, faults };
}

function repeatedKey(item: YAMLMap): unknown {
  const seen = new Set<string>();
  return item.items.find(({ key }) => seen.size === seen.add(String(key)).size)?.key;
}

function originOf(item: Node, { file, text, shift, lineOf }: Place): Origin {
  const span = spanOf(item, shift, text);
  return { file, line: lineOf(span.from), ...span };
}

function termsOf(entry: FileEntry & FileSense, origin: Origin): Term[] {
  const { source, id, senses, ...shared } = entry;
  const names = list(source);
  return (senses ?? [{}]).map((sense) => termOf(names, id, { ...shared, ...sense }, origin));
}

function termOf(source: readonly string[], id: string | undefined, sense: FileSense, origin: Origin): Term {
  const { target, admitted, deprecated, forbidden, doNotTranslate, except, when, firstUse, refs, note, ...plain } =
    sense;
  const groups: Record<Status, FileRenderings | undefined> = { preferred: target, admitted, deprecated, forbidden };
  return {
    source,
    renderings: statuses.flatMap((status) => renderingsOf(groups[status], status)),
    doNotTranslate: doNotTranslate === true,
    ...(typeof doNotTranslate === 'string' && { keptWhere: doNotTranslate }),
    ...(id !== undefined && { id: id.trim() }),
    ...plain,
    ...(except !== undefined && { except: list(except) }),
    ...(when && { when: conditionOf(when) }),
    ...(firstUse !== undefined && { firstUse: firstUse.replace('(', '（').replace(')', '）') as FirstUse }),
    ...(refs !== undefined && { refs: list(refs) }),
    ...(note?.trim() && { note: note.trim() }),
    origin,
  };
}

function renderingsOf(written: FileRenderings | undefined, status: Status): Rendering[] {
  if (written === undefined) return [];
  return (Array.isArray(written) ? written : [written]).map((one) => {
    if (typeof one === 'string') return { text: one.trim(), status };
    const { text, suggest, except } = one;
    return {
      text: text.trim(),
      status,
      ...(suggest !== undefined && { suggest: suggest.trim() }),
      ...(except !== undefined && { except: list(except) }),
    };
  });
}

function conditionOf(when: NonNullable<FileSense['when']>): Condition {
  return Object.fromEntries(Object.entries(when).map(([name, written]) => [name, list(written)]));
}

function list(written: Words | undefined): string[] {
  if (written === undefined) return [];
  return (typeof written === 'string' ? [written] : written).map((word) => word.trim());
}

let validator: Validator | undefined;

function entryFaults(item: YAMLMap, value: unknown, place: Place): Fault[] {
  validator ??= new Validator(entrySchema(), '2020-12', false);
  const { errors } = validator.validate(value);
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const tooLong = new Set<string>();
  // The fault is where it lies deepest; what holds it is at fault only because of it.
  const holders = new Set<string>();
  for (const { instanceLocation, keyword } of errors) {
    if (keyword === 'maxLength') tooLong.add(instanceLocation);
    let holder = instanceLocation;
    while (holder.includes('/')) {
      holder = holder.slice(0, holder.lastIndexOf('/'));
      if (holders.has(holder)) break;
      holders.add(holder);
    }
  }
  for (const { instanceLocation, keyword } of errors) {
    if (faults.length >= MAX_FAULTS) break;
    if (holders.has(instanceLocation)) continue;
    if (seen.has(instanceLocation)) continue;
    seen.add(instanceLocation);
    const path = instanceLocation.split('/').slice(1).map(unescapePointer);
    // A key that is not known is at fault itself, not its value.
    if (keyword === 'false') faults.push(faultAt(keyAt(item, path), place, unknownKey(path.at(-1)!)));
    else
      faults.push(
        faultAt(nodeAt(item, path), place, tooLong.has(instanceLocation) ? tooLongValue(path) : wrongValue(path)),
      );
  }
  if (faults.length > 0) return faults;
  const message = whatIsMissing(value as FileEntry & FileSense);
  return message ? [faultAt(item, place, message)] : [];
}

/** Of one entry, which is left out anyway. */
const MAX_FAULTS = 100;

function whatIsMissing({ source, senses, ...shared }: FileEntry & FileSense): Bilingual | undefined {
  for (const sense of senses ?? [{}]) {
    const { target, admitted, deprecated, forbidden, doNotTranslate } = { ...shared, ...sense };
    const rejects = list(texts(deprecated)).length + list(texts(forbidden)).length > 0;
    if (source === undefined && !rejects) return messages.noSource;
    const says = rejects || list(texts(target)).length + list(texts(admitted)).length > 0;
    if (!says && !doNotTranslate) return messages.noTarget;
  }
  return undefined;
}

function texts(written: FileRenderings | undefined): string[] {
  return renderingsOf(written, 'preferred').map((rendering) => rendering.text);
}

function wrongValue(path: readonly string[]): Bilingual {
  const name = path.findLast((part) => Object.hasOwn(fields, part)) as keyof typeof fields | undefined;
  if (name === undefined) return messages.noEntry;
  const schema = (entrySchema().properties as Record<string, { enum?: readonly unknown[] }>)[name];
  if (schema?.enum) {
    const { enum: values } = schema;
    return {
      en: `“${name}” must be one of ${values.join(', ')}.`,
      zh: `“${name}”的值应为 ${values.join('、')} 之一。`,
    };
  }
  return {
    en: `“${name}” has a wrong value. Put text in quotes that looks like a number. ${fields[name].en}`,
    zh: `“${name}”的值不正确；形似数字的文字须加引号。${fields[name].zh}`,
  };
}

function tooLongValue(path: readonly string[]): Bilingual {
  const name = path.findLast((part) => Object.hasOwn(fields, part)) ?? '';
  return { en: `“${name}” is too long, so the entry is left out.`, zh: `“${name}”过长，已跳过该词条。` };
}

function unknownKey(name: string): Bilingual {
  return { en: `There is no field “${name}” in a glossary.`, zh: `术语表中没有名为“${name}”的字段。` };
}

function syntaxMessage(message: string): Bilingual {
  return { en: `This is not valid YAML: ${message}`, zh: `不是有效的 YAML：${message}` };
}

function nodeAt(item: YAMLMap, path: readonly string[]): unknown {
  for (let length = path.length; length > 0; length--) {
    const node = item.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return item;
}

function keyAt(item: YAMLMap, path: readonly string[]): unknown {
  const holder = path.length > 1 ? item.getIn(path.slice(0, -1), true) : item;
  const pair = isMap(holder) ? holder.items.find(({ key }) => String(key) === path.at(-1)) : undefined;
  return pair?.key ?? nodeAt(item, path);
}

function faultAt(node: unknown, { text, shift }: Place, message: Bilingual): Fault {
  return { ...(isNode(node) ? spanOf(node, shift, text) : placeOf(text, shift, shift)), message };
}

function spanOf(node: Node, shift: number, text: string): { from: number; to: number } {
  const [from, to] = node.range ?? [0, 0];
  return placeOf(text, from + shift, Math.max(from, to) + shift);
}

/** A span inside the text, without blanks at its end. */
function placeOf(text: string, from: number, to: number): { from: number; to: number } {
  const start = Math.min(from, text.length);
  const end = Math.min(Math.max(start, to), text.length);
  return { from: start, to: start + text.slice(start, end).trimEnd().length };
}

/** The items of the outermost list, found by their dashes. */
function itemSpans(text: string): [number, number][] {
  const starts: number[] = [];
  let indent: number | undefined;
  for (const match of text.matchAll(/^( *)- /gm)) {
    indent ??= match[1]!.length;
    if (match[1]!.length === indent) starts.push(match.index);
  }
  return starts.map((from, index) => [from, starts[index + 1] ?? text.length]);
}

function unescapePointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}
