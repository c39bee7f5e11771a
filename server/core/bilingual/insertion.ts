import { type Block, blocksOf } from '../markdown/blocks.ts';
import type { Markdown } from '../markdown/parse.ts';
import type { Edit } from '../text/span.ts';
import type { Pair } from './compare.ts';

/**
 * How missing English blocks (neighbours in their order) are put into a Chinese page between two pairs: whole lines, with
 * the blank lines and marks that stand before them in the source. Undefined where that would not be the same structure.
 */
export type Insertion = (
  before: Pair | undefined,
  missing: readonly Block[],
  after: Pair | undefined,
) => Edit | undefined;

export function insertionOf(chinese: Markdown, english: Markdown): Insertion {
  let indexes: Map<number, number> | undefined;
  const sources = () => blocksOf(english);
  const lineEnd = chinese.text.includes('\r\n') ? '\r\n' : '\n';
  return (before, missing, after) => {
    const blocks = sources();
    indexes ??= new Map(blocks.map(({ from }, index) => [from, index]));
    const first = missing[0]!;
    const last = missing.at(-1)!;
    const index = indexes.get(first.from) ?? -1;
    const previous = blocks[index - 1];
    const place = before?.blocks.chinese.at(-1);
    const written = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\n/g, lineEnd);
    const lastEnd = endOfLine(english.text, last.to);
    if (!place || !previous) {
      const next = after?.blocks.chinese[0];
      if (place || previous || !next || first.leaf.kind === 'row' || next.listDepth + next.quoteDepth > 0)
        return undefined;
      const at = startOfLine(chinese.text, next.from);
      return {
        from: at,
        to: at,
        insert: written(`${english.text.slice(startOfLine(english.text, first.from), lastEnd)}\n\n`),
      };
    }
    if (!fitsBehind(previous, first, place)) return undefined;
    let at = endOfLine(chinese.text, place.to);
    let from = endOfLine(english.text, previous.to);
    if (first.leaf.kind === 'row' && previous.leaf.kind === 'row') {
      at = behindDelimiters(chinese.text, at);
      from = behindDelimiters(english.text, from);
    }
    // The gap holds line ends and the marks of lists and quotes; never two blocks on one line.
    if (from >= first.from || from > lastEnd) return undefined;
    return { from: at, to: at, insert: written(english.text.slice(from, lastEnd)) };
  };
}

// The text goes behind the Chinese block as it stands behind the English one, so both must stand in the same containers.
function fitsBehind(previous: Block, first: Block, place: Block): boolean {
  if (previous.quoteDepth !== place.quoteDepth || previous.listDepth !== place.listDepth) return false;
  if (first.leaf.kind === 'row' && previous.leaf.kind === 'row') return place.leaf.kind === 'row';
  return (previous.leaf.kind === 'row') === (place.leaf.kind === 'row');
}

function behindDelimiters(text: string, at: number): number {
  const end = endOfLine(text, at + 1);
  const line = text.slice(at, end);
  return /^\r?\n[ \t>|:-]*-[ \t>|:-]*$/.test(line) ? end : at;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

function startOfLine(text: string, from: number): number {
  return text.lastIndexOf('\n', from - 1) + 1;
}
