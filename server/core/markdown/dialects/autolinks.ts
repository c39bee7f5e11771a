import type { InlineContext } from '@lezer/markdown';
import { type Dialect, matchAt } from './dialect.ts';

/** `<…>` with a URL inside, as in CommonMark (§6.5). */
export const autolinks: Dialect = {
  inlines: () => [{ name: 'AnyAutolink', parse: autolink, before: 'HTMLTag', begins: '<' }],
};

const address = /<[a-z][a-z\d+.-]{1,31}:[^\x00-\x20<>]*>/iy;

/**
 * What the parser accepts as a URL. It differs in two points: no
 * Unicode whitespace but `<` inside, and a longer scheme.
 */
const odd = /<[a-z][-\w+.]+:[^\s>]+>/iy;

function autolink(cx: InlineContext, next: number, from: number): number {
  if (next !== LESS) return -1;
  const found = matchAt(address, cx, from);
  if (!found) {
    const disputed = matchAt(odd, cx, from);
    return disputed ? cx.addElement(cx.elt('Disputed', from, from + disputed.length)) : -1;
  }
  const to = from + found.length;
  const parts = [cx.elt('LinkMark', from, from + 1), cx.elt('URL', from + 1, to - 1), cx.elt('LinkMark', to - 1, to)];
  return cx.addElement(cx.elt('Autolink', from, to, parts));
}

const LESS = 60;
