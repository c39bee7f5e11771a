import { findNodeAtLocation, type Node } from 'jsonc-parser';
import { applyEdits, difference, type Edit } from '../../text/span.ts';
import { type Term, type WordingStatus, wordingsOf } from '../term.ts';
import { sideOf } from './cells/append.ts';
import { chineseColumns, headerColumns } from './cells/columns.ts';
import { changedRows, type RowForm } from './cells/edit.ts';
import type { Draft, EntryChange, Format } from './format.ts';
import { bodyOf, childrenOf, isEntryOfMap, isOwn, keysOf, parseJson, readJson, valueAt } from './json/read.ts';
import { entryOf, fieldOf } from './own/write.ts';

const example = `{
  "token": "词元",
  "mask": { "zh": "掩膜", "forbidden": "蒙版" },
  "CSS": {
    "block": "区块",
    "flex item": ["弹性项", "弹性项目"]
  }
}`;

export default {
  id: 'json',
  name: { en: 'JSON', zh: 'JSON' },
  extensions: ['json', 'jsonc'],
  // A parser that records all offsets takes seconds for more.
  largest: 4 * 1024 * 1024,
  read: readJson,
  write: (terms) => `${JSON.stringify({ terms: terms.map(entryOf) }, null, 2)}\n`,
  lacks: [],
  append,
  change: (text, change) => [...changedFields(text, change), ...changedRows(text, change, strings)],
  docs: {
    reading: {
      en: 'a list of entries, with the fields of YAML or the columns of a table, or a map from English to Chinese',
      zh: '词条列表（使用 YAML 的字段或表格的列名），或从英文到中文的映射',
    },
    section: {
      en: `
A list of entries is the whole file, or the value of \`terms\`; other keys next to \`terms\` are for other tools. An entry has the
[fields of YAML](#yaml), as \`{ "source": "token", "target": "词元" }\`, or those of [a table](#tables), as \`{ "en": "token", "zh": "词元" }\`.

A map has English names as its keys. A value is the text of a Chinese table cell, a list of wordings, or an entry without its
English. A map in a map is a subject. Files with a single language, as programs load them, are not glossaries.

\`\`\`json
${example}
\`\`\`

Comments and trailing commas are allowed. If a file of entries with the fields of YAML is named \`something.yijiao.json\`, VS Code
completes and validates it. Files of more than 4 MB are not read.`,
      zh: `
词条列表可以是整个文件，也可以位于 \`terms\` 之下；与 \`terms\` 并列的内容留给其他工具。词条使用 [YAML 的字段](#yaml)，如
\`{ "source": "token", "target": "词元" }\`；或[表格](#表格)的列名，如 \`{ "en": "token", "zh": "词元" }\`。

映射以英文名为键。值可以是表格中文单元格里的写法、译法列表，或不含英文的词条。映射之中的映射表示领域。供程序载入的单语文件不是术语表。

\`\`\`json
${example}
\`\`\`

可以有注释和末尾的逗号。使用 YAML 字段的文件命名为 \`某名.yijiao.json\` 时，VS Code 会补全和检查其中的词条。超过 4 MB 的文件不会读取。`,
    },
  },
  schema: { point: 'jsonValidation', files: ['*.yijiao.json'] },
} satisfies Format;

/** Adds an entry after the last one, in its form. */
function append(text: string, _: readonly Term[], draft: Draft): Edit[] {
  const own = ownEntry(draft);
  if (!text.trim()) return [{ from: 0, to: text.length, insert: `${JSON.stringify({ terms: [own] }, null, 2)}\n` }];
  const { root, errors } = parseJson(text);
  // In invalid JSON it is unclear what a closing bracket belongs to.
  const body = root && errors.length === 0 ? bodyOf(root) : undefined;
  if (!body) return [];
  const path = body === root ? [] : ['terms'];
  const last = childrenOf(body).at(-1);
  if (body.type === 'array') {
    const rows = last && !isOwn(keysOf(last)) ? [rowLike(last, draft)] : [];
    return [...rows, own].map((entry) => set(text, [...path, -1], entry));
  }
  const value = last?.children?.[1];
  const like = value?.type === 'object' && isEntryOfMap(keysOf(value)) ? [rowLike(value, draft)] : [];
  const { source, ...rest } = own;
  return [...like, sideOf('zh', draft), rest].map((entry) => set(text, [...path, draft.source], entry));
}

function ownEntry({ source, target, note }: Draft) {
  return { source, ...(target ? { target } : { doNotTranslate: true }), ...(note && { note }) };
}

/** The entry with the keys that another entry uses for its two sides. */
function rowLike(entry: Node, { source, target = '不翻译', note }: Draft): Record<string, string> {
  const keys = keysOf(entry);
  const own = headerColumns(keys);
  const all = own ? keys : ['en', ...keys];
  const columns = own ?? headerColumns(all) ?? {};
  const chinese = all[chineseColumns(columns)[0]?.[0] ?? -1] ?? 'target';
  const english = own && columns.en !== undefined ? { [all[columns.en]!]: source } : {};
  return { ...english, [chinese]: target, ...(note && { [all[columns.note ?? -1] ?? 'note']: note }) };
}

/**
 * The edit that sets the value at a path, in the layout around it. −1 in the path appends to a list; undefined removes.
 */
function set(text: string, path: Path, value: unknown): Edit {
  const { root } = parseJson(text);
  const there = root && findNodeAtLocation(root, path);
  if (there && value !== undefined) return { from: there.offset, to: endOf(there), insert: inLine(value) };
  if (there) return removed(there.parent?.type === 'property' ? there.parent : there, text);
  const holder = root && value !== undefined && findNodeAtLocation(root, path.slice(0, -1));
  return holder ? addedTo(holder, text, path.at(-1)!, value) : NOTHING;
}

const NOTHING: Edit = { from: 0, to: 0, insert: '' };

/** Removes a property or an item, with the comma that separates it. */
function removed(node: Node, text: string): Edit {
  const all = childrenOf(node.parent!);
  const [previous, next] = [all[all.indexOf(node) - 1], all[all.indexOf(node) + 1]];
  const [from, to] = previous ? [endOf(previous), endOf(node)] : [node.offset, next?.offset ?? endOf(node)];
  // A comment would be lost.
  const between = text.slice(from, node.offset) + text.slice(endOf(node), to);
  return /\/[/*]/.test(between) ? NOTHING : { from, to, insert: '' };
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

function addedTo(holder: Node, text: string, key: string | number, value: unknown): Edit {
  const name = typeof key === 'string' ? `${JSON.stringify(key)}: ` : '';
  const last = childrenOf(holder).at(-1);
  const indentAt = (at: number) => /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at) + 1))![0];
  const unit = /(?<=\n)[ \t]+(?=\S)/.exec(text)?.[0] ?? '  ';
  if (!last) {
    // There may be a comment.
    if (text.slice(holder.offset + 1, endOf(holder) - 1).trim() !== '') return NOTHING;
    const outer = indentAt(holder.offset);
    const written = laidOut(value, unit, outer + unit);
    return {
      from: holder.offset + 1,
      to: endOf(holder) - 1,
      insert: `\n${outer}${unit}${name}${written}\n${outer}`,
    };
  }
  const end = endOf(last);
  const isInLine = !text.slice(holder.offset, last.offset).includes('\n');
  if (isInLine) return { from: end, to: end, insert: `, ${name}${inLine(value)}` };
  const indent = indentAt(last.offset);
  const isShort = !text.slice(last.offset, end).includes('\n');
  // There may be a comma already, and a comment after the last value stays on its line.
  const [, comma = '', comment = ''] = /^(\s*,)?([ \t]*\/[/*][^\r\n]*)?/.exec(text.slice(end)) ?? [];
  const written = isShort ? inLine(value) : laidOut(value, unit, indent);
  const insert = `${comma || ','}${comment}\n${indent}${name}${written}${comma && ','}`;
  return { from: end, to: end + comma.length + comment.length, insert };
}

function laidOut(value: unknown, unit: string, indent: string): string {
  return JSON.stringify(value, null, unit).replaceAll('\n', `\n${indent}`);
}

function inLine(value: unknown): string {
  return JSON.stringify(value, null, 1)
    .replace(/(?<=\[)\n\s*|\n\s*(?=\])/g, '')
    .replace(/\n\s*/g, ' ');
}

/** Rows whose cells are the string values of an entry. */
const strings: RowForm = {
  escaped: (text) => JSON.stringify(text).slice(1, -1),
  cellsOf: (row) => {
    const found = [...row.matchAll(/"(?:[^"\\]|\\.)*"/g)].filter(
      ({ 0: string, index }) => !/^\s*:/.test(row.slice(index + string.length)),
    );
    const ends = found.map(({ 0: string, index }) => index + string.length);
    const between = [...found.map(({ index }, at) => row.slice(ends[at - 1] ?? 0, index)), row.slice(ends.at(-1) ?? 0)];
    const join = (cells: readonly string[]) => between.map((part, at) => part + (cells[at] ?? '')).join('');
    return { cells: found.map(([string]) => string), join, write: (text) => JSON.stringify(text) };
  },
  // A value of a map: a row with one cell.
  withWordings: (row, text) => [row.replace(/"(?:[^"\\]|\\.)*"$/, () => `"${text}"`)],
};

/** Candidate edits of the fields of an entry or of one of its senses. */
function changedFields(text: string, { field, before, after }: EntryChange): Edit[] {
  const { root } = parseJson(text);
  const found = root && entryAt(root, before.origin.from, []);
  if (!found) return [];
  const senses = childrenOf(valueAt(found.node, 'senses') ?? found.node).map((node, index) => ({
    node,
    path: [...found.path, 'senses', index],
  }));
  return [...senses.filter(({ node }) => node.type === 'object'), found].flatMap(({ node, path }) => {
    const settings: Setting[] = field === 'note' ? [[[...path, 'note'], after.note]] : [];
    if (before.doNotTranslate !== after.doNotTranslate)
      settings.push([[...path, 'doNotTranslate'], after.doNotTranslate || undefined]);
    for (const status of fieldStatuses[field]) {
      const [old, words] = [wordingsOf(before, status), wordingsOf(after, status)];
      settings.push(...wordingSettings(node, [...path, fieldOf[status]], old, words));
    }
    const changed = settings.reduce((now, [at, value]) => applyEdits(now, [set(now, at, value)]), text);
    return difference(text, changed) ?? [];
  });
}

const fieldStatuses: Readonly<Record<EntryChange['field'], readonly WordingStatus[]>> = {
  approved: ['preferred', 'admitted'],
  rejected: ['forbidden'],
  note: [],
};

type Path = (string | number)[];
/** The value to set at a path; undefined removes. */
type Setting = readonly [path: Path, value: unknown];

/** The object that holds the entry at an offset. In a map it is the value of a property. */
function entryAt(node: Node, offset: number, path: Path): { node: Node; path: Path } | undefined {
  for (const [index, child] of childrenOf(node).entries()) {
    if (offset < child.offset || offset >= child.offset + child.length) continue;
    const value = child.type === 'property' ? child.children?.[1] : child;
    const at = [...path, child.type === 'property' ? child.children![0]!.value : index];
    if (!value) return undefined;
    return child.offset === offset && (child.type === 'object' || isEntryOfMap(keysOf(value)))
      ? { node: value, path: at }
      : entryAt(value, offset, at);
  }
  return undefined;
}

/** Changes, adds or removes single wordings, and keeps what is said about the others. */
function wordingSettings(node: Node, path: Path, old: readonly string[], words: readonly string[]): Setting[] {
  if (old.join('\n') === words.join('\n')) return [];
  const written = valueAt(node, String(path.at(-1)));
  const items = written?.type === 'array' ? childrenOf(written) : [];
  if (items.length > 0 && items.length === old.length) {
    const isShorter = words.length > 0 && words.every((word) => old.includes(word));
    if (isShorter) {
      const gone = [...old.keys()].filter((index) => !words.includes(old[index]!));
      return gone.reverse().map((index) => [[...path, index], undefined]);
    }
    if (words.length >= old.length) {
      return words.flatMap((word, index): Setting[] => {
        if (word === old[index]) return [];
        return [[index >= old.length ? [...path, -1] : textPath(items[index]!, [...path, index]), word]];
      });
    }
  }
  if (words.length === 1 && written) return [[textPath(written, path), words[0]]];
  return [[path, words.length > 1 ? words : words[0]]];
}

/** The path of a wording's text. A wording is a string, or an object with more detail. */
function textPath(item: Node, path: Path): Path {
  return item.type === 'object' ? [...path, 'text'] : path;
}
