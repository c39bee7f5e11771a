import { isNode, isSeq, type Node, type Pair, parseDocument, visit, type YAMLMap } from 'yaml';
import type { Edit, Span } from '../../../text/span.ts';
import { type Term, type WordingStatus, wordingsOf } from '../../term.ts';
import type { EntryChange } from '../format.ts';
import { fieldOf } from '../own/write.ts';

/** Candidate edits that change an entry of our own format. The caller takes the first that reads back correctly. */
export function inYaml(text: string, { field, before, after }: EntryChange): Edit[] {
  const maps = mapsIn(text, before.origin);
  if (field === 'note') return maps.flatMap((map) => setNote(text, map, after.note));
  if (field === 'rejected') return maps.flatMap((map) => setWords(text, map, 'forbidden', before, after));
  // The first approved wording is in one field and the others in another, so both change together.
  return maps.flatMap((map) => {
    const targets = setWords(text, map, 'preferred', before, after);
    const others = setWords(text, map, 'admitted', before, after);
    const kept = after.doNotTranslate === before.doNotTranslate ? [] : setKept(text, map, after.doNotTranslate);
    const all = [targets, others, kept].filter((edits) => edits.length > 0);
    return combinations(all).map((edits) => together(text, edits));
  });
}

/** The entry at a place, preceded by its senses. */
function mapsIn(text: string, { from, to }: Span): YAMLMap[] {
  const maps: YAMLMap[] = [];
  visit(parseDocument(text, { uniqueKeys: false }), {
    Map(_, map) {
      const [start, end] = map.range ?? [0, 0];
      if (from <= start && start < to && text.slice(start, end).trim() !== '') maps.push(map);
    },
  });
  return maps.reverse();
}

function setWords(text: string, map: YAMLMap, status: WordingStatus, before: Term, after: Term): Edit[] {
  const old = wordingsOf(before, status);
  const words = wordingsOf(after, status);
  if (old.length === words.length && old.every((word, index) => word === words[index])) return [];
  const pair = pairOf(map, fieldOf[status]);
  const value = pair && isNode(pair.value) ? pair.value : undefined;
  const list = words.length === 1 ? quoted(words[0]!) : `[${words.map(quoted).join(', ')}]`;
  if (!value) return words.length > 0 ? added(text, map, `${fieldOf[status]}: ${list}`) : [];
  if (words.length === 0) return removed(text, map, pair!);
  const place = spanOf(value, text);
  const written = text.slice(place.from, place.to);
  const more = words.slice(old.length);
  const isLonger = more.length > 0 && old.every((word, index) => word === words[index]);
  const longer = isLonger ? lengthened(text, value, more) : [];
  const changed = old.flatMap((word, index) => (words[index] === word || !words[index] ? [] : [[word, words[index]!]]));
  const inPlace = changed.reduce((all, [from, to]) => all.replace(from!, () => to!), written);
  return [
    ...longer,
    ...(old.length === words.length ? [{ ...place, insert: inPlace }] : []),
    // Comments on the items would be lost.
    ...(isSeq(value) && /(?:^|\s)#/.test(written) ? [] : [{ ...place, insert: list }]),
  ];
}

/** Adds items to a list, in the form of the others. */
function lengthened(text: string, value: Node, more: readonly string[]): Edit[] {
  const { from, to } = spanOf(value, text);
  const words = more.map(quoted);
  if (isSeq(value) && value.flow) return [{ from: to - 1, to: to - 1, insert: `, ${words.join(', ')}` }];
  if (isSeq(value)) {
    const indent = ' '.repeat(from - (text.lastIndexOf('\n', from - 1) + 1));
    const end = behindComment(text, to);
    return [{ from: end, to: end, insert: words.map((word) => `\n${indent}- ${word}`).join('') }];
  }
  return [{ from, to, insert: `[${[text.slice(from, to), ...words].join(', ')}]` }];
}

function setNote(text: string, map: YAMLMap, note: string | undefined): Edit[] {
  const pair = pairOf(map, 'note');
  if (!pair || !isNode(pair.value)) return note ? added(text, map, `note: ${quoted(note)}`) : [];
  return note ? [{ ...spanOf(pair.value, text), insert: quoted(note) }] : removed(text, map, pair);
}

function setKept(text: string, map: YAMLMap, isKept: boolean): Edit[] {
  const pair = pairOf(map, 'doNotTranslate');
  if (!pair || !isNode(pair.value)) return isKept ? added(text, map, 'doNotTranslate: true') : [];
  return isKept ? [{ ...spanOf(pair.value, text), insert: 'true' }] : removed(text, map, pair);
}

/** Adds a field after the last one. */
function added(text: string, map: YAMLMap, field: string): Edit[] {
  const { from, to } = spanOf(map, text);
  if (map.flow) {
    const end = from + text.slice(from, to - 1).trimEnd().length;
    return [{ from: end, to: end, insert: `, ${field}` }];
  }
  const indent = ' '.repeat(from - (text.lastIndexOf('\n', from - 1) + 1));
  const end = behindComment(text, to);
  return [{ from: end, to: end, insert: `\n${indent}${field}` }];
}

/** The offset after a trailing comment, so that it stays on its line. */
function behindComment(text: string, at: number): number {
  const [comment = ''] = /^[ \t]+#[^\r\n]*/.exec(text.slice(at, at + LONGEST_COMMENT)) ?? [];
  return at + comment.length;
}

const LONGEST_COMMENT = 1000;

function removed(text: string, map: YAMLMap, pair: Pair): Edit[] {
  if (map.flow || map.items.length < 2 || !isNode(pair.key)) return [];
  const { from } = spanOf(pair.key, text);
  const { to } = isNode(pair.value) ? spanOf(pair.value, text) : spanOf(pair.key, text);
  const next = text.indexOf('\n', to);
  const lineStart = text.lastIndexOf('\n', from - 1);
  const isFirst = map.items[0] === pair;
  // The first field follows the dash; the second one takes its place.
  if (isFirst)
    return next < 0 ? [] : [{ from, to: next + 1 + /^ */.exec(text.slice(next + 1))![0].length, insert: '' }];
  return [{ from: lineStart, to: next < 0 ? text.length : next, insert: '' }];
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => String(key) === name);
}

function spanOf(node: Node, text: string): Span {
  const [from, to] = node.range ?? [0, 0];
  return { from, to: from + text.slice(from, to).trimEnd().length };
}

/** Writes a text as a scalar, quoted if necessary. */
export function quoted(value: string): string {
  const isPlain =
    /^\p{L}[\p{L}\p{N} ()（），。、；-]*$/u.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function combinations(lists: readonly (readonly Edit[])[]): Edit[][] {
  return lists
    .reduce<Edit[][]>((all, list) => all.flatMap((some) => list.map((one) => [...some, one])), [[]])
    .slice(0, 30);
}

/** Combines several edits into one. */
function together(text: string, edits: readonly Edit[]): Edit {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  const from = sorted[0]?.from ?? 0;
  const to = Math.max(from, ...sorted.map((edit) => edit.to));
  let insert = '';
  let at = from;
  for (const edit of sorted) {
    insert += text.slice(at, edit.from) + edit.insert;
    at = Math.max(at, edit.to);
  }
  return { from, to, insert: insert + text.slice(at, to) };
}
