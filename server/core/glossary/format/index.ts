import { type Bilingual, unworded } from '../../text/bilingual.ts';
import type { Format } from './format.ts';
import { formats } from './list.ts';
import markdown from './markdown.ts';

/** Extensions of files that may hold a glossary, without the dot. For `.txt` the content tells the format. */
export const glossaryExtensions: readonly string[] = [...formats.flatMap(({ extensions }) => extensions), 'txt'];

/** The format for the extension of a file. */
export function formatOf(file: string): Format | undefined {
  const extension = extensionOf(file);
  return formats.find(({ extensions }) => extensions.includes(extension));
}

/** The format of a file, by its name or else by its content; undefined for a file that is not text. */
export function formatFor(text: string, file: string): Format | undefined {
  const named = formatOf(file);
  if (named || foreign.has(extensionOf(file))) return named;
  // Unrecognised text is read as a list that people write.
  return formats.find((format) => format.recognises?.(text)) ?? markdown;
}

export function formatNamed(id: string | undefined): Format | undefined {
  return formats.find((format) => format.id === id);
}

/** The names of all formats in a sentence: “CSV, TSV or YAML”. */
export const formatNames: Bilingual = listed(({ name }) => name);

/** The same with their names on the command line. */
export const formatIds: Bilingual = listed(({ id }) => unworded(id));

function listed(nameOf: (format: Format) => Bilingual): Bilingual {
  const names = formats.map(nameOf);
  const [others, last] = [names.slice(0, -1), names.at(-1)!];
  return {
    en: `${others.map(({ en }) => en).join(', ')} or ${last.en}`,
    zh: `${others.map(({ zh }) => zh).join('、')} 或 ${last.zh}`,
  };
}

/** Extensions of files that are not text. */
const foreign = new Set(['xls', 'xlsx', 'ods', 'doc', 'docx', 'mo']);

function extensionOf(file: string): string {
  return /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
}
