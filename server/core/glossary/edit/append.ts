import { applyEdits, type Edit } from '../../text/span.ts';
import type { Draft } from '../format/format.ts';
import { formatFor } from '../format/index.ts';
import { lostIn } from '../format/lost.ts';
import { readGlossary } from '../format/read.ts';
import type { Term } from '../term.ts';

/**
 * The edit that adds an entry at the end of a glossary file, in the style of the other entries. The file is read again
 * with the edit; undefined if it would not gain exactly this entry and keep all others.
 */
export function appendTerm(text: string, file: string, draft: Draft): Edit | undefined {
  const format = formatFor(text, file);
  if (!format) return undefined;
  const before = readGlossary(text, file);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  // If the file cannot hold the note, add the entry without it.
  for (const one of draft.note ? [draft, { ...draft, note: '' }] : [draft]) {
    for (const edit of format.append(text, before.terms, one)) {
      const insert = edit.insert.replaceAll('\n', eol);
      // What is written last in a file ends its line.
      const isLast = edit.to === text.length && !insert.endsWith('\n');
      for (const end of isLast ? [eol, ''] : ['']) {
        const made = { ...edit, insert: insert + end };
        const after = readGlossary(applyEdits(text, [made]), file);
        if (after.faults.length <= before.faults.length && isAdded(before.terms, after.terms, one)) return made;
      }
    }
  }
  return undefined;
}

function isAdded(before: readonly Term[], after: readonly Term[], { source, target, note }: Draft): boolean {
  const [added, ...more] = lostIn(after, before);
  if (!added || more.length > 0 || after.length !== before.length + 1 || lostIn(before, after).length > 0) return false;
  if (added.source[0] !== source || added.source.length > 2) return false;
  if (note && !added.note?.includes(note)) return false;
  return target
    ? added.renderings.length === 1 && added.renderings[0]!.text === target && !added.doNotTranslate
    : added.doNotTranslate && added.renderings.length === 0;
}
