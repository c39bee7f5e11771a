import { statuses, type Term } from '../term.ts';
import { writeCsv } from './csv/write.ts';
import { writeMarkdown } from './markdown/write.ts';
import { writePo } from './po/write.ts';
import { writeTbx } from './tbx/write.ts';
import { writeYaml } from './yaml/write.ts';

export const formats = ['csv', 'tsv', 'md', 'tbx', 'po', 'yaml'] as const;
export type Format = (typeof formats)[number];

/**
 * The text of a glossary file in a format. What the format cannot hold is left out: who must know compares what is read
 * back with `lostIn`. Only YAML holds everything.
 */
export function writeGlossary(terms: readonly Term[], format: Format): string {
  return writers[format](terms);
}

/** The format that the name of a file asks for. */
export function formatOf(file: string): Format | undefined {
  const extension = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  const known: Record<string, Format> = { yml: 'yaml', xml: 'tbx', markdown: 'md', tab: 'tsv' };
  return Object.hasOwn(known, extension) ? known[extension] : formats.find((format) => format === extension);
}

/** The terms that are not, or not wholly, among those that were read back. */
export function lostIn(written: readonly Term[], readBack: readonly Term[]): Term[] {
  const kept = new Map<string, number>();
  for (const term of readBack) kept.set(contentOf(term), (kept.get(contentOf(term)) ?? 0) + 1);
  return written.filter((term) => {
    const count = kept.get(contentOf(term)) ?? 0;
    kept.set(contentOf(term), count - 1);
    return count <= 0;
  });
}

const writers: Readonly<Record<Format, (terms: readonly Term[]) => string>> = {
  csv: (terms) => writeCsv(terms, ','),
  tsv: (terms) => writeCsv(terms, '\t'),
  md: writeMarkdown,
  tbx: writeTbx,
  po: writePo,
  yaml: writeYaml,
};

/** What a term says, whatever the order in which it is said. */
function contentOf({ origin, ...rest }: Term): string {
  // Wordings of one status have an order, those of different status have none.
  const term = {
    ...rest,
    renderings: statuses.map((status) => rest.renderings.filter((one) => one.status === status)),
  };
  return JSON.stringify(term, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
