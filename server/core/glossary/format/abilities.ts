import type { Bilingual } from '../../text/bilingual.ts';

/** What a format may be able to hold, in the order of the table in the documentation. */
export const abilities = {
  wordings: {
    en: 'English names, preferred and forbidden wordings, notes',
    zh: '英文名、首选和禁用译法、备注',
  },
  kept: { en: 'terms that stay in English', zh: '保留英文的术语' },
  admitted: { en: 'admitted wordings', zh: '可用译法' },
  deprecated: { en: 'deprecated wordings', zh: '不推荐译法' },
  severalPreferred: { en: 'several preferred wordings', zh: '多个首选译法' },
  domain: { en: 'subject', zh: '领域' },
  details: { en: 'part of speech, region, references, id', zh: '词性、地区、依据、编号' },
  case: { en: 'case', zh: '大小写' },
  conventions: { en: 'conventions without English', zh: '不涉及英文的约定' },
  marks: { en: 'commas, slashes or parentheses in a term', zh: '术语中的逗号、斜杠或括号' },
  conditions: {
    en: 'senses by condition, first use, plural, prefixes, exceptions, suggestions, severity',
    zh: '按条件区分的义项、首次出现、单复数、前缀、例外、建议、级别',
  },
} as const satisfies Record<string, Bilingual>;

export type Ability = keyof typeof abilities;
