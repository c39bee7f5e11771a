import type { Bilingual } from '../../text/bilingual.ts';

/** Everything that can be wrong with a glossary file, in the words its author reads. */
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
    en: 'This cell is too long for a term, so the row is left out.',
    zh: '单元格过长，不像是术语，已跳过这一行。',
  },
  noEnglish: {
    en: 'This row has no English term.',
    zh: '这一行没有英文术语。',
  },
  noChinese: {
    en: 'This row has no Chinese translation. Write `不翻译` if the term stays in English.',
    zh: '这一行没有中文译法。若术语保留英文，请写“不翻译”。',
  },
  noColumns: {
    en: 'No column of English terms and column of Chinese translations were recognised. Name them `en` and `zh` in the first row.',
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
  binary: {
    en: 'This is not a text file. Export the glossary as CSV or TSV in UTF-8.',
    zh: '这不是文本文件。请将术语表导出为 UTF-8 编码的 CSV 或 TSV。',
  },
  unsupported: {
    en: 'Glossaries in this format are not supported. Use CSV, TSV or Markdown.',
    zh: '不支持这种格式的术语表。请使用 CSV、TSV 或 Markdown。',
  },
} as const satisfies Record<string, Bilingual>;
