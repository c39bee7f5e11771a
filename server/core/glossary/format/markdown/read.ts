import type { Reading, Term } from '../../term.ts';
import { faults as messages } from '../faults.ts';
import { firstLine } from '../places.ts';
import { readListsBesideTables, readMarkdownLists } from './list.ts';
import { readMarkdownTables } from './table.ts';

/** Reads the tables of a file and the lists next to them; only its lists if no table is a glossary. */
export function readMarkdown(text: string, file: string): Reading {
  const tables = readMarkdownTables(text, file);
  const lists = tables ? readListsBesideTables(text, file) : readMarkdownLists(text, file);
  if (!tables) return lists ?? { terms: [], faults: [{ ...firstLine(text), message: messages.noTerms }] };
  return lists ? { terms: inOrder(tables.terms, lists.terms), faults: [...tables.faults, ...lists.faults] } : tables;
}

function inOrder(some: readonly Term[], others: readonly Term[]): Term[] {
  return [...some, ...others].sort((a, b) => a.origin.from - b.origin.from);
}
