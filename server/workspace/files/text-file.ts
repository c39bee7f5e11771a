import { isNotebookName, notebookPage } from '../../core/markdown/notebook.ts';
import type { Bilingual } from '../../core/text/bilingual.ts';
import type { Files } from './files.ts';

/** The text of a file, with what is needed to write unchanged parts back byte for byte. */
export interface TextFile {
  /** Without a byte order mark. Line ends are kept. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly bom: boolean;
}

/** Decodes bytes as text, or explains why that is impossible. Unknown encodings are refused, not guessed. */
export function decodeText(bytes: Uint8Array): TextFile | { readonly fault: Bilingual } {
  const { encoding, length } = byteOrderMark(bytes);
  const bom = length > 0;
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(length));
  } catch {
    return { fault: texts.encoding };
  }
  return text.includes('\0') ? { fault: texts.binary } : { text, encoding, bom };
}

const texts = {
  encoding: {
    en: 'The file is not UTF-8 (nor UTF-16 with a byte order mark). Convert it to UTF-8 and try again.',
    zh: '文件不是 UTF-8 编码（也不是带字节顺序标记的 UTF-16）。请转换为 UTF-8 后重试。',
  },
  binary: { en: 'This is a binary file, not a text file.', zh: '这是二进制文件，不是文本文件。' },
};

/** The text of bytes; undefined for none, and for those that are no text. */
export function textOf(bytes: Uint8Array | undefined): string | undefined {
  const decoded = bytes && decodeText(bytes);
  return decoded && 'text' in decoded ? decoded.text : undefined;
}

/** The text of a file, of a notebook as one page; undefined where there is none, or it is no text. */
export async function readText(files: Files, uri: string): Promise<string | undefined> {
  const text = textOf(await files.read(uri));
  return text !== undefined && isNotebookName(uri) ? notebookPage(text) : text;
}

/** The same of a page; undefined also for one that is too long. */
export async function readPage(files: Files, uri: string): Promise<string | undefined> {
  const text = await readText(files, uri);
  return text !== undefined && text.length <= MAX_PAGE ? text : undefined;
}

/** A longer page (UTF-16 units) is a dump or a book in one file. */
export const MAX_PAGE = 4_000_000;

/** The bytes of a text in the encoding, and with the byte order mark, that a file had. */
export function encodeText({ text, encoding, bom }: TextFile): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(bom ? `\uFEFF${text}` : text);
  const marked = bom ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}

function byteOrderMark(bytes: Uint8Array): { encoding: TextFile['encoding']; length: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return { encoding: 'utf-8', length: 0 };
}
