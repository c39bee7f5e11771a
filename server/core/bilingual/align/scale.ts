/**
 * How terse a translator is: the length of the English beside that which the Chinese stands for, of pairs that are
 * certain. With few of them it is 1, the usual.
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

// Characters of a page of usual length, which its own pairs have to outweigh.
const USUAL = 500;
