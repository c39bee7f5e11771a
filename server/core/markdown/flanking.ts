/**
 * Whether a delimiter run can open or close emphasis (CommonMark §6.2).
 * `before` and `after` are the characters next to it; '' at an edge.
 */
export function flanking(mark: string, before: string, after: string): { opens: boolean; closes: boolean } {
  const left = !isBlank(after) && (!isPunctuation(after) || isBlank(before) || isPunctuation(before));
  const right = !isBlank(before) && (!isPunctuation(before) || isBlank(after) || isPunctuation(after));
  if (mark[0] !== '_') return { opens: left, closes: right };
  return { opens: left && (!right || isPunctuation(before)), closes: right && (!left || isPunctuation(after)) };
}

export function isBlank(character: string): boolean {
  return /^\s?$/.test(character);
}

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}
