import { countHan } from '../../text/han.ts';
import type { Span } from '../../text/span.ts';
import { codeLines, withoutLineComment } from './code.ts';

/** A line of a code block with more than comments. Spans are offsets in the block. */
export interface CodeLine extends Span {
  /** The code without whitespace, comments and string contents. */
  readonly key: string;
  readonly text: string;
  /** Chinese occurs outside of comments: a string of the program was translated. */
  readonly isTranslated: boolean;
}

/** The lines of a code block, without its fences and without lines that only hold comments. */
export function placedCodeLines(source: string): CodeLine[] {
  const plain = blanked(blanked(source, '/*', '*/'), '<!--', '-->');
  const lines: CodeLine[] = [];
  let at = 0;
  for (const raw of plain.split('\n')) {
    const key = FENCE.test(raw) ? undefined : codeKey(codeLines(raw.replace(DIFF, ' '))[0]);
    const text = source.slice(at, at + raw.length);
    const indent = /^[ \t>]*/.exec(text)![0].length;
    if (key !== undefined) {
      const isTranslated = countHan(withoutLineComment(raw)) > 0;
      lines.push({ key, text: text.trim(), isTranslated, from: at + indent, to: at + text.trimEnd().length });
    }
    at += raw.length + 1;
  }
  return lines;
}

// Ignores quotation style and final punctuation, which are matters of taste, and the language of a
// page, which translators change.
function codeKey(line: string | undefined): string | undefined {
  return (
    line
      ?.replace(/'/g, '"')
      .replace(/[,;]$/, '')
      .replace(/lang="[\w-]*"/, 'lang') || undefined
  );
}

const DIFF = /^[+-](?=\s)/;
const FENCE = /^[ \t>]*(?:`{3,}|~{3,})/;

function blanked(text: string, open: string, close: string): string {
  let result = '';
  let at = 0;
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, at)) {
    const end = text.indexOf(close, from + open.length);
    if (end < 0) break;
    const to = end + close.length;
    result += text.slice(at, from) + text.slice(from, to).replace(/[^\n]/g, ' ');
    at = to;
  }
  return result + text.slice(at);
}
