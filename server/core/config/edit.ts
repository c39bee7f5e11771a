import { applyEdits, findNodeAtLocation, type JSONPath, modify } from 'jsonc-parser';
import type { Level, Options } from '../lint/rule.ts';
import type { StyleId } from '../style/points.ts';
import type { ProfileName } from '../style/style.ts';
import { difference, type Edit } from '../text/span.ts';
import { type Config, parseSettings, readConfig } from './config.ts';
import { titleComment } from './first-settings.ts';

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
  return setLevel(text, id, 'off');
}

/** Gives a rule a level for all pages; its options stay. */
export function setLevel(text: string, id: string, level: Level): SettingsEdits {
  if (!isObjectOrMissing(text, ['rules'])) return undefined;
  const isList = isFilledList(text, ['rules', id]);
  const edits = change(text, isList ? ['rules', id, 0] : ['rules', id], level);
  return confirmed(text, edits, ({ rules }) => [rules[id]].flat()[0] === level);
}

/** Gives an option of a rule a value, and the rule this level where it has none. */
export function setOption(text: string, id: string, level: Level, name: string, value: Options[string]): SettingsEdits {
  if (!isObjectOrMissing(text, ['rules']) || !isObjectOrMissing(text, ['rules', id, 1])) return undefined;
  const entry = nodeIn(text, ['rules', id]);
  const edits = isFilledList(text, ['rules', id])
    ? change(text, ['rules', id, 1, name], value)
    : change(text, ['rules', id], [entry?.type === 'string' ? entry.value : level, { [name]: value }]);
  return confirmed(text, edits, ({ rules: { [id]: after } }) => {
    const options = typeof after === 'object' ? after[1] : undefined;
    return JSON.stringify(options?.[name]) === JSON.stringify(value);
  });
}

/** Says no more of a rule than the defaults do. */
export function forgetRule(text: string, id: string): SettingsEdits {
  return confirmed(text, removal(text, ['rules', id]), ({ rules }) => rules[id] === undefined);
}

/** Settles a point of style; without a value it is left to the profile, or to the pages. */
export function settlePoint(text: string, id: StyleId, value: string | undefined): SettingsEdits {
  if (value === undefined) return confirmed(text, removal(text, ['style', id], titleComment(id)), () => true);
  const style = nodeIn(text, ['style']);
  if (style?.type !== 'string' && !isObjectOrMissing(text, ['style'])) return undefined;
  const edits =
    style?.type === 'string'
      ? change(text, ['style'], { profile: style.value, [id]: value })
      : change(text, ['style', id], value);
  return confirmed(text, edits, (after) => after.style[id] === value);
}

/** Takes the profile of a team, or none; points that are settled beside it stay. */
export function chooseProfile(text: string, name: ProfileName | undefined): SettingsEdits {
  const style = nodeIn(text, ['style']);
  const isPoints = style?.type === 'object';
  const path = isPoints ? ['style', 'profile'] : ['style'];
  // What is said above the style stays, so that it is not taken out whole.
  const none = () => (isPoints || !style ? removal(text, path) : change(text, path, {}));
  return confirmed(text, name === undefined ? none() : change(text, path, name), (after) => after.profile === name);
}

function isObjectOrMissing(text: string, path: JSONPath): boolean {
  return (nodeIn(text, path)?.type ?? 'object') === 'object';
}

function isFilledList(text: string, path: JSONPath): boolean {
  const node = nodeIn(text, path);
  return node?.type === 'array' && node.children!.length > 0;
}

/** Takes out an entry, with the lines that it has for itself and the comment `title` above it. */
function removal(text: string, path: JSONPath, title?: string): Edit[] {
  const entry = nodeIn(text, path)?.parent;
  if (!entry) return [];
  const to = entry.offset + entry.length;
  const above = /(?:^|\n)(?<comment>[ \t]*\/\/[^\n]*\n)?(?<blank>[ \t]*)$/.exec(text.slice(0, entry.offset));
  const behind = /^[ \t]*(?<comma>,?)[ \t]*(?:\/\/[^\n]*)?(?:\r?\n|$)/.exec(text.slice(to));
  if (!above || !behind) return change(text, path, undefined);
  const { comment = '', blank } = above.groups!;
  const from = entry.offset - blank!.length - (title && comment.includes(title) ? comment.length : 0);
  const lines: Edit = { from, to: to + behind[0].length, insert: '' };
  const siblings = entry.parent!.children!;
  const before = siblings[siblings.indexOf(entry) - 1];
  if (behind.groups!.comma || !before) return [lines];
  // The last one leaves no comma behind that before it.
  const comma = text.indexOf(',', before.offset + before.length);
  return [{ from: comma, to: comma + 1, insert: '' }, lines];
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
  // A file that is made here ends its last line.
  if (!text.trim())
    return edits.map(({ content }) => ({ from: 0, to: text.length, insert: content.trim() + formattingOptions.eol }));
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

function confirmed(text: string, edits: readonly Edit[], holds: (after: Config) => boolean): SettingsEdits {
  if (edits.length === 0) return undefined;
  const changes = edits.map(({ from, to, insert }) => ({ offset: from, length: to - from, content: insert }));
  const { config, faults } = readConfig(applyEdits(text, changes));
  const before = readConfig(text).faults.length;
  return faults.length <= before && holds(config) ? edits : undefined;
}
