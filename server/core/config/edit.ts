import { applyEdits, findNodeAtLocation, type JSONPath, modify } from 'jsonc-parser';
import { difference, type Edit } from '../text/span.ts';
import { type configOf, parseSettings, readConfig } from './config.ts';

/** Minimal edits of a settings file, which keep comments and format. Undefined if the file is broken. */
export type SettingsEdits = readonly Edit[] | undefined;

/** Adds a word to the exceptions. */
export function addWord(text: string, word: string): SettingsEdits {
  const list = nodeIn(text, ['words']);
  if (list && list.type !== 'array') return undefined;
  const edits = list ? change(text, ['words', -1], word, true) : change(text, ['words'], [word]);
  return confirmed(text, edits, (after) => after.words.includes(word));
}

/** Adds a glossary file. */
export function addGlossary(text: string, path: string): SettingsEdits {
  const list = nodeIn(text, ['glossary']);
  if (list && list.type !== 'array') return undefined;
  const edits = list ? change(text, ['glossary', -1], path, true) : change(text, ['glossary'], [path]);
  return confirmed(text, edits, (after) => after.glossary.includes(path));
}

/** Turns a rule off for all pages, and keeps its options. */
export function turnOff(text: string, id: string): SettingsEdits {
  if ((nodeIn(text, ['rules'])?.type ?? 'object') !== 'object') return undefined;
  const entry = nodeIn(text, ['rules', id]);
  const path = entry?.type === 'array' && entry.children!.length > 0 ? ['rules', id, 0] : ['rules', id];
  return confirmed(text, change(text, path, 'off'), ({ rules }) => [rules[id]].flat()[0] === 'off');
}

function nodeIn(text: string, path: JSONPath) {
  const { tree } = parseSettings(text);
  return tree && findNodeAtLocation(tree, path);
}

function change(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): Edit[] {
  const { tree, errors } = parseSettings(text);
  // In a broken file it is unclear where anything belongs.
  if (errors.length > 0 || (tree && tree.type !== 'object')) return [];
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
  const edits = modify(text, path, value, { formattingOptions, isArrayInsertion });
  return edits.flatMap(({ offset, length, content }) =>
    behindComment(text, smallest(text, { from: offset, to: offset + length, insert: content })),
  );
}

function smallest(text: string, { from, to, insert }: Edit): Edit {
  const change = difference(text.slice(from, to), insert);
  return change ? { from: from + change.from, to: from + change.to, insert: change.insert } : { from, to, insert };
}

// Inserts after a trailing comment, so that it stays on its line.
function behindComment(text: string, edit: Edit): Edit[] {
  const [comment] = /^[ \t]*(?:\/\/[^\n\r]*|\/\*[^\n\r]*?\*\/)(?=[ \t]*\r?\n)/.exec(text.slice(edit.to)) ?? [];
  if (!comment || edit.from !== edit.to || !edit.insert.startsWith(',')) return [edit];
  const place = edit.to + comment.length;
  return [
    { ...edit, insert: ',' },
    { from: place, to: place, insert: edit.insert.slice(1) },
  ];
}

function confirmed(
  text: string,
  edits: readonly Edit[],
  holds: (after: ReturnType<typeof configOf>) => boolean,
): SettingsEdits {
  if (edits.length === 0) return undefined;
  const changes = edits.map(({ from, to, insert }) => ({ offset: from, length: to - from, content: insert }));
  const { config, faults } = readConfig(applyEdits(text, changes));
  const before = readConfig(text).faults.length;
  return faults.length <= before && holds(config) ? edits : undefined;
}
