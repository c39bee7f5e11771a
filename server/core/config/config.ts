import type { Node, ParseError } from 'jsonc-parser';
import { getNodeValue, parseTree } from 'jsonc-parser';
import { type Level, levels, type Options } from '../lint/rule.ts';
import { type StyleId, styleIds, stylePoints } from '../style/points.ts';
import { MIXED, type ProfileName, profiles, type Style } from '../style/style.ts';
import { type ConfigFault, globFaults, schemaFaults, syntaxFault } from './faults.ts';

export type { ConfigFault } from './faults.ts';

/** The name of the settings file, which stands in the project's root. */
export const CONFIG_NAME = '.yijiao.jsonc';

/** What a settings file, or the editor's settings beneath it, say. Everything is optional; defaults apply. */
export interface Config {
  readonly rules: Readonly<Record<string, RuleEntry>>;
  /** Points of style that are settled; the others are found in the project's pages. */
  readonly style: Partial<Style>;
  /** Glossary files, relative to the project's root, with `/`. */
  readonly glossary: readonly string[];
  /** Words that are written as they are, such as 豆瓣FM: nothing inside of one is reported. */
  readonly words: readonly string[];
  /** Globs of pages that are not checked. */
  readonly ignore: readonly string[];
  /** What differs for some of the pages; later ones go before earlier ones. */
  readonly overrides: readonly Override[];
  /** Where the English source of a translation lies: paths with `*` and `**`, which stand for the same in both. */
  readonly sources: readonly { readonly match: string; readonly source: string }[];
}

export interface Override {
  /** Globs, relative to the project's root. */
  readonly files: readonly string[];
  readonly rules: Config['rules'];
  readonly style: Config['style'];
  /** These files instead of the project's; undefined leaves them as they are. */
  readonly glossary?: readonly string[];
}

export type RuleEntry = Level | readonly [Level, Options?];

export const emptyConfig: Config = {
  rules: {},
  style: {},
  glossary: [],
  words: [],
  ignore: [],
  overrides: [],
  sources: [],
};

/** Reads the text of a settings file (JSON with comments). Never throws. */
export function readConfig(text: string): { config: Config; faults: readonly ConfigFault[] } {
  const { tree, errors } = parseSettings(text);
  // What follows a slip of the pen only repeats it.
  const faults = errors.slice(0, 1).map((error) => syntaxFault(error, text));
  if (!tree) return { config: emptyConfig, faults };
  const value: unknown = getNodeValue(tree);
  return {
    config: configOf(value),
    faults: faults.length > 0 ? faults : [...schemaFaults(tree, value), ...globFaults(tree)],
  };
}

/** The text of a settings file as a tree; without one where there is nothing but blanks and comments. */
export function parseSettings(text: string): { tree: Node | undefined; errors: readonly ParseError[] } {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return { tree, errors };
}

/** The parts of any value that are settings; the others are left out. */
export function configOf(value: unknown): Config {
  if (!isObject(value)) return emptyConfig;
  const sources = Array.isArray(value.sources) ? value.sources : [];
  const overrides = Array.isArray(value.overrides) ? value.overrides : [];
  return {
    rules: rulesOf(value.rules),
    style: styleOf(value.style),
    glossary: strings(value.glossary),
    words: strings(value.words),
    ignore: strings(value.ignore),
    overrides: overrides.filter(isObject).map((one) => ({
      files: strings(typeof one.files === 'string' ? [one.files] : one.files),
      rules: rulesOf(one.rules),
      style: styleOf(one.style),
      ...(Array.isArray(one.glossary) ? { glossary: strings(one.glossary) } : {}),
    })),
    sources: sources.filter((one) => isObject(one) && typeof one.match === 'string' && typeof one.source === 'string'),
  };
}

function rulesOf(value: unknown): Config['rules'] {
  const entries: Record<string, RuleEntry> = {};
  for (const [id, entry] of Object.entries(isObject(value) ? value : {})) {
    if (isLevel(entry)) entries[id] = entry;
    else if (Array.isArray(entry) && isLevel(entry[0]))
      entries[id] = [entry[0], isObject(entry[1]) ? (entry[1] as Options) : {}];
  }
  return entries;
}

// The name of a profile, or points with, perhaps, a profile beneath them.
function styleOf(value: unknown): Partial<Style> {
  if (typeof value === 'string') return profileOf(value);
  if (!isObject(value)) return {};
  const points = styleIds.flatMap((id) => (isStyleValue(id, value[id]) ? [[id, value[id]] as const] : []));
  return { ...profileOf(value.profile), ...Object.fromEntries(points) };
}

function profileOf(name: unknown): Partial<Style> {
  return typeof name === 'string' && Object.hasOwn(profiles, name) ? profiles[name as ProfileName] : {};
}

function isStyleValue(id: StyleId, value: unknown): boolean {
  return value === MIXED || stylePoints[id].values.includes(value as string);
}

function strings(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLevel(value: unknown): value is Level {
  return levels.includes(value as Level);
}
