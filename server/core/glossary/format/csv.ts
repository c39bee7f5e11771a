import { changedRows } from './cells/edit.ts';
import { appendRow } from './csv/append.ts';
import { delimitedRows } from './csv/edit.ts';
import { readCsv } from './csv/read.ts';
import { writeCsv } from './csv/write.ts';
import type { Format } from './format.ts';

const rows = delimitedRows((row) => (/^[^,]*;/.test(row) && !row.includes(',') ? ';' : ','));

export default {
  id: 'csv',
  name: { en: 'CSV', zh: 'CSV' },
  extensions: ['csv'],
  read: (text, file) => readCsv(text, file),
  write: (terms) => writeCsv(terms, ','),
  lacks: ['severalPreferred', 'marks', 'conditions'],
  blank: 'en,zh,note\n',
  append: (text, terms, draft) =>
    appendRow(text, terms, draft, /^[^\n]*;[^\n]*;/.test(text) && !text.includes(',') ? ';' : ','),
  change: (text, change) => changedRows(text, change, rows),
  docs: {
    reading: {
      en: 'columns by their names, in English or Chinese, or else by their content',
      zh: '按列名（中英文均可）识别各列，没有列名时按内容识别',
    },
  },
} satisfies Format;
