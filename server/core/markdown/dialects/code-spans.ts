import type { InlineContext } from '@lezer/markdown';
import type { Dialect } from './dialect.ts';

/** Code spans, as in CommonMark (§6.1). */
export const codeSpans: Dialect = {
  inlines: () => [{ name: 'InlineCode', parse: inlineCode, begins: '`' }],
  atoms: { InlineCode: 'code' },
};

// Like the parser's own, with two differences: a span may follow an
// escaped backtick, and an unclosed run is scanned only once.
function inlineCode(cx: InlineContext, next: number, from: number): number {
  if (next !== BACKTICK) return -1;
  const text = cx.text;
  let open = from - cx.offset;
  while (text.charCodeAt(open) === BACKTICK) open++;
  const size = open - (from - cx.offset);
  for (let at = text.indexOf('`', open); at >= 0; ) {
    let end = at;
    while (text.charCodeAt(end) === BACKTICK) end++;
    if (end - at === size) return cx.addElement(cx.elt('InlineCode', from, end + cx.offset));
    at = text.indexOf('`', end);
  }
  return open + cx.offset;
}

const BACKTICK = 96;
