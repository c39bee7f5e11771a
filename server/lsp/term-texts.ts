/** Texts about the entries of a glossary. */
export const texts = {
  preferred: { en: 'preferred', zh: '首选' },
  admitted: { en: 'admitted', zh: '可用' },
  deprecated: { en: 'discouraged', zh: '不推荐' },
  forbidden: { en: 'do not use', zh: '不用' },
  keep: { en: 'Keep it in English.', zh: '不翻译，保留英文。' },
  asCode: { en: 'Keep it in English where it is code.', zh: '作代码时保留英文。' },
  asClassName: { en: 'Keep it in English where it is the name of a class.', zh: '作类名时保留英文。' },
  firstUse: { en: 'first use', zh: '首次出现' },
  number: { en: 'Number', zh: '单复数' },
  domain: { en: 'Domain', zh: '领域' },
  region: { en: 'Region', zh: '地区' },
  context: { en: 'Where the English has', zh: '原文含有' },
  heading: { en: 'Under a heading with', zh: '标题含有' },
  files: { en: 'In pages', zh: '页面' },
  refs: { en: 'References', zh: '依据' },
  sense: { en: 'Sense', zh: '义项' },
  open: { en: 'Open', zh: '打开词条' },
  edit: { en: 'Edit', zh: '编辑' },
  uses: { en: 'Find all uses', zh: '查找所有出现位置' },
} as const;

/** The number of an English name that stays. */
export const numbers = {
  singular: { en: 'singular', zh: '单数' },
  plural: { en: 'plural', zh: '复数' },
  keep: { en: 'as in the source', zh: '与原文一致' },
} as const;
