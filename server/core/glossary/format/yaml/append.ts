import type { Edit } from '../../../text/span.ts';
import type { Term } from '../../term.ts';
import type { Draft } from '../format.ts';
import { atEnd } from '../places.ts';
import { quoted } from './edit.ts';

/** Adds an entry after the last one, with the same indentation. */
export function appendEntry(text: string, terms: readonly Term[], { source, target, note }: Draft): Edit[] {
  const last = terms.at(-1);
  const start = last ? text.lastIndexOf('\n', last.origin.from - 1) + 1 : 0;
  const [, outer, gap] = (last && /^([ ]*)-([ ]+)/.exec(text.slice(start))) ?? ['', '  ', ' '];
  const indent = `${outer}${' '.repeat((gap?.length ?? 1) + 1)}`;
  const lines = [
    `${outer}-${gap}source: ${quoted(source)}`,
    target ? `${indent}target: ${quoted(target)}` : `${indent}doNotTranslate: true`,
    ...(note ? [`${indent}note: ${quoted(note)}`] : []),
  ];
  return [atEnd(text, `${last ? '' : 'terms:\n'}${lines.join('\n')}\n`)];
}
