import type { Edit, Span } from '../../text/span.ts';

/** The first line with content. */
export function firstLine(text: string): Span {
  const from = text.search(/[^\s\ufeff]/);
  const length = text.slice(from).search(/[\r\n]/);
  return { from, to: length < 0 ? text.length : from + length };
}

/** Inserts text after the last line with content, with a line break before it if needed. */
export function atEnd(text: string, insert: string): Edit {
  const end = text.trimEnd().length;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0] ?? '';
  const from = end + rest.length;
  return { from, to: from, insert: end === 0 || rest ? insert : `\n${insert}` };
}
