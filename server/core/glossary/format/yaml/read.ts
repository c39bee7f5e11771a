import { type Document, isMap, isNode, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { Bilingual } from '../../../text/bilingual.ts';
import { lineIndex } from '../../../text/lines.ts';
import type { Fault, Origin, Reading, Term } from '../../term.ts';
import { faults as messages } from '../faults.ts';
import { entryProblems, termsOf, unknownKey } from '../own/entry.ts';
import type { FileEntry } from '../own/schema.ts';
import { followingAliases } from './aliases.ts';

/** Reads our own format, which holds everything a term can say. An entry with a fault is left out as a whole. */
export function readYaml(text: string, file: string): Reading {
  const whole = parse(text);
  if (whole.errors.length === 0) return readDocument(text, file, whole);
  // Each entry is read by itself, so that a syntax error costs only its own entry.
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
    // Duplicate keys are checked per entry. The parser's own check takes quadratic time.
    const document = parseDocument(text, { prettyErrors: false, lineCounter: counter, uniqueKeys: false });
    return { document, errors: document.errors, counter };
  } catch (error) {
    // The text nests deeper than the stack allows.
    return { document: parseDocument(''), errors: [{ pos: [0, text.length], message: String(error) }], counter };
  }
}

interface SourceMap {
  readonly file: string;
  readonly text: string;
  /** What to add to an offset in the document to get one in the file. */
  readonly shift: number;
  lineOf(offset: number): number;
}

function readDocument(text: string, file: string, { document, counter }: Parsed): Reading {
  const place: SourceMap = { file, text, shift: 0, lineOf: (offset) => counter.linePos(offset).line - 1 };
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

function readItems(document: Document, items: readonly unknown[], place: SourceMap): Reading {
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
        : entryProblems(value).map(({ path, isKey, message }) =>
            faultAt(isKey ? keyAt(item, path) : nodeAt(item, path), place, message),
          );
    faults.push(...found);
    if (found.length === 0) terms.push(...termsOf(value as FileEntry, originOf(item, place)));
  }
  return { terms, faults };
}

function repeatedKey(item: YAMLMap): unknown {
  const seen = new Set<string>();
  return item.items.find(({ key }) => seen.size === seen.add(String(key)).size)?.key;
}

function originOf(item: Node, { file, text, shift, lineOf }: SourceMap): Origin {
  const span = spanOf(item, shift, text);
  return { file, line: lineOf(span.from), ...span };
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

function faultAt(node: unknown, { text, shift }: SourceMap, message: Bilingual): Fault {
  return { ...(isNode(node) ? spanOf(node, shift, text) : placeOf(text, shift, shift)), message };
}

function spanOf(node: Node, shift: number, text: string): { from: number; to: number } {
  const [from, to] = node.range ?? [0, 0];
  return placeOf(text, from + shift, Math.max(from, to) + shift);
}

/** A span inside the text, without trailing whitespace. */
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
