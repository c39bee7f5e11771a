import type { Edit, Span } from '../../text/span.ts';

/** The first line with anything in it. */
export function firstLine(text: string): Span {
  const from = text.search(/[^\s\ufeff]/);
  const length = text.slice(from).search(/[\r\n]/);
  return { from, to: length < 0 ? text.length : from + length };
}

/** Behind the last line with anything in it, which gets its line end if it has none. */
export function atEnd(text: string, insert: string): Edit {
  const end = text.trimEnd().length;
  const rest = /^[ \t]*\r?\n/.exec(text.slice(end))?.[0] ?? '';
  const from = end + rest.length;
  return { from, to: from, insert: end === 0 || rest ? insert : `\n${insert}` };
}
