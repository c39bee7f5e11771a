import { changedRows } from './cells/edit.ts';
import { appendRow } from './csv/append.ts';
import { delimitedRows } from './csv/edit.ts';
import { readCsv } from './csv/read.ts';
import { writeCsv } from './csv/write.ts';
import type { Format } from './format.ts';

const rows = delimitedRows(() => '\t');

export default {
  id: 'tsv',
  name: { en: 'TSV', zh: 'TSV' },
  extensions: ['tsv', 'tab'],
  recognises: (text) => text.split('\n', 5).some((line) => line.includes('\t')),
  read: (text, file) => readCsv(text, file, '\t'),
  write: (terms) => writeCsv(terms, '\t'),
  lacks: ['severalPreferred', 'marks', 'conditions'],
  append: (text, terms, draft) => appendRow(text, terms, draft, '\t'),
  change: (text, change) => changedRows(text, change, rows),
  docs: { reading: { en: 'like CSV, with tabs', zh: '同 CSV，以制表符分隔' } },
} satisfies Format;
