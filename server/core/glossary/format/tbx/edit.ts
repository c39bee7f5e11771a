import type { Edit } from '../../../text/span.ts';
import type { Term } from '../../term.ts';
import type { RowForm } from '../cells/edit.ts';
import type { Draft } from '../format.ts';

/** The concepts of a file, as far as editing one needs it. */
export const concepts: RowForm = {
  escaped,
  withNote: (row, note, old) =>
    note ? [row.replace(/^<[^>]+>/, (tag) => `${tag}<note>${note}</note>`)] : [row.replace(`<note>${old}</note>`, '')],
};

/** Adds a concept after the last one, in the TBX version of the file. */
export function appendConcept(text: string, _: readonly Term[], { source, target, note }: Draft): Edit[] {
  const close = text.lastIndexOf('</body>');
  if (close < 0) return [];
  const has = (tag: string) => new RegExp(`<${tag}[ >]`).test(text);
  const [concept, section, group] =
    has('martif') || has('termEntry')
      ? ['termEntry', 'langSet', has('ntig') ? 'ntig' : 'tig']
      : ['conceptEntry', 'langSec', 'termSec'];
  const named = (value: string) =>
    group === 'ntig' ? `<termGrp><term>${escaped(value)}</term></termGrp>` : `<term>${escaped(value)}</term>`;
  const side = (language: string, value: string, more = '') =>
    `<${section} xml:lang="${language}"><${group}>${named(value)}${more}</${group}></${section}>`;
  const [chinese] = /(?<=xml:lang=["'])zh[\w-]*/.exec(text) ?? ['zh-CN'];
  const said = note ? `<note>${escaped(note)}</note>` : '';
  const ids = new Set([...text.matchAll(/\bid=["']([^"']+)["']/g)].map(([, id]) => id));
  let number = ids.size + 1;
  while (ids.has(`c${number}`)) number++;
  const entry = `<${concept} id="c${number}">${said}${side('en', source)}${side(chinese, target ?? source)}</${concept}>\n`;
  const lineStart = text.lastIndexOf('\n', close) + 1;
  const isOwnLine = text.slice(lineStart, close).trim() === '';
  const at = isOwnLine ? lineStart : close;
  return [{ from: at, to: at, insert: entry }];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
