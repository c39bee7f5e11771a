import { diffArrays, diffChars } from 'diff';
import { applyEdits, type Edit } from './span.ts';

/**
 * Returns small edits that turn `before` into `after`, so that cursors and folded regions elsewhere stay as they are.
 */
export function changesBetween(before: string, after: string): Edit[] {
  if (before === after) return [];
  const edits: Edit[] = [];
  let at = 0;
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed || added) edits.push(...charChanges(removed, added, at - removed.length));
    removed = '';
    added = '';
  };
  for (const part of diffArrays(linesOf(before), linesOf(after))) {
    const text = part.value.join('');
    if (part.added) added += text;
    else {
      if (!part.removed) flush();
      at += text.length;
      if (part.removed) removed += text;
    }
  }
  flush();
  return edits;
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function charChanges(before: string, after: string, offset: number): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  // A passage that was rewritten becomes one edit: a fine diff of it would be slow and of no use.
  const parts = diffChars(before, after, { maxEditLength: 2000 });
  if (!parts) return [{ from: offset, to: offset + before.length, insert: after }];
  for (const part of parts) {
    const last = edits.at(-1);
    if (part.added) {
      if (last && last.to === offset + at && !last.insert) edits[edits.length - 1] = { ...last, insert: part.value };
      else edits.push({ from: offset + at, to: offset + at, insert: part.value });
      continue;
    }
    if (part.removed) edits.push({ from: offset + at, to: offset + at + part.value.length, insert: '' });
    at += part.value.length;
  }
  // The version of `diff` decides whether it counts code points or
  // UTF-16 units. Check the result, and fall back to one edit.
  const shifted = edits.map((edit) => ({ ...edit, from: edit.from - offset, to: edit.to - offset }));
  return applyEdits(before, shifted) === after ? edits : [{ from: offset, to: offset + before.length, insert: after }];
}
