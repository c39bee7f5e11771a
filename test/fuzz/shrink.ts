/** The smallest well-formed text, found by leaving out ever smaller parts, of which something is true as it is of the whole. */
export function shrink(text: string, isSame: (text: string) => boolean): string {
  let smallest = text;
  for (let size = Math.ceil(smallest.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    let isLess = true;
    while (isLess) {
      isLess = false;
      for (let at = 0; at < smallest.length; ) {
        const shorter = smallest.slice(0, at) + smallest.slice(at + size);
        if (shorter.isWellFormed() && isSame(shorter)) {
          smallest = shorter;
          isLess = true;
        } else at += size;
      }
      if (size > 1) break;
    }
  }
  return smallest;
}
