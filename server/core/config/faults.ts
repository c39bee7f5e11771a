import { Validator } from '@cfworker/json-schema';
import { findNodeAtLocation, type Node, type ParseError } from 'jsonc-parser';
import { levels } from '../lint/rule.ts';
import { rules } from '../lint/rules/index.ts';
import { type StyleId, styleIds, stylePoints } from '../style/points.ts';
import { MIXED, profiles } from '../style/style.ts';
import type { Bilingual } from '../text/bilingual.ts';
import { closestName } from '../text/edit-distance.ts';
import { globFault } from '../text/glob.ts';
import { didYouMean, mustBeOneOf, noSuchRule } from '../text/shared-texts.ts';
import type { Span } from '../text/span.ts';
import { syntaxWords, valueWords } from './fault-texts.ts';
import { configSchema } from './schema.ts';

/** Something invalid in a settings file; UTF-16 offsets in the file. The rest of the file stays in force. */
export interface ConfigFault extends Span {
  /** An error unless given. */
  readonly level?: 'info';
  /** A fault of the JSON, whatever it is about: an editor of JSON says so by itself. */
  readonly isSyntax?: true;
  readonly message: Bilingual;
}

export function syntaxFault(error: ParseError, text: string): ConfigFault {
  const from = Math.min(error.offset, Math.max(0, text.length - 1));
  return {
    from,
    to: Math.min(text.length, from + Math.max(1, error.length)),
    isSyntax: true,
    message: syntaxWords(error.error),
  };
}

/** Reports the values that violate the schema. */
export function schemaFaults(tree: Node, value: unknown): ConfigFault[] {
  const validator = new Validator(configSchema(), '2020-12', false);
  const seen = new Set<string>();
  const faults: ConfigFault[] = [];
  const errors = validator.validate(value).errors.filter(({ keyword }) => !structural.has(keyword));
  for (const { instanceLocation, keyword, error } of errors) {
    // Report the deepest problem. Its ancestors are invalid only because of it.
    if (errors.some((other) => other.instanceLocation.startsWith(`${instanceLocation}/`))) continue;
    const path = instanceLocation.split('/').slice(1).map(unescapePointer);
    const { outer, inner } = divide(path);
    const [part, name] = inner;
    // A problem inside a rule or style point is reported for the whole of it, except for a problem in an option.
    const isWhole = part === 'style' || (part === 'rules' && !isOption(inner));
    const at = isWhole ? [...outer, ...inner.slice(0, 2)] : path;
    if (seen.has(at.join('/'))) continue;
    seen.add(at.join('/'));
    const node = nodeAt(tree, at);
    // For an unknown key, the key itself is at fault.
    const isKey =
      keyword === 'false' ||
      (name !== undefined && part === 'rules' && !ruleIds.has(name)) ||
      (name !== undefined && part === 'style' && !styleKeys.has(name));
    const place = isKey ? (node?.parent?.children?.[0] ?? node) : node;
    const from = place?.offset ?? 0;
    faults.push({ from, to: from + (place?.length ?? 0), message: faultMessage(inner, keyword, error) });
  }
  return faults;
}

/** Reports invalid globs. */
export function globFaults(tree: Node): ConfigFault[] {
  const overrides = findNodeAtLocation(tree, ['overrides'])?.children ?? [];
  const lists = [
    findNodeAtLocation(tree, ['ignore']),
    ...overrides.map((override) => findNodeAtLocation(override, ['files'])),
  ];
  const globs = lists.flatMap((node) => (node?.type === 'array' ? (node.children ?? []) : node ? [node] : []));
  return globs.flatMap((node) => {
    const fault = typeof node.value === 'string' && node.value !== '' ? globFault(node.value) : undefined;
    return fault ? [{ from: node.offset, to: node.offset + node.length, message: fault }] : [];
  });
}

function isOption(inner: readonly string[]): boolean {
  return inner.length > 3 && inner[2] === '1' && ruleIds.has(inner[1]!);
}

const ruleIds = new Set(rules.map((rule) => rule.id));
const styleKeys = new Set<string>(['profile', ...styleIds]);
const overrideKeys = ['files', 'rules', 'style', 'glossary'];

// These only repeat the fault of a value inside.
const structural = new Set(['properties', 'items', 'prefixItems', 'additionalProperties', '$ref']);

// An override has the same settings as the file itself.
function divide(path: readonly string[]): { outer: readonly string[]; inner: readonly string[] } {
  const isOverride = path[0] === 'overrides' && path.length > 2;
  return { outer: isOverride ? path.slice(0, 2) : [], inner: isOverride ? path.slice(2) : path };
}

function faultMessage(path: readonly string[], keyword: string, error: string): Bilingual {
  const name = path.at(-1) ?? '';
  if (isOption(path)) return optionFault(path[1]!, path[3]!, keyword === 'false');
  if (path[0] === 'rules' && path.length > 1) return ruleFault(path[1]!);
  if (path[0] === 'style') return styleFault(path);
  if (keyword === 'false') {
    const { en, zh } = didYouMean(closestName(name, [...settingNames(), ...overrideKeys]));
    return { en: `Unknown setting “${name}”.${en}`, zh: `未知的设置“${name}”。${zh}` };
  }
  return valueWords(path, keyword, error);
}

function optionFault(id: string, name: string, isUnknown: boolean): Bilingual {
  const { options, optionHelp } = rules.find((rule) => rule.id === id)!;
  const names = Object.keys(options);
  if (isUnknown && names.length === 0) return { en: `“${id}” has no options.`, zh: `“${id}”没有选项。` };
  if (isUnknown) {
    const { en, zh } = didYouMean(closestName(name, names));
    return {
      en: `“${id}” has no option “${name}”.${en || ` It has ${names.join(', ')}.`}`,
      zh: `“${id}”没有名为“${name}”的选项。${zh || `可用的选项：${names.join('、')}。`}`,
    };
  }
  const help = optionHelp?.[name];
  return {
    en: `“${name}” has a wrong value. It must look like ${JSON.stringify(options[name])}. ${help?.en ?? ''}`.trim(),
    zh: `“${name}”的值不正确，应形如 ${JSON.stringify(options[name])}。${help?.zh ?? ''}`,
  };
}

function ruleFault(id: string): Bilingual {
  if (!ruleIds.has(id)) return noSuchRule(id, ruleIds);
  return {
    en: `The setting of “${id}” must be one of ${levels.join(', ')}, or [level, { options }].`,
    zh: `“${id}”的值应为 ${levels.join('、')} 之一，或 [级别, { 选项 }]。`,
  };
}

function styleFault(path: readonly string[]): Bilingual {
  const [, key] = path;
  if (key !== undefined && !styleKeys.has(key)) {
    const { en, zh } = didYouMean(closestName(key, styleKeys));
    return { en: `There is no point of style “${key}”.${en}`, zh: `没有名为“${key}”的风格项。${zh}` };
  }
  const point = key === undefined || key === 'profile' ? undefined : stylePoints[key as StyleId];
  const values = point ? [...point.values, MIXED] : Object.keys(profiles);
  const name = path.at(-1) ?? '';
  return mustBeOneOf(name, values);
}

function settingNames(): string[] {
  return Object.keys(configSchema().properties as object);
}

function nodeAt(tree: Node, path: readonly string[]): Node | undefined {
  const segments = path.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  for (let length = segments.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, segments.slice(0, length));
    if (node) return node;
  }
  return undefined;
}

function unescapePointer(part: string): string {
  return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
}
