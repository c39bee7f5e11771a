import type { InlineContext } from '@lezer/markdown';
import { type Dialect, matchAt } from './dialect.ts';

/** `[[page]]` and `![[picture]]`. */
export const wikiLinks: Dialect = {
  nodes: ['WikiLink'],
  inlines: (reading) =>
    reading === 'plain' ? [] : [{ name: 'WikiLink', parse: wikiLink, before: 'Link', begins: '[!' }],
  atoms: { WikiLink: 'wiki' },
};

const wikiForm = /!?\[\[[^[\]\n]+\]\](?!\()/y;

function wikiLink(cx: InlineContext, next: number, from: number): number {
  if (next !== BRACKET && next !== BANG) return -1;
  const found = matchAt(wikiForm, cx, from);
  return found ? cx.addElement(cx.elt('WikiLink', from, from + found.length)) : -1;
}

const BANG = 33;
const BRACKET = 91;
