import type { Bilingual } from '../../text/bilingual.ts';

/** Everything that can be wrong in a glossary file, as its author reads it. */
export const faults = {
  unclosedQuote: {
    en: 'This quotation mark is never closed, so the row is left out. Close it, or double it (`""`) to mean the character.',
    zh: '此引号没有闭合，已跳过这一行。请补上另一半；若要表示引号字符本身，请写两遍（`""`）。',
  },
  severalLines: {
    en: 'The term runs over several lines, so the row is left out. Is a quotation mark missing?',
    zh: '术语跨越多行，已跳过这一行。是否缺了引号？',
  },
  tooLong: {
    en: 'This cell is too long for a term, so the row is left out. Shorten it.',
    zh: '单元格过长，不像是术语，已跳过这一行。请缩短。',
  },
  noEnglish: {
    en: 'This row has no English term. Add one.',
    zh: '这一行没有英文术语。请补上。',
  },
  noChinese: {
    en: 'This row has no Chinese translation. Write `不翻译` if the term stays in English.',
    zh: '这一行没有中文译法。若术语保留英文，请写“不翻译”。',
  },
  noColumns: {
    en: 'The columns of the English terms and the Chinese translations were not recognised. Name them `en` and `zh` in the first row.',
    zh: '无法识别英文术语列和中文译法列。请在首行将列名写为“英文”和“中文”。',
  },
  noTerms: {
    en: 'No glossary was found in this file: neither a table with an English and a Chinese column nor a list such as `- token：词元`.',
    zh: '此文件中没有找到术语表：既没有含英文列和中文列的表格，也没有形如“- token：词元”的列表。',
  },
  undecodable: {
    en: 'This row holds characters that could not be decoded. Save the file as UTF-8.',
    zh: '这一行含有无法解码的字符。请将文件存为 UTF-8 编码。',
  },
  noEntries: {
    en: 'This file holds no list of entries. Begin it with `terms:` and write `- source: token` below.',
    zh: '此文件中没有词条列表。请以 `terms:` 开头，在其下写“- source: token”。',
  },
  noEntry: {
    en: 'This is not an entry. Write `- source: token` and `target: 词元` below it.',
    zh: '这不是词条。请写“- source: token”，并在其下写“target: 词元”。',
  },
  aliases: {
    en: 'This entry refers by an alias (`*name`) to something that is not there, or to too much. Write it out.',
    zh: '此词条的别名（`*名称`）引用了不存在的内容，或引用过多。请直接写出。',
  },
  repeatedKey: {
    en: 'This field is written twice in the entry, so the entry is left out. Make it a list.',
    zh: '同一词条中此字段重复，已跳过该词条。请写成列表。',
  },
  noSource: {
    en: 'This entry has no `source`. Add it. Only an entry that deprecates or forbids a Chinese wording can do without.',
    zh: '此词条没有 `source`，请补上。只有不推荐或禁用某种中文写法的词条才可省略。',
  },
  noTarget: {
    en: 'This entry has no Chinese. Write `target`, or `doNotTranslate: true` if the term stays in English.',
    zh: '此词条没有写明中文。请写 `target`；若术语保留英文，请写 `doNotTranslate: true`。',
  },
  noConcepts: {
    en: 'No entries with English and Chinese terms were found. A TBX file holds `termEntry` or `conceptEntry`.',
    zh: '没有找到含英文和中文术语的词条。TBX 文件应含 `termEntry` 或 `conceptEntry`。',
  },
  noMessages: {
    en: 'No entries were found. A PO file holds `msgid "token"` and `msgstr "词元"`.',
    zh: '没有找到词条。PO 文件应含 `msgid "token"` 和 `msgstr "词元"`。',
  },
  notPo: {
    en: 'This line is not valid in a PO file, so its entry is left out. Correct the line.',
    zh: '这一行不符合 PO 格式，已跳过所在词条。请改正这一行。',
  },
  pattern: {
    en: 'Regular expressions are not supported, so this pattern is ignored. Write the words themselves.',
    zh: '不支持正则表达式，已忽略此处。请直接写出词语。',
  },
  tooLarge: {
    en: 'This file is too large for its format and was not read. Split it, or use CSV.',
    zh: '就此格式而言文件过大，未读取。请拆分，或改用 CSV。',
  },
} as const satisfies Record<string, Bilingual>;
