import type { ComparedPair } from '../../server/lsp/protocol.ts';
import { counterpartPlace, type Side } from './lock.ts';

/** How many rows of the screen lie above each line of a page and, last, above its end. */
export type Rows = readonly number[];

/**
 * The place that belongs to the top of the other page, so that what stands in the middle of this one, where one reads, has its
 * counterpart in the middle there. (A place is a 0-based line with the share of the line that lies before it.) Scrolling down never leads
 * up, both pages begin together, and what only one of them has is passed over a few rows rather than at once.
 */
export function topBeside(
  pairs: readonly ComparedPair[],
  side: Side,
  here: { readonly rows: Rows; readonly from: number; readonly to: number },
  there: Rows,
): number {
  const above = rowAt(here.rows, here.from);
  const half = (rowAt(here.rows, here.to) - above) / 2;
  const reach = Math.floor(half / 3);
  let sum = 0;
  for (let row = -reach; row <= reach; row++) {
    const place = placeAt(here.rows, above + half + row);
    sum += rowAt(there, counterpartPlace(pairs, side, place));
  }
  const top = sum / (2 * reach + 1) - half;
  // An editor is scrolled by whole rows.
  return placeAt(there, Math.round(Math.min(top, CATCHING_UP * above)));
}

/** So many rows for each one that this page was scrolled from its beginning. */
const CATCHING_UP = 3;

/** `counts`: how many rows each line takes, none where it is folded away. */
export function rowsOf(counts: readonly number[]): Rows {
  let sum = 0;
  return [0, ...counts.map((count) => (sum += count))];
}

export function rowAt(rows: Rows, place: number): number {
  const line = Math.max(0, Math.min(Math.floor(place), rows.length - 1));
  const above = rows[line]!;
  // Below its end a page goes on with empty rows.
  return above + (place - line) * ((rows[line + 1] ?? above + 1) - above);
}

export function placeAt(rows: Rows, row: number): number {
  if (row <= 0) return 0;
  let [low, high] = [0, rows.length - 1];
  // The last line above which there are no more rows than these.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (rows[middle]! <= row) low = middle;
    else high = middle - 1;
  }
  const above = rows[low]!;
  return low + (row - above) / ((rows[low + 1] ?? above + 1) - above);
}

/** How many rows a text takes where there are so many columns; a Chinese character takes two. */
export function rowsOfText(text: string, columns: number): number {
  return Math.max(1, Math.ceil((text.length + (text.match(WIDE)?.length ?? 0)) / columns));
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;
