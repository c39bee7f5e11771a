import { type ParseErrorCode, printParseErrorCode } from 'jsonc-parser';
import type { Bilingual } from '../text/bilingual.ts';

/** Explains a JSON error in a settings file, and how to fix it. */
export function syntaxWords(code: ParseErrorCode): Bilingual {
  const { en, zh } = syntax[printParseErrorCode(code)] ?? {
    en: 'look for a comma, quotation mark or bracket too many',
    zh: '请检查是否有多余的逗号、引号或括号',
  };
  return { en: `This is not valid JSON: ${en}.`, zh: `不是有效的 JSON：${zh}。` };
}

const syntax: Readonly<Record<string, Bilingual>> = {
  InvalidSymbol: {
    en: 'put text and names in double quotation marks',
    zh: '文字和名称须加英文双引号',
  },
  PropertyNameExpected: {
    en: 'a name in double quotation marks is missing',
    zh: '此处应为加英文双引号的名称',
  },
  ValueExpected: { en: 'a value is missing', zh: '此处缺少值' },
  ColonExpected: { en: 'a colon is missing', zh: '此处缺少英文冒号“:”' },
  CommaExpected: { en: 'a comma or a closing bracket is missing', zh: '此处缺少英文逗号“,”或右括号' },
  CloseBraceExpected: { en: 'a “}” is missing', zh: '缺少“}”' },
  CloseBracketExpected: { en: 'a “]” is missing', zh: '缺少“]”' },
  EndOfFileExpected: { en: 'nothing may follow the last “}”', zh: '最后一个“}”之后不应再有内容' },
  UnexpectedEndOfComment: { en: 'the comment is not closed', zh: '注释没有结束' },
  UnexpectedEndOfString: { en: 'the quotation marks are not closed', zh: '引号没有闭合' },
};

/**
 * Explains an invalid value. `path` leads to it in the file; `keyword` is the part of the schema that it violates, and
 * `error` the message of the validator.
 */
export function valueWords(path: readonly string[], keyword: string, error: string): Bilingual {
  const name = path.findLast((part) => !/^\d+$/.test(part));
  if (name === undefined)
    return { en: 'The settings must be an object: { … }.', zh: '设置文件的内容应为对象：{ … }。' };
  const isEntry = path.at(-1) !== name;
  const of = isEntry
    ? { en: `Each entry of “${name}”`, zh: `“${name}”中的每一项` }
    : { en: `“${name}”`, zh: `“${name}”` };
  const missing = /property "([^"]+)"/.exec(error)?.[1];
  if (keyword === 'required' && missing)
    return { en: `${of.en} needs “${missing}”.`, zh: `${of.zh}都应包含“${missing}”。` };
  const limit = limits[keyword];
  if (limit) return { en: `${of.en} ${limit.en}.`, zh: `${of.zh}${limit.zh}。` };
  const type = types[/Expected "(\w+)"/.exec(error)?.[1] ?? ''] ?? types.globs!;
  return { en: `${of.en} must be ${type.en}.`, zh: `${of.zh}应为${type.zh}。` };
}

const limits: Record<string, Bilingual> = {
  minLength: { en: 'must not be empty', zh: '不能为空' },
  maxLength: { en: 'is too long', zh: '过长' },
  uniqueItems: { en: 'has the same entry twice', zh: '有重复的项' },
};

const types: Record<string, Bilingual> = {
  array: { en: 'a list: [ … ]', zh: '列表：[ … ]' },
  object: { en: 'an object: { … }', zh: '对象：{ … }' },
  string: { en: 'text in double quotation marks', zh: '加英文双引号的文字' },
  globs: { en: 'a glob such as "docs/blog/**", or a list of them', zh: '通配路径（如 "docs/blog/**"）或其列表' },
};
