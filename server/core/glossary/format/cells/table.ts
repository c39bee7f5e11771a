import { type Term, wordingsOf } from '../../term.ts';

/** Terms as a table: the names of the columns in use, and one row per term. */
export function tableOf(terms: readonly Term[]): {
  readonly header: readonly string[];
  readonly rows: readonly string[][];
} {
  const used = columns.filter(
    ([name, cell]) => name === 'en' || name === 'zh' || terms.some((term) => cell(term) !== ''),
  );
  return {
    header: used.map(([name]) => name),
    rows: terms.map((term) => used.map(([, cell]) => cell(term))),
  };
}

// Column names that `namedColumns` recognises.
const columns: readonly (readonly [name: string, cell: (term: Term) => string])[] = [
  ['id', ({ id = '' }) => id],
  ['en', ({ source }) => source.join('; ')],
  // Without English, the row applies whatever the English is.
  ['anchor', ({ source }) => (source.length === 0 ? '—' : '')],
  ['zh', (term) => wordingsOf(term, 'preferred').join('；')],
  ['do not translate', ({ doNotTranslate }) => (doNotTranslate ? 'yes' : '')],
  ['admitted', (term) => wordingsOf(term, 'admitted').join('；')],
  ['deprecated', (term) => wordingsOf(term, 'deprecated').join('；')],
  ['forbidden', (term) => wordingsOf(term, 'forbidden').join('；')],
  ['pos', ({ pos = '' }) => pos],
  ['case', (term) => term.case ?? ''],
  ['domain', ({ domain = '' }) => domain],
  ['region', ({ region = '' }) => region],
  ['ref', ({ refs = [] }) => refs.join('; ')],
  ['note', ({ note = '' }) => note],
];
