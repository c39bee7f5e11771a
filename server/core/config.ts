import { Validator } from '@cfworker/json-schema';
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { RuleSettings } from './lint/lint.ts';
import { type Level, levels, type Options, type Rule } from './lint/rule.ts';
import { rules } from './lint/rules/index.ts';
import { type StyleId, styleIds, stylePoints } from './style/points.ts';
import { MIXED, type ProfileName, profiles, type Style } from './style/style.ts';
import type { Bilingual } from './text/bilingual.ts';
import type { Span } from './text/span.ts';

/** The name of the settings file, which stands in the project's root. */
export const CONFIG_NAME = '.yijiao.jsonc';

/** What a settings file, or the editor's settings beneath it, say. Everything is optional; defaults apply. */
export interface Config {
  readonly rules: Readonly<Record<string, RuleEntry>>;
  /** Glossary files, or globs of them, relative to the project's root, with `/`; the first goes before the others. */
  readonly glossary: readonly string[];
  /** Where the English source of a translation lies: paths with `*` and `**`, which stand for the same in both. */
  readonly sources: readonly { readonly match: string; readonly source: string }[];
  /** Points of style that are settled; the others are found in the project's pages. */
  readonly style: Partial<Style>;
}

export type RuleEntry = Level | readonly [Level, Options?];

export const emptyConfig: Config = { rules: {}, glossary: [], sources: [], style: {} };

/** Something in a settings file that cannot hold; UTF-16 offsets in the file. The rest of the file stays in force. */
export interface ConfigFault extends Span {
  readonly message: Bilingual;
}

/** Reads the text of a settings file (JSON with comments). Never throws. */
export function readConfig(text: string): { config: Config; faults: readonly ConfigFault[] } {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  // What follows a slip of the pen only repeats it.
  const faults = errors.slice(0, 1).map((error) => syntaxFault(error, text));
  if (!tree) return { config: emptyConfig, faults };
  const value: unknown = getNodeValue(tree);
  return { config: configOf(value), faults: faults.length > 0 ? faults : schemaFaults(tree, value) };
}

/** The settings that hold for the rules: what `configs` say, later ones over earlier ones, over the rules' defaults. */
export function ruleSettings(...configs: readonly Config[]): ReadonlyMap<string, RuleSettings> {
  return new Map(
    rules.map((rule) => {
      let level: Level = rule.level;
      let options = rule.options;
      for (const { rules: entries } of configs) {
        const entry = entries[rule.id];
        if (entry === undefined) continue;
        level = typeof entry === 'string' ? entry : entry[0];
        if (typeof entry !== 'string' && entry[1]) options = { ...options, ...entry[1] };
      }
      return [rule.id, { level, options }];
    }),
  );
}

/** The parts of any value that are settings; the others are left out. */
export function configOf(value: unknown): Config {
  if (!isObject(value)) return emptyConfig;
  const entries: Record<string, RuleEntry> = {};
  for (const [id, entry] of Object.entries(isObject(value.rules) ? value.rules : {})) {
    if (isLevel(entry)) entries[id] = entry;
    else if (Array.isArray(entry) && isLevel(entry[0]))
      entries[id] = [entry[0], isObject(entry[1]) ? (entry[1] as Options) : {}];
  }
  const strings = (list: unknown) => (Array.isArray(list) ? list.filter((item) => typeof item === 'string') : []);
  const sources = Array.isArray(value.sources) ? value.sources : [];
  return {
    rules: entries,
    glossary: strings(value.glossary),
    sources: sources.filter((one) => isObject(one) && typeof one.match === 'string' && typeof one.source === 'string'),
    style: styleOf(value.style),
  };
}

// The name of a profile, or points with, perhaps, a profile beneath them.
function styleOf(value: unknown): Partial<Style> {
  if (typeof value === 'string') return profiles[value as ProfileName] ?? {};
  if (!isObject(value)) return {};
  const points = styleIds.flatMap((id) => (isStyleValue(id, value[id]) ? [[id, value[id]] as const] : []));
  return { ...profiles[value.profile as ProfileName], ...Object.fromEntries(points) };
}

function isStyleValue(id: StyleId, value: unknown): boolean {
  return value === MIXED || stylePoints[id].values.includes(value as string);
}

/** The JSON schema of the settings file, derived from the rules. */
export function configSchema(): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Yijiao settings · 译校设置',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: {
        type: 'object',
        description: 'The level of each rule, or [level, options]. · 每条规则的级别，或 [级别, 选项]。',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
      },
      style: {
        description:
          'A profile, or points of style; what is not settled here is found in the pages. · 风格：预设名，或逐点指定；未指定的从项目页面中判断。',
        anyOf: [
          { enum: Object.keys(profiles) },
          {
            type: 'object',
            additionalProperties: false,
            properties: {
              profile: { enum: Object.keys(profiles) },
              ...Object.fromEntries(styleIds.map((id) => [id, stylePointSchema(id)])),
            },
          },
        ],
      },
      glossary: {
        type: 'array',
        description:
          'Glossary files, or globs of them, relative to this file; where they disagree, the first holds. · 术语表文件或通配路径，相对于本文件；有冲突时以靠前者为准。',
        items: { type: 'string', minLength: 1 },
      },
      sources: {
        type: 'array',
        description: 'Where the English source of a translation lies. · 译文对应的英文原文位置。',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['match', 'source'],
          properties: {
            match: { type: 'string', description: 'A glob of translations. · 译文的通配路径。' },
            source: { type: 'string', description: 'The path of the source. · 原文路径。' },
          },
        },
      },
    },
  };
}

function stylePointSchema(id: StyleId): Record<string, unknown> {
  const { title, values } = stylePoints[id];
  return { description: `${title.en}. · ${title.zh}。`, enum: [...values, MIXED] };
}

function ruleSchema(rule: Rule): Record<string, unknown> {
  const options = Object.entries(rule.options).map(([name, value]) => [
    name,
    { type: optionType(value), default: value },
  ]);
  return {
    description: `${rule.title.en}. · ${rule.title.zh}。`,
    default: rule.level,
    anyOf: [
      { enum: levels },
      {
        type: 'array',
        minItems: 1,
        maxItems: 2,
        prefixItems: [
          { enum: levels },
          { type: 'object', additionalProperties: false, properties: Object.fromEntries(options) },
        ],
      },
    ],
  };
}

function optionType(value: Options[string]): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

function schemaFaults(tree: Node, value: unknown): ConfigFault[] {
  const validator = new Validator(configSchema(), '2020-12', false);
  const seen = new Set<string>();
  const faults: ConfigFault[] = [];
  const errors = validator.validate(value).errors.filter(({ keyword }) => !structural.has(keyword));
  for (const { instanceLocation, keyword, error } of errors) {
    // The fault is where it lies deepest; what holds it is at fault only because of it.
    if (errors.some((other) => other.instanceLocation.startsWith(`${instanceLocation}/`))) continue;
    const path = instanceLocation.split('/').slice(1).map(unescapePointer);
    const isRule = path[0] === 'rules' && path.length > 1;
    const at = isRule || path[0] === 'style' ? path.slice(0, 2) : path;
    if (seen.has(at.join('/'))) continue;
    seen.add(at.join('/'));
    const node = nodeAt(tree, at);
    // A key that is not known is at fault itself, not its value.
    const unknown = keyword === 'false' || (path[0] === 'style' && path.length > 1 && !known.has(path[1]!));
    const place =
      unknown || (isRule && !rules.some((rule) => rule.id === path[1])) ? (node?.parent?.children?.[0] ?? node) : node;
    const from = place?.offset ?? 0;
    faults.push({ from, to: from + (place?.length ?? 0), message: faultMessage(path, keyword, error) });
  }
  return faults;
}

const known = new Set<string>(['profile', ...styleIds]);

// These only repeat the fault of a value inside.
const structural = new Set(['properties', 'items', 'prefixItems', 'additionalProperties']);

function faultMessage(path: readonly string[], keyword: string, error: string): Bilingual {
  const name = path.at(-1) ?? '';
  if (path[0] === 'rules' && path.length > 1) {
    const id = path[1]!;
    if (!rules.some((rule) => rule.id === id)) {
      return { en: `There is no rule “${id}”.`, zh: `没有名为“${id}”的规则。` };
    }
    const list = levels.join(', ');
    return {
      en: `The setting of “${id}” must be one of ${list}, or [level, { options }].`,
      zh: `“${id}”的值应为 ${list} 之一，或 [级别, { 选项 }]。`,
    };
  }
  if (path[0] === 'style') {
    const id = path[1] as StyleId | undefined;
    const values = id && stylePoints[id] ? [...stylePoints[id].values, MIXED] : Object.keys(profiles);
    if (id && id !== ('profile' as string) && !stylePoints[id]) {
      return { en: `There is no point of style “${id}”.`, zh: `没有名为“${id}”的风格项。` };
    }
    const list = values.join(', ');
    return { en: `“${name}” must be one of ${list}.`, zh: `“${name}”的值应为 ${list} 之一。` };
  }
  if (keyword === 'false') return { en: `Unknown setting “${name}”.`, zh: `未知的设置“${name}”。` };
  return { en: `“${name}” has a wrong value: ${error}`, zh: `“${name}”的值不正确：${error}` };
}

function nodeAt(tree: Node, path: readonly string[]): Node | undefined {
  const segments = path.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  for (let length = segments.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, segments.slice(0, length));
    if (node) return node;
  }
  return undefined;
}

function syntaxFault(error: ParseError, text: string): ConfigFault {
  const from = Math.min(error.offset, Math.max(0, text.length - 1));
  const code = printParseErrorCode(error.error);
  return {
    from,
    to: Math.min(text.length, from + Math.max(1, error.length)),
    message: { en: `This is not valid JSON: ${code}.`, zh: `不是有效的 JSON：${code}。` },
  };
}

function unescapePointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLevel(value: unknown): value is Level {
  return levels.includes(value as Level);
}
