/**
 * The lines of a code block that a translator leaves alone. Whitespace, comments and the fence are removed; strings
 * with spaces or Chinese are emptied. `source` is the whole block.
 */
export function codeLines(source: string): string[] {
  const body = withoutRanges(withoutRanges(source.replace(FENCES, ''), '/*', '*/'), '<!--', '-->');
  const lines: string[] = [];
  for (const raw of body.split(/\r\n?|\n/)) {
    const line = withoutLineComment(raw).replace(STRING, shortString).replace(NO_CODE, '');
    if (line !== '') lines.push(line);
  }
  return lines;
}

/** A line of code without a comment at its end. */
export function withoutLineComment(line: string): string {
  return line.replace(LINE_COMMENT, '');
}

/** The language of a fenced code block, as written; '' without one. */
export function codeLanguage(source: string): string {
  return /^(?:`{3,}|~{3,})[ \t]*([^\s`{]*)/.exec(source)?.[1] ?? '';
}

const FENCES = /^(?:`{3,}|~{3,})[^\n]*|(?<=\n)[ \t>]*(?:`{3,}|~{3,})[ \t\r]*$/g;
// A `//` after a colon is part of a URL; a `#` inside a word is a colour or a fragment.
const LINE_COMMENT = /(?<![:\w])\/\/.*$|(?<![^\s>])(?:#|--|%)(?=[\s#!]|[^\x00-\x7f]|$).*$/;
const STRING = /"[^"]*"|'[^']*'/g;
const NO_CODE = /^[\s>]+|\s+|[\u3000-\u9fff\uff00-\uffef]+/g;

function shortString(string: string): string {
  return /[\s\u3000-\u9fff\uff00-\uffef]/.test(string) ? '""' : string;
}

function withoutRanges(text: string, open: string, close: string): string {
  let result = '';
  let at = 0;
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, at)) {
    const to = text.indexOf(close, from + open.length);
    if (to < 0) break;
    result += text.slice(at, from);
    at = to + close.length;
  }
  return result + text.slice(at);
}
