import { type StyleId, stylePoints } from '../style/points.ts';
import { profiles } from '../style/style.ts';
import { meaningOf, valuesOf } from '../style/texts.ts';
import type { Bilingual, Language } from '../text/bilingual.ts';
import { defaultLevel, type Example, exampleFormat, type Rule } from './rule.ts';

/** The documentation of a rule in one language: Markdown that starts with its title as a second-level heading. */
export function ruleText(rule: Rule, language: Language): string {
  const say = (text: Bilingual) => text[language];
  const styled = Object.entries(rule.styledExamples ?? {});
  const first = rule.style ? stylePoints[rule.style].values[0]! : undefined;
  return [
    `## ${say(rule.title)}`,
    table([texts.group, texts.level, texts.fix].map(say), [
      [rule.group, levelOf(rule, language), say(fixNames[rule.fix])],
    ]),
    `### ${say(texts.why)}`,
    say(rule.why),
    ...(rule.style ? [`### ${say(texts.styleHead)}`, ...styleParts(rule.style, language)] : []),
    ...optionParts(rule, language),
    ...(rule.exampleGlossary ? [`### ${say(texts.glossary)}`, fence(exampleFormat(rule), rule.exampleGlossary)] : []),
    ...exampleParts(rule.examples, language, first && texts.condition(rule.style!, first)[language]),
    ...(rule.translatedExamples ?? []).flatMap(({ english, chinese }) => [
      `### ${say(texts.source)}`,
      fence('markdown', english),
      ...exampleParts([chinese], language),
    ]),
    ...styled.flatMap(([value, examples]) =>
      exampleParts(examples, language, texts.condition(rule.style!, value)[language]),
    ),
    `### ${say(texts.settings)}`,
    fence(
      'jsonc',
      `// .yijiao.jsonc\n{ "rules": { "${rule.id}": "${defaultLevel(rule) === 'off' ? rule.level : 'off'}" } }`,
    ),
    say(texts.comments),
    fence(
      'markdown',
      `<!-- yijiao-disable-next-line ${rule.id} -- ${say(texts.reason)} -->\n<!-- yijiao-disable-file ${rule.id} -->`,
    ),
  ].join('\n\n');
}

function levelOf(rule: Rule, language: Language): string {
  const level = `\`${rule.level}\``;
  if (defaultLevel(rule) !== 'off') return level;
  return `\`off\` (${(rule.nursery ? texts.nursery : texts.optional)(level)[language]})`;
}

export const fixNames: Readonly<Record<Rule['fix'], Bilingual>> = {
  safe: { en: 'automatic', zh: '自动' },
  suggest: { en: 'by choice', zh: '由人选择' },
  none: { en: 'none', zh: '无' },
};

const texts = {
  group: { en: 'group', zh: '类别' },
  level: { en: 'level', zh: '级别' },
  fix: { en: 'fix', zh: '修复' },
  nursery: (level: string) => ({ en: `new: ${level} when it is turned on`, zh: `新规则，启用后为 ${level}` }),
  optional: (level: string) => ({ en: `${level} when it is turned on`, zh: `启用后为 ${level}` }),
  why: { en: 'Why', zh: '理由' },
  styleHead: { en: 'Style', zh: '风格' },
  style: (id: StyleId) => ({
    en: `The rule follows the style point \`${id}\` (${stylePoints[id].title.en}). Where the settings say nothing, the pages of the project decide.`,
    zh: `本规则遵循风格项 \`${id}\`（${stylePoints[id].title.zh}）。设置中未指定时，从项目的页面中判断。`,
  }),
  condition: (id: StyleId, value: string) => ({
    en: ` where \`${id}\` is \`${value}\``,
    zh: `（\`${id}\` 为 \`${value}\` 时）`,
  }),
  value: { en: 'value', zh: '值' },
  meaning: { en: 'what it asks for', zh: '要求' },
  profiles: { en: 'profiles', zh: '预设' },
  options: { en: 'Options', zh: '选项' },
  option: { en: 'option', zh: '选项' },
  type: { en: 'type', zh: '类型' },
  standard: { en: 'default', zh: '默认' },
  help: { en: 'what it is for', zh: '说明' },
  glossary: { en: 'Glossary of the examples', zh: '例子所用的术语表' },
  source: { en: 'Beside this source', zh: '原文如下时' },
  reported: { en: 'Reported', zh: '会报告' },
  byHand: { en: 'Reported, without a quick fix', zh: '会报告，但没有快速修复' },
  kept: { en: 'Left alone', zh: '不报告' },
  settings: { en: 'Settings', zh: '设置' },
  comments: { en: 'Or in a page:', zh: '或在页面中：' },
  reason: { en: 'why', zh: '原因' },
} as const;

function styleParts(id: StyleId, language: Language): string[] {
  const rows = valuesOf(id).map((value) => {
    const names = Object.entries(profiles).filter(([, profile]) => (profile as Record<string, string>)[id] === value);
    return [`\`${value}\``, meaningOf(id, value)[language], names.map(([name]) => `\`${name}\``).join(' ')];
  });
  return [
    texts.style(id)[language],
    table([texts.value[language], texts.meaning[language], texts.profiles[language]], rows),
    fence('jsonc', `// .yijiao.jsonc\n{ "style": { "${id}": "${stylePoints[id].values[0]}" } }`),
  ];
}

function optionParts({ id, options, optionHelp }: Rule, language: Language): string[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [];
  const rows = entries.map(([name, value]) => [
    `\`${name}\``,
    typeNames[Array.isArray(value) ? 'list' : (typeof value as 'string')][language],
    `\`${JSON.stringify(value)}\``,
    optionHelp?.[name]?.[language] ?? '',
  ]);
  const heads = [texts.option, texts.type, texts.standard, texts.help].map((head) => head[language]);
  const [name, value] = entries[0]!;
  return [
    `### ${texts.options[language]}`,
    table(heads, rows),
    fence('jsonc', `// .yijiao.jsonc\n{ "rules": { "${id}": ["warning", { "${name}": ${JSON.stringify(value)} }] } }`),
  ];
}

const typeNames = {
  list: { en: 'list of texts', zh: '文本列表' },
  string: { en: 'text', zh: '文本' },
  number: { en: 'number', zh: '数字' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
} as const;

function exampleParts(examples: readonly Example[], language: Language, where = ''): string[] {
  const changes = examples.flatMap((example) => (typeof example === 'string' ? [] : [example]));
  const kept = examples.filter((example) => typeof example === 'string');
  const reported = (heading: Bilingual, some: typeof changes) => [
    ...(some.length > 0 ? [`### ${heading[language]}${where}`] : []),
    ...some.map(([bad, good]) => fence('diff', bad === good ? minus(bad) : `${minus(bad)}\n${plus(good)}`)),
  ];
  return [
    ...reported(
      texts.reported,
      changes.filter(([, , by]) => by !== 'hand'),
    ),
    ...reported(
      texts.byHand,
      changes.filter(([, , by]) => by === 'hand'),
    ),
    ...(kept.length > 0 ? [`### ${texts.kept[language]}${where}`] : []),
    ...kept.map((example) => fence('markdown', example)),
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(heads), `|${' --- |'.repeat(heads.length)}`, ...rows.map(row)].join('\n');
}

function fence(language: string, content: string): string {
  const text = content.trimEnd();
  const marks = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map((run) => run[0].length + 1)));
  return `${marks}${language}\n${text}\n${marks}`;
}

function minus(text: string): string {
  return text.replace(/^/gm, '- ');
}

function plus(text: string): string {
  return text.replace(/^/gm, '+ ');
}
