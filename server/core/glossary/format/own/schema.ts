import { type Bilingual, inBoth } from '../../../text/bilingual.ts';
import { caseModes, firstUses, keptKinds, matchModes, plurals, regions, severities } from '../../term.ts';

/** An entry of our own format, as written in the file. */
export interface FileEntry {
  readonly source?: Words;
  readonly id?: string;
  readonly senses?: readonly FileSense[];
}

/** A sense of an entry. Fields of the entry itself apply to all of its senses. */
export interface FileSense {
  readonly target?: FileRenderings;
  readonly admitted?: FileRenderings;
  readonly deprecated?: FileRenderings;
  readonly forbidden?: FileRenderings;
  readonly doNotTranslate?: boolean | (typeof keptKinds)[number];
  readonly pos?: string;
  readonly case?: (typeof caseModes)[number];
  readonly inflect?: boolean;
  readonly match?: (typeof matchModes)[number];
  readonly except?: Words;
  readonly domain?: string;
  readonly region?: (typeof regions)[number];
  readonly when?: { readonly context?: Words; readonly heading?: Words; readonly files?: Words };
  readonly firstUse?: string;
  readonly plural?: (typeof plurals)[number];
  readonly severity?: (typeof severities)[number];
  readonly refs?: Words;
  readonly note?: string;
}

export type Words = string | readonly string[];
export type FileRendering = string | { readonly text: string; readonly suggest?: string; readonly except?: Words };
export type FileRenderings = FileRendering | readonly FileRendering[];

/** The JSON schema of a file. */
export function glossarySchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Yijiao glossary · 译校术语表',
    anyOf: [
      { type: 'array', items: { $ref: '#/$defs/entry' } },
      {
        type: 'object',
        additionalProperties: false,
        required: ['terms'],
        properties: {
          $schema: { type: 'string' },
          terms: { type: 'array', description: inBoth(fields.terms), items: { $ref: '#/$defs/entry' } },
        },
      },
    ],
    $defs: { entry: entrySchema() },
  };
}

/** The JSON schema of an entry. */
export function entrySchema(): Schema {
  const { source, id, senses, ...rest } = schemas;
  const inSense = described(rest);
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...described({ id, source }),
      ...inSense,
      ...described({
        senses: { ...senses, items: { type: 'object', additionalProperties: false, properties: inSense } },
      }),
    },
  };
}

/** What each field is for. Faults quote it. */
export const fields = {
  terms: { en: 'The entries.', zh: '词条列表。' },
  id: { en: 'A name for the entry that other tools know it by.', zh: '词条编号，供其他工具引用。' },
  source: {
    en: 'The English name, or a list of names, the head word first. Leave it out for a convention about Chinese alone.',
    zh: '英文术语，可为列表，首项为词头。只约定中文写法时可省略。',
  },
  target: { en: 'The preferred Chinese wording, or a list.', zh: '首选译法，可为列表。' },
  admitted: { en: 'Wordings that are allowed as well.', zh: '也可使用的译法。' },
  deprecated: { en: 'Wordings that are discouraged.', zh: '不推荐的译法。' },
  forbidden: { en: 'Wordings that are wrong.', zh: '禁用的译法。' },
  doNotTranslate: {
    en: 'The English stays: always (`true`), only as code (`asCode`) or as the name of a class (`asClassName`).',
    zh: '保留英文：总是（`true`）、仅作代码时（`asCode`）或仅作类名时（`asClassName`）。',
  },
  pos: { en: 'The part of speech: noun, verb, adjective, adverb.', zh: '词性：noun、verb、adjective、adverb。' },
  case: {
    en: '`yes`: exactly as written; `permissive`: with at least the capitals that are written; `no`: any case.',
    zh: '大小写：`yes` 须完全一致；`permissive` 至少写明的大写须一致；`no` 不区分。',
  },
  inflect: {
    en: '`false`: neither plurals nor singulars of the names.',
    zh: '`false` 表示不匹配单复数变形。',
  },
  match: {
    en: '`word`: whole words; `prefix`: also the beginning of a word.',
    zh: '`word` 整词匹配；`prefix` 也匹配单词开头。',
  },
  except: {
    en: 'Longer English names that hold this one and mean something else.',
    zh: '包含此术语但含义不同的更长英文。',
  },
  domain: { en: 'The subject: CSS, 机器学习.', zh: '领域，如 CSS、机器学习。' },
  region: { en: 'The Chinese that it belongs to; without it, any.', zh: '适用的中文地区；省略则不限。' },
  when: {
    en: 'Where this sense holds: English words in the same block (`context`), words in a heading above (`heading`), globs of pages (`files`).',
    zh: '此义项适用的条件：同段英文含有的词（`context`）、上级标题含有的词（`heading`）、页面通配路径（`files`）。',
  },
  firstUse: {
    en: 'How a page names the term for the first time.',
    zh: '页面中首次出现时的写法。',
  },
  plural: {
    en: 'The number of an English name that stays in Chinese: always this one, or (`keep`) that of the source.',
    zh: '中文里保留的英文名用单数、复数，或（`keep`）与原文一致。',
  },
  severity: {
    en: 'The level of its findings, in place of that of the rule; `off` keeps it for hover and completion alone.',
    zh: '问题的级别，代替规则自身的级别；`off` 表示只用于悬停和补全。',
  },
  refs: { en: 'Where the decision comes from: addresses, titles, issues.', zh: '依据：网址、文献或讨论。' },
  note: { en: 'Anything else that a translator should know.', zh: '其他说明。' },
  senses: {
    en: 'Several senses, each with a target and the condition under which it holds.',
    zh: '多个义项，各有译法和适用条件。',
  },
} satisfies Record<string, Bilingual>;

type Schema = Record<string, unknown>;

const text: Schema = { type: 'string', minLength: 1, maxLength: 500, pattern: '\\S' };
const words: Schema = { anyOf: [text, { type: 'array', minItems: 1, items: text }] };
const rendering: Schema = {
  anyOf: [
    text,
    {
      type: 'object',
      additionalProperties: false,
      required: ['text'],
      properties: { text, suggest: text, except: words },
    },
  ],
};
const renderings: Schema = { anyOf: [...(rendering.anyOf as Schema[]), { type: 'array', items: rendering }] };

const schemas = {
  id: text,
  source: words,
  target: renderings,
  admitted: renderings,
  deprecated: renderings,
  forbidden: renderings,
  doNotTranslate: { enum: [true, false, ...keptKinds] },
  pos: text,
  case: { enum: caseModes },
  inflect: { type: 'boolean' },
  match: { enum: matchModes },
  except: words,
  domain: text,
  region: { enum: regions },
  when: {
    type: 'object',
    additionalProperties: false,
    properties: { context: words, heading: words, files: words },
  },
  firstUse: { enum: [...firstUses, 'zh(en)', 'en(zh)'] },
  plural: { enum: plurals },
  severity: { enum: severities },
  refs: words,
  note: { type: 'string', maxLength: 5000 },
  senses: { type: 'array', minItems: 1 },
} satisfies Record<Exclude<keyof typeof fields, 'terms'>, Schema>;

function described(some: Partial<Record<keyof typeof schemas, Schema>>): Schema {
  return Object.fromEntries(
    Object.entries(some).map(([name, schema]) => [
      name,
      { description: inBoth(fields[name as keyof typeof fields]), ...schema },
    ]),
  );
}
