/**
 * How terse a translator is: the length of the English divided by the length that the Chinese stands for, over certain
 * pairs. With few pairs it is close to 1, the usual value.
 */
export function scaleOf(lengths: Iterable<readonly [chinese: number, english: number]>): number {
  let here = USUAL;
  let there = USUAL;
  for (const [chinese, english] of lengths) {
    here += chinese;
    there += english;
  }
  return there / here;
}

// The length of an average page, which the pairs have to outweigh.
const USUAL = 500;
