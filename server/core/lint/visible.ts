import { type Block, blocksOf } from '../markdown/blocks.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Prose } from '../markdown/prose.ts';
import type { Edit, Span } from '../text/span.ts';

/**
 * The blocks of a page in which a reader would see a change other than the edits: markup that shows as text, or text
 * that disappears. In order. Both pages must have the same skeleton. Whitespace is ignored.
 */
export function visiblyDiffering(before: Markdown, after: Markdown, edits: readonly Edit[]): Span[] {
  const [was, is] = [blocksOf(before), blocksOf(after)];
  const found: Span[] = [];
  let next = 0;
  for (const [at, block] of was.entries()) {
    const { leaf, from, to } = block;
    while (next < edits.length && edits[next]!.to < from) next++;
    const other = is[at]?.leaf;
    // Blocks that were not parsed again keep their leaves.
    if (leaf === other) continue;
    const here: Edit[] = [];
    for (let i = next; i < edits.length && edits[i]!.from <= to; i++) here.push(edits[i]!);
    if (other === undefined || expected(block, here) !== shown(other)) found.push({ from, to });
  }
  return found;
}

// What a block shows, with its cells separated, without whitespace.
function shown({ prose }: Block['leaf']): string {
  return withoutBlanks(prose.map(({ text }) => text).join(CELL));
}

// The same with the edits applied to what is shown. Undefined if an edit changes part of something opaque.
function expected({ leaf, from: base }: Block, edits: readonly Edit[]): string | undefined {
  let text = '';
  let next = 0;
  for (const [cell, prose] of leaf.prose.entries()) {
    const end = cell < leaf.prose.length - 1 ? prose.end(prose.text.length) + base : Number.POSITIVE_INFINITY;
    let done = 0;
    if (cell > 0) text += CELL;
    for (; next < edits.length && edits[next]!.from <= end; next++) {
      const edit = edits[next]!;
      const [from, to] = [edit.from - base, edit.to - base];
      // Everything shown between `first` and `last` is replaced.
      const first = firstPlace(prose, (place) => prose.end(place + 1) > from);
      const last = Math.max(
        first,
        firstPlace(prose, (place) => prose.start(place) >= to),
      );
      if (first < prose.text.length && prose.start(first) < from) return undefined;
      if (last > first && prose.end(last) > to) return undefined;
      text += prose.text.slice(done, first) + edit.insert;
      done = last;
    }
    text += prose.text.slice(done);
  }
  return withoutBlanks(text);
}

function firstPlace(prose: Prose, isReached: (place: number) => boolean): number {
  let low = 0;
  let high = prose.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function withoutBlanks(text: string): string {
  return text.replace(/[ \t\r\n]+/g, '');
}

/** Separates table cells. A noncharacter, which no text contains. */
const CELL = '\uFDDF';
