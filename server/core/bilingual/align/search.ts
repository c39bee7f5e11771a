import type { Bead } from './bead.ts';
import { type Item, type Items, MERGE, merged, pairCost } from './cost.ts';
import type { Section } from './pivots.ts';

interface Step {
  readonly chinese: 0 | 1 | 2;
  readonly english: 0 | 1 | 2;
  readonly cost: number;
}

/**
 * Finds the cheapest beads of a gap, by dynamic programming over 1-1, 1-0, 0-1, 2-1 and 1-2. Larger gaps than
 * `MAX_CELLS` are searched in a band around the diagonal only, so that time and memory stay linear.
 */
export function beadsIn(items: Items, gap: Section): Bead[] {
  let { chinese, english } = gap;
  return cheapest(items, gap).map((step) => {
    const bead = { chinese: range(chinese, step.chinese), english: range(english, step.english), cost: step.cost };
    chinese += step.chinese;
    english += step.english;
    return bead;
  });
}

function range(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

function cheapest(items: Items, gap: Section): Step[] {
  const chinese = items.chinese.slice(gap.chinese, gap.chineseEnd);
  const english = items.english.slice(gap.english, gap.englishEnd);
  if (chinese.length === 0) return english.map(({ skip }) => ({ chinese: 0, english: 1, cost: skip }));
  if (english.length === 0) return chinese.map(({ skip }) => ({ chinese: 1, english: 0, cost: skip }));
  return walkBack(fill(chinese, english, items.weights));
}

/** Takes a quarter of a second at worst. */
const MAX_CELLS = 400_000;

// The row with index r is for the first r Chinese blocks. It holds the English columns
// first … first + costs.length − 1.
interface Table {
  readonly rows: readonly Row[];
  readonly width: number;
}

interface Row {
  readonly first: number;
  /** The total cost so far. */
  readonly costs: Float64Array;
  /** The last bead, as an index into STEPS. */
  readonly steps: Uint8Array;
}

const STEPS = [
  [1, 1],
  [1, 0],
  [0, 1],
  [2, 1],
  [1, 2],
] as const;

function fill(chinese: readonly Item[], english: readonly Item[], weights: readonly number[]): Table {
  const joinedChinese = joined(chinese);
  const joinedEnglish = joined(english);
  const rows: Row[] = [];
  for (let row = 0; row <= chinese.length; row++) {
    const { first, last } = band(row, chinese.length, english.length);
    const costs = new Float64Array(last - first + 1);
    const steps = new Uint8Array(last - first + 1);
    const above = rows[row - 1];
    const aboveTwo = rows[row - 2];
    const one = chinese[row - 1];
    const two = joinedChinese[row - 1];
    for (let column = first; column <= last; column++) {
      const other = english[column - 1];
      const otherTwo = joinedEnglish[column - 1];
      let best = row === 0 && column === 0 ? 0 : Infinity;
      let step = 0;
      const offer = (before: number, index: number, cost: number) => {
        if (before + cost < best - ROUNDING) {
          best = before + cost;
          step = index;
        }
      };
      if (one) offer(at(above, column), 1, one.skip);
      if (other) offer(column > first ? costs[column - first - 1]! : Infinity, 2, other.skip);
      if (one && other) {
        const before = at(above, column - 1);
        if (before < Infinity) offer(before, 0, pairCost(one, other, weights, best - before));
        const beforeTwo = two ? at(aboveTwo, column - 1) : Infinity;
        if (beforeTwo < Infinity) offer(beforeTwo, 3, MERGE + pairCost(two!, other, weights, best - beforeTwo - MERGE));
        const beforeOther = otherTwo ? at(above, column - 2) : Infinity;
        if (beforeOther < Infinity)
          offer(beforeOther, 4, MERGE + pairCost(one, otherTwo!, weights, best - beforeOther - MERGE));
      }
      costs[column - first] = best;
      steps[column - first] = step;
    }
    rows.push({ first, costs, steps });
  }
  return { rows, width: english.length };
}

// Makes the choice between equal costs independent of the order of addition: the way that skips last wins.
const ROUNDING = 1e-9;

function walkBack({ rows, width }: Table): Step[] {
  const result: Step[] = [];
  let row = rows.length - 1;
  let column = width;
  while (row > 0 || column > 0) {
    const [chinese, english] = STEPS[rows[row]!.steps[column - rows[row]!.first]!]!;
    const cost = at(rows[row], column) - at(rows[row - chinese], column - english);
    result.push({ chinese, english, cost });
    row -= chinese;
    column -= english;
  }
  return result.reverse();
}

function at(row: Row | undefined, column: number): number {
  return row?.costs[column - row.first] ?? Infinity;
}

// Neighbouring rows overlap by at least two columns, so there is always a way through.
function band(row: number, height: number, width: number): { first: number; last: number } {
  const half =
    (height + 1) * (width + 1) <= MAX_CELLS ? width : Math.ceil(MAX_CELLS / (2 * height) + width / height) + 2;
  const centre = Math.round((row * width) / height);
  return { first: Math.max(0, centre - half), last: Math.min(width, centre + half) };
}

// Each block joined with the one before it, where that is possible.
function joined(items: readonly Item[]): (Item | undefined)[] {
  return items.map((item, index) => (index > 0 ? merged(items[index - 1]!, item) : undefined));
}
