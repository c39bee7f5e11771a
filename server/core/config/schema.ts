import { formatNames } from '../glossary/format/index.ts';
import { defaultLevel, type Level, levels, type Options, type Rule } from '../lint/rule.ts';
import { rules } from '../lint/rules/index.ts';
import { type StyleId, styleIds, stylePoints } from '../style/points.ts';
import { profiles } from '../style/style.ts';
import { meaningOf, valuesOf } from '../style/texts.ts';
import { type Bilingual, inBoth } from '../text/bilingual.ts';

type Schema = Record<string, unknown>;

/** The JSON schema of the settings file, derived from the rules. Editors use it for completion and hovers. */
export function configSchema(): Schema {
  const files = {
    description: inBoth({
      en: 'Globs of pages, relative to the folder of this file. A name without “/” matches at any depth. A folder means everything below it. “!” at the start excludes.',
      zh: '页面的通配路径，相对于本文件所在的文件夹。不含“/”的名称匹配任意层级，文件夹表示其下全部内容，以“!”开头表示排除。',
    }),
    anyOf: [
      { $ref: '#/$defs/glob' },
      { type: 'array', minItems: 1, items: { $ref: '#/$defs/glob' }, default: ['docs/blog/**'] },
    ],
  };
  const shared = {
    rules: { $ref: '#/$defs/rules' },
    style: { $ref: '#/$defs/style' },
    glossary: { $ref: '#/$defs/glossary' },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Yijiao settings · 译校设置',
    type: 'object',
    additionalProperties: false,
    defaultSnippets: [
      {
        label: inBoth({ en: 'A first settings file', zh: '初始设置' }),
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the editor's, not of JavaScript.
        body: { style: '^${1|"huggingface","kubernetes","mdn","vue","react"|}', rules: {}, words: [] },
      },
    ],
    properties: {
      $schema: { type: 'string' },
      ...shared,
      words: {
        description: inBoth({
          en: 'Words to leave as they are, such as 豆瓣FM: nothing inside one is reported. Case matters.',
          zh: '照原样书写的词，如“豆瓣FM”：词内不作报告。区分大小写。',
        }),
        type: 'array',
        uniqueItems: true,
        items: { type: 'string', minLength: 1, maxLength: 100 },
        default: [],
      },
      ignore: {
        description: inBoth({
          en: 'Globs of pages that are not checked, relative to the folder of this file.',
          zh: '不检查的页面的通配路径，相对于本文件所在的文件夹。',
        }),
        type: 'array',
        items: { $ref: '#/$defs/glob' },
        default: [],
      },
      overrides: {
        description: inBoth({
          en: 'Other settings for some of the pages. Where several fit a page, later ones win.',
          zh: '部分页面的不同设置。同时符合多项时，后面的优先。',
        }),
        type: 'array',
        defaultSnippets: [
          {
            label: inBoth({ en: 'Other settings for some pages', zh: '部分页面的设置' }),
            // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the editor's, not of JavaScript.
            body: [{ files: '${1:docs/blog/**}', rules: { $2: '${3|off,hint,info,warning,error|}' } }],
          },
        ],
        items: { type: 'object', additionalProperties: false, required: ['files'], properties: { files, ...shared } },
        default: [],
      },
      sources: {
        type: 'array',
        description: inBoth({
          en: 'Where the English source of a translation lies; “*” and “**” stand for the same in both paths.',
          zh: '译文对应的英文原文位置；“*”和“**”在两条路径中代表相同的内容。',
        }),
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['match', 'source'],
          defaultSnippets: [{ label: 'zh → en', body: { match: 'docs/zh/**/*.md', source: 'docs/en/**/*.md' } }],
          properties: {
            match: { type: 'string', description: inBoth({ en: 'The path of translations.', zh: '译文的路径。' }) },
            source: { type: 'string', description: inBoth({ en: 'The path of the source.', zh: '原文的路径。' }) },
          },
        },
        default: [],
      },
    },
    $defs: {
      glob: { type: 'string', minLength: 1, maxLength: 300 },
      level: {
        type: 'string',
        enum: levels,
        enumDescriptions: levels.map((level) => inBoth(levelMeanings[level])),
      },
      rules: {
        type: 'object',
        description: inBoth({
          en: 'The level of each rule, or [level, { options }].',
          zh: '每条规则的级别，或 [级别, { 选项 }]。',
        }),
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
        default: {},
      },
      style: {
        description: inBoth({
          en: 'A profile, or single points of style. What is not set here is found in the pages.',
          zh: '风格：预设名，或逐点指定；未指定的从项目页面中判断。',
        }),
        anyOf: [
          profileSchema(),
          {
            type: 'object',
            additionalProperties: false,
            properties: {
              profile: profileSchema(),
              ...Object.fromEntries(styleIds.map((id) => [id, stylePointSchema(id)])),
            },
          },
        ],
      },
      glossary: {
        type: 'array',
        description: inBoth({
          en: `Glossary files (${formatNames.en}) or globs of them, relative to the folder of this file.`,
          zh: `术语表文件（${formatNames.zh}）或其通配路径，相对于本文件所在的文件夹。`,
        }),
        items: { type: 'string', minLength: 1 },
        default: ['glossary.csv'],
      },
    },
  };
}

/** What each level means to users. */
export const levelMeanings: Readonly<Record<Level, Bilingual>> = {
  error: { en: 'Wrong; “yijiao check” fails.', zh: '有错误；“yijiao check”不通过。' },
  warning: { en: 'Should be fixed; “yijiao check” fails.', zh: '应修改；“yijiao check”不通过。' },
  info: { en: 'Worth a look; “yijiao check” fails.', zh: '值得一看；“yijiao check”不通过。' },
  hint: { en: 'Shown without a squiggle; “yijiao check” passes.', zh: '不划波浪线；“yijiao check”通过。' },
  off: { en: 'Not reported.', zh: '不报告。' },
};

function profileSchema(): Schema {
  const names = Object.keys(profiles);
  return {
    type: 'string',
    enum: names,
    description: inBoth({ en: 'What a team or a standard asks for.', zh: '某个团队或标准的要求。' }),
  };
}

function stylePointSchema(id: StyleId): Schema {
  const { title } = stylePoints[id];
  const values = valuesOf(id);
  return {
    description: inBoth({ en: `${title.en}.`, zh: `${title.zh}。` }),
    type: 'string',
    enum: values,
    enumDescriptions: values.map((value) => inBoth(meaningOf(id, value))),
  };
}

function ruleSchema(rule: Rule): Schema {
  const options = Object.entries(rule.options).map(([name, value]) => [name, optionSchema(rule, name, value)]);
  return {
    description: inBoth({ en: `${rule.title.en}.`, zh: `${rule.title.zh}。` }),
    markdownDescription: `${inBoth(rule.title)}\n\n${rule.why.en}\n\n${rule.why.zh}`,
    default: defaultLevel(rule),
    anyOf: [
      { $ref: '#/$defs/level' },
      {
        type: 'array',
        minItems: 1,
        maxItems: 2,
        prefixItems: [
          { $ref: '#/$defs/level' },
          { type: 'object', additionalProperties: false, properties: Object.fromEntries(options) },
        ],
      },
    ],
  };
}

function optionSchema(rule: Rule, name: string, value: Options[string]): Schema {
  const help = rule.optionHelp?.[name];
  return {
    ...(help ? { description: inBoth(help) } : {}),
    ...(Array.isArray(value) ? { type: 'array', items: { type: 'string' } } : { type: typeof value }),
    default: value,
  };
}
