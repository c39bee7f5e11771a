/** A half-open range of UTF-16 offsets; `from` ≤ `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Replaces the text of a span with `insert`. An empty span inserts. */
export interface Edit extends Span {
  readonly insert: string;
}

/** Applies edits that do not overlap, in any order. Two insertions at one offset keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of sortedEdits(edits)) {
    result += text.slice(at, edit.from) + edit.insert;
    at = edit.to;
  }
  return result + text.slice(at);
}

export function sortedEdits(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
}

/**
 * Combines two rounds of edits into one, each edit as small as possible. `second` refers to `between`, the text after
 * `first`. Linear in the number of edits.
 */
export function composedEdits(
  before: string,
  first: readonly Edit[],
  between: string,
  second: readonly Edit[],
): readonly Edit[] {
  const [ones, others] = [sortedEdits(first), sortedEdits(second)];
  const edits: Edit[] = [];
  // How much the edits of `first` so far have lengthened the text.
  let shift = 0;
  for (let i = 0, j = 0; i < ones.length || j < others.length; ) {
    const [one, other] = [ones[i], others[j]];
    const start = other && !(one && one.from + shift <= other.from) ? other.from : one!.from + shift;
    const from = start - shift;
    let end = start;
    const later: Edit[] = [];
    // Edits that touch become one.
    for (;;) {
      const [one, other] = [ones[i], others[j]];
      if (one && one.from + shift <= end) {
        end = Math.max(end, one.from + shift + one.insert.length);
        shift += one.insert.length - (one.to - one.from);
        i++;
      } else if (other && other.from <= end) {
        end = Math.max(end, other.to);
        later.push({ from: other.from - start, to: other.to - start, insert: other.insert });
        j++;
      } else break;
    }
    const removed = before.slice(from, end - shift);
    const change = difference(removed, applyEdits(between.slice(start, end), later));
    if (change) edits.push({ from: from + change.from, to: from + change.to, insert: change.insert });
  }
  return edits;
}

/** Whether two edits touch the same character or the same position between characters. */
export function editsCollide(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/**
 * The smallest single edit that turns `before` into `after`; undefined
 * when they are equal. It never splits a surrogate pair.
 */
export function difference(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const limit = Math.min(before.length, after.length);
  let from = commonPrefix(before, after, limit);
  if (from > 0 && isHighSurrogate(before.charCodeAt(from - 1))) from--;
  let tail = 0;
  const room = limit - from;
  while (tail < room && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail++;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}

// Comparing slices first is many times faster than comparing a megabyte unit by unit.
function commonPrefix(a: string, b: string, limit: number): number {
  let at = 0;
  for (let step = 4096; at + step <= limit && a.slice(at, at + step) === b.slice(at, at + step); ) at += step;
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
