import type { Node, ParseError } from 'jsonc-parser';
import { getNodeValue, parseTree } from 'jsonc-parser';
import { type Level, levels, type Options } from '../lint/rule.ts';
import { type StyleId, styleIds, stylePoints } from '../style/points.ts';
import { MIXED, type ProfileName, profiles, type Style } from '../style/style.ts';
import { type ConfigFault, globFaults, schemaFaults, syntaxFault } from './faults.ts';

export type { ConfigFault } from './faults.ts';

/** The name of the settings file in the project's root. */
export const CONFIG_NAME = '.yijiao.jsonc';

/** The content of a settings file, or of the editor's settings below it. Everything is optional and has a default. */
export interface Config {
  readonly rules: Readonly<Record<string, RuleEntry>>;
  /** Chosen style points. The others are learnt from the project's pages. */
  readonly style: Partial<Style>;
  /** The profile beneath these points, whose points are among them. */
  readonly profile?: ProfileName;
  /** Glossary files, relative to the project's root, with `/`. */
  readonly glossary: readonly string[];
  /** Words that the project writes in its own way, such as 豆瓣FM. Nothing inside of one is reported. */
  readonly words: readonly string[];
  /** Globs of pages that are not checked. */
  readonly ignore: readonly string[];
  /** Settings for some of the pages. Later ones take precedence. */
  readonly overrides: readonly Override[];
  /** Where the English source of a translation is: paths with `*` and `**`, which stand for the same in both. */
  readonly sources: readonly { readonly match: string; readonly source: string }[];
}

export interface Override {
  /** Globs, relative to the project's root. */
  readonly files: readonly string[];
  readonly rules: Config['rules'];
  readonly style: Config['style'];
  /** Replaces the project's glossary files; undefined keeps them. */
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
  // Further errors mostly follow from the first.
  const faults = errors.slice(0, 1).map((error) => syntaxFault(error, text));
  if (!tree) return { config: emptyConfig, faults };
  const value: unknown = getNodeValue(tree);
  return {
    config: configOf(value),
    faults: faults.length > 0 ? faults : [...schemaFaults(tree, value), ...globFaults(tree)],
  };
}

/** Parses a settings file. There is no tree if it has only whitespace and comments. */
export function parseSettings(text: string): { tree: Node | undefined; errors: readonly ParseError[] } {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return { tree, errors };
}

/** The valid settings of any value. Everything else is dropped. */
export function configOf(value: unknown): Config {
  if (!isObject(value)) return emptyConfig;
  const sources = Array.isArray(value.sources) ? value.sources : [];
  const overrides = Array.isArray(value.overrides) ? value.overrides : [];
  return {
    rules: rulesOf(value.rules),
    style: styleOf(value.style),
    ...profileNameOf(value.style),
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

// The name of a profile, or style points, perhaps on top of a profile.
function styleOf(value: unknown): Partial<Style> {
  if (typeof value === 'string') return profileOf(value);
  if (!isObject(value)) return {};
  const points = styleIds.flatMap((id) => (isStyleValue(id, value[id]) ? [[id, value[id]] as const] : []));
  return { ...profileOf(value.profile), ...Object.fromEntries(points) };
}

function profileOf(name: unknown): Partial<Style> {
  return isProfile(name) ? profiles[name] : {};
}

function profileNameOf(style: unknown): Pick<Config, 'profile'> {
  const name = isObject(style) ? style.profile : style;
  return isProfile(name) ? { profile: name } : {};
}

export function isProfile(name: unknown): name is ProfileName {
  return typeof name === 'string' && Object.hasOwn(profiles, name);
}

export function isStyleValue(id: StyleId, value: unknown): boolean {
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
