import type { Fault, Reading, Term } from '../term.ts';
import { readCsv } from './csv/read.ts';
import { faults as messages } from './faults.ts';
import { readListsBesideTables, readMarkdownLists } from './markdown/list.ts';
import { readMarkdownTables } from './markdown/table.ts';
import { readPo } from './po/read.ts';
import { readTbx } from './tbx/read.ts';
import { readYaml } from './yaml/read.ts';

/**
 * Reads a glossary file of any supported format, told by the extension of `file` and by what the text holds.
 * Never throws: what cannot be understood is a fault at its place, and the other rows stand. An empty file has neither.
 */
export function readGlossary(text: string, file: string): Reading {
  if (!text.replace(/^\ufeff/, '').trim()) return { terms: [], faults: [] };
  const zero = text.indexOf('\0');
  if (zero >= 0) return onlyFault({ from: zero, to: zero + 1, message: messages.binary });
  const extension = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  const reader = Object.hasOwn(readers, extension) ? readers[extension] : undefined;
  if (reader) return reader(text, file);
  if (/^(?:json|xlsx?|ods|docx?|mo)$/.test(extension)) {
    return onlyFault({ ...firstLine(text), message: messages.unsupported });
  }
  return readPlain(text, file);
}

type Reader = (text: string, file: string) => Reading;

const readers: Readonly<Record<string, Reader>> = {
  csv: (text, file) => readCsv(text, file),
  tsv: (text, file) => readCsv(text, file, '\t'),
  tab: (text, file) => readCsv(text, file, '\t'),
  md: readMarkdown,
  mdx: readMarkdown,
  markdown: readMarkdown,
  tbx: readTbx,
  xml: readTbx,
  po: readPo,
  pot: readPo,
  yml: boundedYaml,
  yaml: boundedYaml,
  txt: readPlain,
};

/** The extensions of glossary files, without the dot; a file of any other is read as one of plain text. */
export const glossaryExtensions: readonly string[] = Object.keys(readers);

/** About 50,000 entries: a parser that knows the place of every node takes seconds for more. */
const mostYaml = 4 * 1024 * 1024;

function boundedYaml(text: string, file: string): Reading {
  return text.length > mostYaml ? onlyFault({ ...firstLine(text), message: messages.tooLarge }) : readYaml(text, file);
}

function readPlain(text: string, file: string): Reading {
  return text.split('\n', 5).some((line) => line.includes('\t')) ? readCsv(text, file, '\t') : readMarkdown(text, file);
}

function readMarkdown(text: string, file: string): Reading {
  const tables = readMarkdownTables(text, file);
  const lists = tables ? readListsBesideTables(text, file) : readMarkdownLists(text, file);
  if (!tables) return lists ?? onlyFault({ ...firstLine(text), message: messages.noTerms });
  return lists ? { terms: inOrder(tables.terms, lists.terms), faults: [...tables.faults, ...lists.faults] } : tables;
}

function inOrder(some: readonly Term[], others: readonly Term[]): Term[] {
  return [...some, ...others].sort((a, b) => a.origin.from - b.origin.from);
}

function onlyFault(fault: Fault): Reading {
  return { terms: [], faults: [fault] };
}

function firstLine(text: string): { from: number; to: number } {
  const from = text.search(/[^\s\ufeff]/);
  const length = text.slice(from).search(/[\r\n]/);
  return { from, to: length < 0 ? text.length : from + length };
}
