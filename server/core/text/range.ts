import type { Span } from './span.ts';

/** The mark of a range of numbers, as in 1～10. */
export interface RangeMark extends Span {
  readonly mark: string;
  /** What follows each number (% or a unit); empty where nothing does. */
  readonly units: readonly [first: string, second: string];
  /** The offset where the first number ends. */
  readonly firstEnd: number;
}

/**
 * Finds the ranges of numbers in a text. A hyphen counts only between a smaller and a larger number, before a measure
 * word: not in 示例 4-6, 400-123-4567 or 2024-03-10.
 */
export function* rangeMarks(text: string): Generator<RangeMark> {
  for (const match of text.matchAll(RANGE)) {
    const { first, unit = '', before, mark, second, last = '' } = match.groups as Record<string, string>;
    const end = match.index + match[0].length;
    if (mark === '-' && !(Number(first) < Number(second) && MEASURE.test(last + text.slice(end, end + 3)))) continue;
    const firstEnd = match.index + first!.length;
    const from = firstEnd + unit.length + before!.length;
    yield { from, to: from + 1, mark: mark!, units: [unit, last], firstEnd };
  }
}

const RANGE =
  /(?<![\w.~～∼〜–-])(?<first>\d+(?:\.\d+)?)(?<unit>%|‰|[A-Za-z]{1,3})?(?<before> ?)(?<mark>[~～∼〜–-]) ?(?<second>\d+(?:\.\d+)?)(?<last>%|‰|[A-Za-z]{1,3}(?![A-Za-z]))?(?![\w~～∼〜–-]|\.\d)/g;
const MEASURE = /^ ?(?:[%‰个页天年周倍次秒岁元条行位层名家种步字米人]|分钟|小时|毫秒|[KMGT]?B\b|ms\b)/;
