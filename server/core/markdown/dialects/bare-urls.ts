import type { InlineContext } from '@lezer/markdown';
import { type Dialect, matchAt } from './dialect.ts';

/** URLs without `<…>`. */
export const bareUrls: Dialect = {
  nodes: ['BareUrl'],
  inlines: (reading) =>
    // The first letter of http and www, in either case.
    reading === 'plain' ? [] : [{ name: 'BareUrl', parse: bareUrl, before: 'InlineCode', begins: 'hHwW' }],
  atoms: { BareUrl: 'url' },
};

const oddUrl = /(?:https?:\/\/|www\.)[^ \t\r\n<$]*/iy;
const urlStart = /(?:https?:\/\/|www\.)[^\s<!-,./:;=?@[-^`{-~\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]/iy;

// GFM's extended autolink. It runs to the next whitespace or `<`, through Chinese text
// too, without trailing ASCII punctuation. After marks that GFM does not name, and inside
// open brackets, parsers disagree on whether it is a link and where it ends.
function bareUrl(cx: InlineContext, next: number, from: number): number {
  const isWww = next === 119 || next === 87;
  if (!isWww && next !== 104 && next !== 72) return -1;
  const before = cx.slice(Math.max(cx.offset, from - 1), from);
  if (isWww ? /[^\s\p{P}\p{S}]/u.test(before) : /[A-Za-z]/.test(before)) return -1;
  const text = cx.text;
  const start = from - cx.offset;
  if (!matchAt(urlStart, cx, from)) {
    // Some parsers accept this as a URL.
    const odd = matchAt(oddUrl, cx, from);
    return odd ? cx.addElement(cx.elt('Disputed', from, from + odd.length)) : -1;
  }
  const limit = text.slice(start).search(cx.hasOpenLink ? /[ \t\n]|\]\([^)\n]*\)/ : /[ \t\n]/);
  const widest = limit < 0 ? text.length : start + limit;
  if (isWww && /[^\s(*_[\]~]|[^\S \t\n]/.test(before))
    return cx.addElement(cx.elt('Disputed', from, widest + cx.offset));
  let end = start;
  while (end < text.length && !/[\s<]/.test(text[end]!)) end++;
  if (cx.hasOpenLink) {
    if (end < widest) return cx.addElement(cx.elt('Disputed', from, widest + cx.offset));
    end = widest;
  }
  let closers = 0;
  for (let at = start; at < end; at++) closers += text[at] === ')' ? 1 : text[at] === '(' ? -1 : 0;
  for (; end > start; end--) {
    const last = text[end - 1]!;
    if (last === ')' && closers <= 0) break;
    if (last === ')') closers--;
    else if (!/[!"'*,.:;?_~\]]/.test(last)) break;
  }
  return end > start ? cx.addElement(cx.elt('BareUrl', from, end + cx.offset)) : -1;
}
