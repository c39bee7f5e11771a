import type { Bilingual } from '../../text/bilingual.ts';
import type { Fault, Reading } from '../term.ts';
import { faults as messages } from './faults.ts';
import { formatFor, formatNames } from './index.ts';
import { firstLine } from './places.ts';

/**
 * Reads a glossary file in any format, chosen by the extension of `file` and by the content. Never throws: what cannot
 * be understood is a fault at its place, and the other rows still count. An empty file has neither terms nor faults.
 */
export function readGlossary(text: string, file: string): Reading {
  if (!text.replace(/^\ufeff/, '').trim()) return { terms: [], faults: [] };
  const zero = text.indexOf('\0');
  if (zero >= 0) return onlyFault({ from: zero, to: zero + 1, message: fileFaults.binary });
  const format = formatFor(text, file);
  if (!format) return onlyFault({ ...firstLine(text), message: fileFaults.unsupported });
  if (format.largest !== undefined && text.length > format.largest)
    return onlyFault({ ...firstLine(text), message: messages.tooLarge });
  return format.read(text, file);
}

/** Faults of a whole file, as its author reads them. */
export const fileFaults = {
  binary: {
    en: `This is not a text file. Export the glossary as ${formatNames.en} in UTF-8.`,
    zh: `这不是文本文件。请将术语表导出为 UTF-8 编码的 ${formatNames.zh}。`,
  },
  unsupported: {
    en: `Glossaries in this format are not supported. Use ${formatNames.en}.`,
    zh: `不支持这种格式的术语表。请使用 ${formatNames.zh}。`,
  },
} satisfies Record<string, Bilingual>;

function onlyFault(fault: Fault): Reading {
  return { terms: [], faults: [fault] };
}
